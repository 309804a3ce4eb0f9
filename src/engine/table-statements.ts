import { kindsInTables } from "../model/columns/kinds-in-tables.js";
import { interactionKinds } from "../model/interaction.js";
import type { Dialect } from "./dialect.js";
import type { Statement, StatementInput } from "./statement.js";

/** The tables that are written. */
export const engineTables = ["interactions", "ties", "people"] as const;
/** Spark writes one more, since it has GraphX. */
export const measureTable = "measures";
export type EngineTable = (typeof engineTables)[number] | typeof measureTable;

type ColumnType = "name" | "word" | "number" | "whole" | "seconds";

interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

const ofKinds = (prefix: string): Column[] =>
  kindsInTables.map((kind) => ({ name: `${prefix}${kind}`, type: "number" }));

/** As in `interactions.csv`, `edges.csv` and `nodes.csv` of a report, whose columns `model/columns` tells. */
const columns: Readonly<Record<EngineTable, readonly Column[]>> = {
  interactions: [
    { name: "source", type: "name" },
    { name: "target", type: "name" },
    { name: "kind", type: "word" },
    { name: "weight", type: "number" },
    { name: "time", type: "seconds" },
    { name: "first", type: "seconds" },
    { name: "post", type: "name" },
    { name: "target_post", type: "name" },
  ],
  ties: [
    { name: "source", type: "name" },
    { name: "target", type: "name" },
    { name: "weight", type: "number" },
    ...ofKinds(""),
    { name: "first", type: "seconds" },
    { name: "last", type: "seconds" },
  ],
  people: [
    { name: "id", type: "name" },
    { name: "label", type: "name" },
    { name: "posts", type: "whole" },
    { name: "first_post", type: "seconds" },
    { name: "last_post", type: "seconds" },
    { name: "in_degree", type: "whole" },
    { name: "out_degree", type: "whole" },
    { name: "in_strength", type: "number" },
    { name: "out_strength", type: "number" },
    ...ofKinds("in_"),
    ...ofKinds("out_"),
  ],
  measures: [
    { name: "id", type: "name" },
    { name: "component", type: "name" },
    { name: "pagerank", type: "number" },
    { name: "label", type: "name" },
  ],
};

const order: Readonly<Record<EngineTable, readonly string[]>> = {
  interactions: ["source", "target", "kind", "time", "post", "target_post", "weight"],
  ties: ["source", "target"],
  people: ["id"],
  measures: ["id"],
};

/** The tables with times as seconds since 1970, not yet in order. */
export function tableStatements({ dialect }: StatementInput): Statement[] {
  const seconds = (time: string): string => `FLOOR(${time} / 1000)`;
  const told = (value: string): string => `CASE WHEN is_named THEN ${value} END`;
  return [
    {
      name: "tie_table",
      about: "ties by what people are called; with somebody who is not named they have no times",
      isKept: true,
      query: `
SELECT sources.id AS source, targets.id AS target, sources.is_hidden + targets.is_hidden = 0 AS is_named,
  weight, ${kindsInTables.map((kind) => `${kind}_weight`).join(", ")}, first_ms, last_ms
FROM all_ties JOIN person_ids AS sources ON sources.person = all_ties.source
  JOIN person_ids AS targets ON targets.person = all_ties.target`,
    },
    {
      name: "ties",
      about: "ties, as they are written",
      query: `
SELECT source, target, weight, ${kindsInTables.map((kind) => `${kind}_weight AS ${kind}`).join(", ")},
  ${told(seconds("first_ms"))} AS first, ${told(seconds("last_ms"))} AS last
FROM tie_table`,
    },
    {
      name: "interactions",
      about:
        "interactions, as they are written; of ties with somebody who is not named a row a kind",
      query: `
SELECT sources.id AS source, targets.id AS target, kind, weight, ${seconds("time_ms")} AS time,
  CASE WHEN first_ms < time_ms THEN ${seconds("first_ms")} END AS first, post, target_post
FROM all_interactions JOIN person_ids AS sources ON sources.person = all_interactions.source
  JOIN person_ids AS targets ON targets.person = all_interactions.target
WHERE sources.is_hidden + targets.is_hidden = 0
${interactionKinds.map((kind) => hiddenInteractions(kind, dialect)).join("")}`,
    },
    {
      name: "people",
      about: "people, as they are written",
      query: `
SELECT person_ids.id AS id, person_ids.id AS label, COALESCE(authors.posts, 0) AS posts,
  CASE WHEN is_hidden = 0 THEN ${seconds("authors.first_ms")} END AS first_post,
  CASE WHEN is_hidden = 0 THEN ${seconds("authors.last_ms")} END AS last_post,
  ${["degree", "strength", ...kindsInTables].flatMap((what) => ["in", "out"].map((way) => `COALESCE(${way}ward.${what}, 0) AS ${way}_${what}`)).join(", ")}
FROM person_ids LEFT JOIN authors ON authors.person = person_ids.person
  LEFT JOIN (${degrees("target")}) AS inward ON inward.id = person_ids.id
  LEFT JOIN (${degrees("source")}) AS outward ON outward.id = person_ids.id`,
    },
  ];
}

function hiddenInteractions(kind: string, { text, double }: Dialect): string {
  return `UNION ALL
SELECT source, target, '${kind}', ${kind}_weight, CAST(NULL AS ${double}), CAST(NULL AS ${double}), CAST(NULL AS ${text}), CAST(NULL AS ${text})
FROM tie_table WHERE NOT is_named AND ${kind}_weight > 0
`;
}

function degrees(end: "source" | "target"): string {
  return `
    SELECT ${end} AS id, COUNT(*) AS degree, SUM(weight) AS strength,
      ${kindsInTables.map((kind) => `SUM(${kind}_weight) AS ${kind}`).join(", ")}
    FROM tie_table GROUP BY ${end}`;
}

/** How a table is written: its columns in their types, in an order that no engine chooses. */
export function tableQuery(table: EngineTable, form: "parquet" | "csv", dialect: Dialect): string {
  const cell = { parquet: storedCell, csv: printedCell }[form];
  const cells = columns[table].map((column) => `${cell(column, dialect)} AS ${column.name}`);
  return `SELECT ${cells.join(",\n  ")}
FROM ${table}
ORDER BY ${order[table].map((name) => `${table}.${name}`).join(", ")}`;
}

function storedCell({ name, type }: Column, { timestampOf, double }: Dialect): string {
  switch (type) {
    case "seconds":
      return timestampOf(name);
    case "whole":
      return `CAST(${name} AS BIGINT)`;
    case "number":
      return `CAST(${name} AS ${double})`;
    case "name":
    case "word":
      return name;
  }
}

/*
 * As `text/unprintable.ts` and `text/formula-guard.ts` change the texts of tables. RE2 has no look-behind,
 * but what a guard stands before is never where the next begins: tabs and ends of lines are spaces by then.
 */
const unprintable =
  "[\\x{00}-\\x{1F}\\x{7F}-\\x{9F}\\x{061C}\\x{200B}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}\\x{FFF9}-\\x{FFFB}\\x{FFFE}\\x{FFFF}]+";
const formula = "(^|[;|])([' \"\\x{A0}]*[=+@\\-\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])";

function printedCell(column: Column, dialect: Dialect): string {
  const { name, type } = column;
  if (type === "seconds") return dialect.isoTextOf(name);
  if (type === "name") {
    return dialect.replaced(dialect.replaced(name, unprintable, " "), formula, "$1'$2");
  }
  return type === "number" ? printedNumber(name, dialect) : storedCell(column, dialect);
}

/** Engines write 1 as 1.0 where it is no whole number by its type. */
function printedNumber(name: string, { text, double }: Dialect): string {
  const isWhole = `${name} = FLOOR(${name}) AND ${name} < 1e15`;
  return `CASE WHEN ${isWhole} THEN CAST(CAST(${name} AS BIGINT) AS ${text}) ELSE CAST(CAST(${name} AS ${double}) AS ${text}) END`;
}
