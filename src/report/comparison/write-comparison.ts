import type { RowOf, TableColumn } from "../../model/columns/column.js";
import {
  comparedCommunityColumns,
  comparedItemColumns,
  comparedMeasureColumns,
  comparedPersonColumns,
} from "../../model/columns/comparison-columns.js";
import type { Comparison } from "../../model/comparison.js";
import type { RunRecord, Tool } from "../../model/run-record.js";
import { renderCsv } from "../../text/csv.js";
import { comparisonManifestName } from "../manifest.js";
import { runJson, versionsJson } from "../run-json.js";
import { columnsOf } from "../tables/table.js";
import { writeFolder } from "../write-folder.js";
import { renderComparisonPage } from "./comparison-page.js";

const comparisonSchemaVersion = 1;

interface WrittenComparison {
  readonly comparison: Comparison;
  /** As it is printed with `--json`. */
  readonly json: string;
  readonly run: RunRecord;
  readonly tool: Tool;
}

/** Writes a comparison's files and their manifest; see `writeFolder`. */
export async function writeComparison(
  { comparison, json, run, tool }: WrittenComparison,
  folder: string,
): Promise<void> {
  const { steps, sources } = comparison;
  await writeFolder(folder, {
    files: [
      table(
        "compare-communities.csv",
        comparedCommunityColumns,
        steps.flatMap(({ communities }) => communities),
      ),
      table(
        "compare-items.csv",
        comparedItemColumns,
        steps.flatMap(({ items }) => items),
      ),
      table(
        "compare-people.csv",
        comparedPersonColumns,
        steps.flatMap(({ people = [] }) => people),
      ),
      table(
        "compare.csv",
        comparedMeasureColumns,
        steps.flatMap(({ measures }) => measures),
      ),
      { name: "compare.html", render: () => [renderComparisonPage(comparison)] },
      { name: "compare.json", render: () => [json] },
    ],
    manifestName: comparisonManifestName,
    renderManifest(outputs) {
      const head = {
        schemaVersion: comparisonSchemaVersion,
        tool: "tagatlas",
        version: tool.version,
        versions: versionsJson(tool),
        run: { ...runJson(run, []), inputs: sources.map(({ name }) => name) },
        inputs: sources,
      };
      return `${JSON.stringify({ ...head, outputs }, undefined, 2)}\n`;
    },
  });
}

function table<const Columns extends readonly TableColumn[]>(
  name: string,
  columns: Columns,
  rows: readonly RowOf<Columns>[],
) {
  return { name, render: () => renderCsv(columnsOf(columns), rows) };
}
