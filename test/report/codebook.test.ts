import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { TableColumn } from "../../src/model/columns/column.js";
import { networkMeasures } from "../../src/model/columns/network-measures.js";
import { reportTables, type Table, validationTable } from "../../src/model/columns/tables.js";
import { columnsInPage } from "../../src/report/tables/codebook.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const analysis = join(folder, "analysis");
const validation = join(folder, "validation");

beforeAll(async () => {
  const input = ["fixtures/community.ndjson", "--tag", "MedEd", "--quiet"];
  const runs = [
    ["analyze", ...input, "--bootstrap", "20", "--slices", "month", "--out", analysis],
    ["validate", ...input, "--resamples", "40", "--out", validation],
  ];
  for (const words of runs) expect((await runCommand(words)).code).toBe(0);
});

const rowSchema = z.array(z.record(z.string(), z.string()));

function rowsOf(out: string, file: string): z.output<typeof rowSchema> {
  return rowSchema.parse(parse(readFileSync(join(out, file)), { columns: true, bom: true }));
}

const written: readonly (readonly [string, string, Table])[] = [
  ...reportTables.map((table) => [table.file, analysis, table] as const),
  [validationTable.file, validation, validationTable],
];

/** What is wrong with a cell by what is told of its column. */
function faultOf(cell: string, { type, range, empty }: TableColumn): string | undefined {
  if (cell === "") return empty === undefined ? "empty" : undefined;
  if (type === "time")
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(cell) ? undefined : "no time";
  if (type === "text") return undefined;
  const value = Number(cell);
  if (!Number.isFinite(value)) return "no number";
  if (type === "whole" && !Number.isInteger(value)) return "a fraction";
  const [, least, most] = /^(-?[\d.]+) (?:to (?:below )?([\d.]+)|or more)/u.exec(range ?? "") ?? [];
  if (least !== undefined && value < Number(least)) return "too small";
  return most !== undefined && value > Number(most) ? "too large" : undefined;
}

describe("the columns", () => {
  test("in the documentation are those of the program; npm run measures writes them anew", () => {
    const page = readFileSync(new URL("../../docs/measures.md", import.meta.url), "utf8");
    expect(columnsInPage(page)).toBe(page);
  });

  test("are told of every table that is written", () => {
    const files = [...readdirSync(analysis), ...readdirSync(validation)];
    expect(files.filter((name) => name.endsWith(".csv")).sort()).toEqual(
      written.map(([file]) => file).sort(),
    );
  });

  test.each(written)("of %s hold what is told of them", (file, out, { columns }) => {
    const rows = rowsOf(out, file);
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0])).toEqual(columns.map(({ column }) => column));
    const faults = columns.flatMap((column) =>
      rows.flatMap((row) => {
        const fault = faultOf(row[column.column], column);
        return fault === undefined ? [] : `${column.column}: ${row[column.column]} is ${fault}`;
      }),
    );
    expect(faults.slice(0, 5)).toEqual([]);
  });

  test("have names of their own within a table, and sentences that can be read at once", () => {
    for (const { file, columns } of [...reportTables, validationTable]) {
      expect(new Set(columns.map(({ column }) => column)).size, file).toBe(columns.length);
      for (const { column, sentence } of columns) {
        expect(sentence.split(" ").length, `${file}, ${column}`).toBeLessThanOrEqual(25);
        expect(sentence, `${file}, ${column}`).toMatch(/^[A-Z0-9].*\.$/u);
      }
    }
  });
});

describe("the codebook", () => {
  test("has a row for every column, and for every measure of the network", () => {
    const rows = rowsOf(analysis, "codebook.csv");
    expect(rows.map(({ file, column, metric }) => [file, column, metric])).toEqual([
      ...reportTables.flatMap(({ file, columns }) =>
        columns.map(({ column }) => [file, column, ""]),
      ),
      ...networkMeasures.map(({ metric }) => ["network.csv", "value", metric]),
    ]);
    const measured = rowsOf(analysis, "network.csv");
    expect(measured.map(({ metric }) => metric)).toEqual(
      networkMeasures.map(({ metric }) => metric),
    );
  });

  test("says to people what it says to programs", () => {
    const text = readFileSync(join(analysis, "codebook.md"), "utf8").replaceAll("\\", "");
    for (const { column, definition, when_empty } of rowsOf(analysis, "codebook.csv")) {
      expect(text).toContain(column);
      expect(text).toContain(definition);
      expect(text).toContain(when_empty);
    }
  });
});
