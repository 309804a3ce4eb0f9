import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { runCommand } from "./run-command.js";

const rowsSchema = z.array(z.record(z.string(), z.string()));
export type Row = z.output<typeof rowsSchema>[number];

/** Rows as lines, sorted; people who are not named are told apart by their figures alone. */
export interface NetworkTables {
  readonly interactions: readonly string[];
  readonly ties: readonly string[];
  readonly people: readonly string[];
}

/** What `analyze` writes; `undefined` where there is nothing to report. */
export async function tablesByAnalyze(
  paths: readonly string[],
  folder: string,
  words: readonly string[] = [],
): Promise<NetworkTables | undefined> {
  const only = ["--only", "nodes.csv,edges.csv,interactions.csv", "--coarsen", "never"];
  await runCommand([
    ...["analyze", ...paths, ...only, "--bootstrap", "0", "--no-bom", "--quiet"],
    ...["--out", folder, ...words],
  ]);
  if (!existsSync(join(folder, "nodes.csv"))) return undefined;
  return tablesOf({
    interactions: rowsIn(join(folder, "interactions.csv")),
    ties: rowsIn(join(folder, "edges.csv")),
    people: rowsIn(join(folder, "nodes.csv")),
  });
}

/** What `network` writes. */
export async function tablesByEngine(
  paths: readonly string[],
  folder: string,
  words: readonly string[] = [],
): Promise<NetworkTables> {
  const told = await runCommand(["network", ...paths, "--quiet", "--out", folder, ...words]);
  if (told.code > 1) throw new Error(told.stderr);
  return tablesOf({
    interactions: rowsIn(join(folder, "interactions.csv")),
    ties: rowsIn(join(folder, "ties.csv")),
    people: rowsIn(join(folder, "people.csv")),
  });
}

/** A table, which is a folder of parts where Spark wrote it. */
export function rowsIn(path: string): Row[] {
  const parts = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith(".csv"))
        .sort()
        .map((name) => join(path, name))
    : [path];
  return parts.flatMap((part) => rowsSchema.parse(parse(readFileSync(part), { columns: true })));
}

const kinds = ["reply", "mention", "repost", "quote", "follow"];
const personColumns = [
  ..."posts first_post last_post in_degree out_degree in_strength out_strength".split(" "),
  ...["in", "out"].flatMap((way) => kinds.map((kind) => `${way}_${kind}`)),
];
const tieColumns = ["weight", ...kinds, "first", "last"];
const interactionColumns = ["kind", "weight", "time", "first", "post", "target_post"];

function tablesOf(tables: { interactions: Row[]; ties: Row[]; people: Row[] }): NetworkTables {
  const figuresOf = new Map<string, string>();
  for (const row of tables.people) {
    const figures = cellsOf(row, personColumns);
    figuresOf.set(row.id, row.id.startsWith("withheld") ? `withheld ${figures}` : row.id);
  }
  const named = (id: string): string => figuresOf.get(id) ?? `nobody ${id}`;
  const ends = (row: Row): string => `${named(row.source)} > ${named(row.target)}`;
  return {
    interactions: tables.interactions
      .map((row) => `${ends(row)} ${cellsOf(row, interactionColumns)}`)
      .sort(),
    ties: tables.ties.map((row) => `${ends(row)} ${cellsOf(row, tieColumns)}`).sort(),
    people: tables.people.map((row) => `${named(row.id)} ${cellsOf(row, personColumns)}`).sort(),
  };
}

/** Sums of fractions may differ in their last digits; weights of interactions have twelve digits already. */
function cellsOf(row: Row, columns: readonly string[]): string {
  return columns
    .map((column) => {
      const cell = row[column];
      if (cell === undefined) throw new Error(`no column ${column}`);
      const isNumber = cell !== "" && Number.isFinite(Number(cell));
      return `${column}=${isNumber ? Number(Number(Number(cell).toPrecision(12)).toPrecision(10)) : cell}`;
    })
    .join(" ");
}
