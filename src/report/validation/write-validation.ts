import { validationColumns } from "../../model/columns/validation-columns.js";
import type { Validation } from "../../model/validation.js";
import { renderCsv } from "../../text/csv.js";
import { validationManifestName } from "../manifest.js";
import { runJson, versionsJson } from "../run-json.js";
import { columnsOf } from "../tables/table.js";
import { writeFolder } from "../write-folder.js";
import { provenanceOf, renderValidationJson, validationSchemaVersion } from "./validation-json.js";
import { renderValidationMarkdown } from "./validation-markdown.js";
import { validationRows } from "./validation-rows.js";
import { renderValidationSvg } from "./validation-svg.js";

/** Writes a backtest's files and their manifest; see `writeFolder`. */
export async function writeValidation(validation: Validation, folder: string): Promise<void> {
  const rows = validationRows(validation.backtest.tables);
  await writeFolder(folder, {
    files: [
      { name: "validate.csv", render: () => renderCsv(columnsOf(validationColumns), rows) },
      { name: "validate.json", render: () => [renderValidationJson(validation)] },
      { name: "validate.md", render: () => renderValidationMarkdown(validation) },
      { name: "validate.svg", render: () => renderValidationSvg(validation) },
    ],
    manifestName: validationManifestName,
    renderManifest(outputs) {
      const head = {
        schemaVersion: validationSchemaVersion,
        ...provenanceOf(validation),
        run: runJson(validation.run, validation.inputs),
        versions: versionsJson(validation.tool),
      };
      return `${JSON.stringify({ ...head, outputs }, undefined, 2)}\n`;
    },
  });
}
