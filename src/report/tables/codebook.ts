import type { codebookColumns } from "../../model/columns/codebook-columns.js";
import type { RowOf, TableColumn } from "../../model/columns/column.js";
import { type NetworkMeasureRow, networkMeasures } from "../../model/columns/network-measures.js";
import { postTextColumn } from "../../model/columns/post-columns.js";
import {
  comparisonTables,
  reportTables,
  type Table,
  validationTable,
} from "../../model/columns/tables.js";
import { markdownText } from "../words/markdown.js";

type CodebookRow = RowOf<typeof codebookColumns>;

/** What a codebook tells of. */
export interface Told {
  readonly tables: readonly Table[];
  /** The rows of `network.csv`. */
  readonly measures: readonly NetworkMeasureRow[];
}

/** What is told of the tables of a report; texts of posts only where they were asked for. */
export function toldOfReport({ hasTexts }: { readonly hasTexts: boolean }): Told {
  const tables = reportTables.map((one): Table => {
    const columns = one.file === "posts.csv" && hasTexts ? [postTextColumn] : [];
    return { ...one, columns: [...one.columns, ...columns] };
  });
  return { tables, measures: networkMeasures };
}

/** A row for every column of every table of a report, then the measures that `network.csv` has. */
export function codebookRows(told: Told): CodebookRow[] {
  return [...told.tables.flatMap(rowsOf), ...measureRows(told.measures)];
}

/** The same to read, as CommonMark with tables. */
export function* renderCodebook(told: Told): Generator<string> {
  yield "# Codebook\n\n";
  yield "Every column of every table in this folder. An empty cell never means 0.\n";
  yield* renderTables(told);
}

const marks = ["<!-- columns -->", "<!-- end of columns -->"] as const;

/**
 * A page with every column of every table that can be written, between its two marks.
 *
 * @throws {Error} where the page has no such marks.
 */
export function columnsInPage(page: string): string {
  const [from, to] = marks.map((mark) => page.indexOf(mark));
  if (from < 0 || to < from) throw new Error(`the page has no ${marks.join(" … ")}`);
  const told = toldOfReport({ hasTexts: true });
  const tables = [
    ...renderTables(
      {
        ...told,
        tables: [...told.tables, ...comparisonTables, validationTable],
      },
      "###",
    ),
  ].join("");
  return `${page.slice(0, from)}${marks[0]}\n${tables}\n${page.slice(to)}`;
}

function rowsOf({ file, columns }: Table): CodebookRow[] {
  return columns.map((told) => ({
    file,
    column: told.column,
    metric: undefined,
    title: told.title,
    type: told.type,
    unit: told.unit,
    range: told.range,
    definition: definitionOf(told),
    whenEmpty: told.empty,
    source: told.source,
  }));
}

function measureRows(measures: readonly NetworkMeasureRow[]): CodebookRow[] {
  return measures.map(({ metric, name, ...told }) => ({
    file: "network.csv",
    column: "value",
    metric,
    title: name,
    type: "number",
    unit: told.unit,
    range: told.range,
    definition: definitionOf({ ...told, sentence: asSentence(told.note) }),
    whenEmpty: told.empty,
    source: told.source,
  }));
}

function definitionOf({
  sentence,
  definition,
}: Pick<TableColumn, "sentence" | "definition">): string {
  return definition === undefined ? sentence : `${sentence} ${definition}`;
}

function asSentence(note: string): string {
  return `${note[0].toUpperCase()}${note.slice(1)}.`;
}

function* renderTables({ tables, measures }: Told, level = "##"): Generator<string> {
  for (const table of tables) {
    yield `\n${level} ${table.file}: one row is ${table.row}\n\n`;
    yield* renderRows(rowsOf(table), ({ column }) => `\`${column}\``);
    if (table.file !== "network.csv") continue;
    yield "\nThese are its measures, by their key:\n\n";
    yield* renderRows(
      measureRows(measures),
      ({ metric, title }) => `\`${metric}\` ${markdownText(title)}`,
    );
  }
}

function* renderRows(
  rows: readonly CodebookRow[],
  nameOf: (row: CodebookRow) => string,
): Generator<string> {
  yield "| name | what it says | unit | range | empty means |\n|---|---|---|---|---|\n";
  for (const row of rows) {
    const { definition, source, unit, range, whenEmpty } = row;
    const says = source === undefined ? definition : `${definition} Source: ${source}.`;
    const cells = [says, unit ?? "", range ?? "", whenEmpty ?? ""];
    yield `| ${[nameOf(row), ...cells.map(markdownText)].join(" | ")} |\n`;
  }
}
