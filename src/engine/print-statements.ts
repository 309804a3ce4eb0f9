import type { EngineDialect } from "../model/engine.js";
import { type Dialect, dialects } from "./dialect.js";
import { type RowColumnType, rowColumns } from "./row-columns.js";
import type { EngineQuestion } from "./statement.js";
import { engineStatements } from "./statements.js";
import { engineTables, tableQuery } from "./table-statements.js";

/** The statements as a script, with a comment before each, and what they read at its head. */
export function* printedStatements(
  question: EngineQuestion,
  name: EngineDialect,
): Generator<string> {
  const dialect = dialects[name];
  yield `-- The network of posts by tagatlas, in the SQL of ${name}.
-- It reads the table tagatlas_rows: all rows of files by tagatlas convert, with these columns.
${Object.entries(rowColumns)
  .map(([column, type]) => `--   ${column} ${typeIn(type, dialect)}\n`)
  .join("")}`;
  for (const { name: table, about, query, isKept } of engineStatements({ ...question, dialect })) {
    yield `\n-- ${table}: ${about}.\nCREATE ${isKept === true ? "TABLE" : "VIEW"} ${table} AS${query};\n`;
  }
  for (const table of engineTables) {
    yield `\n-- The table ${table}, in order.\n${tableQuery(table, "parquet", dialect)};\n`;
  }
}

function typeIn(type: RowColumnType, { text, double, name }: Dialect): string {
  const struct = `kind ${text}, person ${text}, post ${text}, position BIGINT`;
  const [list, record] =
    name === "trino" ? ["array(", ["row(", ")", ")"]] : ["ARRAY<", ["STRUCT<", ">", ">"]];
  switch (type) {
    case "text":
      return text;
    case "number":
      return double;
    case "whole":
      return "BIGINT";
    case "flag":
      return "BOOLEAN";
    case "texts":
      return `${list}${text}${record[2]}`;
    case "relations":
      return `${list}${record[0]}${struct}${record[1]}${record[2]}`;
  }
}
