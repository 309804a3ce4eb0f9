import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { reportTables } from "../../src/model/columns/tables.js";
import { parquetTables, reportOutputs } from "../../src/model/report-outputs.js";
import { withoutFormulaGuard } from "../../src/text/formula-guard.js";
import { isThere } from "../support/is-there.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const input = ["test/golden/tiny.ndjson", "--tag", "MedEd", "--bootstrap", "0"];

async function filesOf(name: string, ...words: string[]): Promise<string[]> {
  const told = await runCommand(["analyze", ...input, "--out", join(folder, name), ...words]);
  expect(told.code).toBe(0);
  return readdirSync(join(folder, name)).sort();
}

describe("--only and --skip", () => {
  test("write what is asked for, and the manifest that lists it", async () => {
    expect(await filesOf("only", "--only", "nodes.csv,edges.csv")).toEqual([
      "edges.csv",
      "manifest.json",
      "nodes.csv",
    ]);
    const manifest = readFileSync(join(folder, "only", "manifest.json"), "utf8");
    expect(manifest).toContain('"nodes.csv": "');
    expect(manifest).not.toContain('"posts.csv": "');
  });

  test("leave out what is not wanted, of all or of the files that are named", async () => {
    expect(await filesOf("skip", "--skip", "report.html,map.png")).not.toContain("report.html");
    expect(readdirSync(join(folder, "skip"))).toContain("map.svg");
    const both = ["--only", "nodes.csv,posts.csv", "--skip", "posts.csv"];
    expect(await filesOf("both", ...both)).toEqual(["manifest.json", "nodes.csv"]);
  });

  test("take a file away that the last run wrote and this one was not asked for", async () => {
    await filesOf("again", "--only", "nodes.csv,posts.csv");
    expect(await filesOf("again", "--only", "nodes.csv")).toEqual(["manifest.json", "nodes.csv"]);
  });

  test.each([
    [["--only", "nodes.csv"], "."],
    [["--only", "report.html"], ": open report.html."],
    [["--skip", "report.html"], ". Print follow.html for a class."],
    [["--network", "posts", "--only", "threads.csv"], "."],
  ])("%j: the run names no page that it has not written", async (words, ends) => {
    const out = join(folder, "told");
    const { stdout } = await runCommand(["analyze", ...input, "--out", out, ...words]);
    expect(stdout.split("\n").at(-2)).toBe(`Everything is in ${out}${ends}`);
  });

  test("refuse a name that no file has, and ask for the nearest", async () => {
    const told = await runCommand(["analyze", ...input, "--only", "nodes.cvs"]);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain("Did you mean nodes.csv?");
  });

  test("know every file by name", async () => {
    const written = await filesOf("all", "--xlsx", "--parquet", "--slide", "--slices", "day");
    const shares = ["fixtures/conference.ndjson", "--network", "people-links"];
    const ofLinks = join(folder, "people-links");
    expect((await runCommand(["analyze", ...shares, "--out", ofLinks])).code).toBe(0);
    const items = readdirSync(ofLinks);
    for (const network of ["people-hashtags", "posts"]) {
      items.push(...(await filesOf(network, "--network", network)));
    }
    const all = new Set([...written, ...items].filter((name) => name !== "manifest.json"));
    expect([...all].sort()).toEqual([...reportOutputs].sort());
  });
});

describe("the workbook and the Parquet files", () => {
  const out = join(folder, "tables");
  beforeAll(async () => {
    await filesOf("tables", "--xlsx", "--parquet", "--slices", "month");
  });

  function csvOf(name: string): Record<string, string>[] {
    const rows: unknown = parse(readFileSync(join(out, `${name}.csv`)), {
      columns: true,
      bom: true,
    });
    const texts = z.array(z.record(z.string(), z.string().transform(withoutFormulaGuard)));
    return texts.parse(rows);
  }

  test("are the same bytes however often they are written", async () => {
    await filesOf("tables again", "--xlsx", "--parquet", "--slices", "month");
    for (const name of ["tables.xlsx", "posts.parquet", "nodes.parquet"]) {
      expect(readFileSync(join(folder, "tables again", name)), name).toEqual(
        readFileSync(join(out, name)),
      );
    }
  });

  test("hold the same rows as the tables do", async () => {
    const sheets = await readWorkbook(join(out, "tables.xlsx"));
    const read = new Map(sheets.map(({ sheet, data }) => [sheet, data]));
    const tables = reportTables.filter(({ file }) => file !== "mastodon-follows.csv");
    expect([...read.keys()]).toEqual(tables.map(({ file }) => file.replace(".csv", "")));
    for (const { file, columns } of tables) {
      const [header, ...rows] = read.get(file.replace(".csv", "")) ?? [];
      expect(header, file).toEqual(columns.map(({ column }) => column));
      const expected = csvOf(file.replace(".csv", ""));
      expect(rows.length, file).toBe(expected.length);
      for (const [at, row] of rows.entries()) {
        const cells = row.map((cell) => (cell === null ? "" : String(cell)));
        expect(cells, `${file}, row ${at + 1}`).toEqual(Object.values(expected[at]));
      }
    }
  });

  test.each(parquetTables)("say of %s what each column holds", async (name) => {
    const bytes = readFileSync(join(out, `${name}.parquet`));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const columns = reportTables.find((table) => table.file === `${name}.csv`)?.columns ?? [];
    const schema = parquetSchema(parquetMetadata(file)).children.map(({ element }) => [
      element.name,
      element.logical_type?.type ?? element.type,
    ]);
    const types = { text: "STRING", time: "TIMESTAMP", whole: "INT64", number: "DOUBLE" };
    expect(schema).toEqual(columns.map(({ column, type }) => [column, types[type]]));
    const rows = await parquetReadObjects({ file });
    const cells = rows.map((row) =>
      Object.values(row).map((cell) =>
        cell instanceof Date
          ? cell.toISOString().replace(".000", "")
          : cell === null || cell === undefined
            ? ""
            : String(cell),
      ),
    );
    expect(cells).toEqual(csvOf(name).map((row) => Object.values(row)));
  });
});

const python = process.env.TAGATLAS_TEST_PYTHON ?? "python3";
const has = (packages: string): boolean =>
  spawnSync(python, ["-c", `import ${packages}`]).status === 0;
const named = "(TAGATLAS_TEST_PYTHON names a Python that has it)";
const hasDuckdb = isThere("duckdb", has("duckdb"), `Parquet files in DuckDB ${named}`);
const hasOpenpyxl = isThere("openpyxl", has("openpyxl"), `the workbook in openpyxl ${named}`);

function askPython(code: string): unknown {
  const told = spawnSync(python, ["-W", "ignore", "-c", code], { encoding: "utf8" });
  expect(told.stderr).toBe("");
  return JSON.parse(told.stdout);
}

test.skipIf(!hasDuckdb)("DuckDB reads ids as texts and times as moments in UTC", async () => {
  await filesOf("duckdb", "--parquet");
  const found = askPython(
    [
      "import duckdb, json",
      `of = duckdb.sql("select id, time, epoch(time)::bigint from '${join(folder, "duckdb")}/posts.parquet' order by time limit 1")`,
      "print(json.dumps([[str(t) for t in of.types], of.fetchall()[0][2]]))",
    ].join("\n"),
  );
  expect(found).toEqual([
    ["VARCHAR", "TIMESTAMP WITH TIME ZONE", "BIGINT"],
    Date.parse("2026-03-01T09:00:00Z") / 1000,
  ]);
});

test.skipIf(!hasOpenpyxl)("openpyxl finds the header frozen, and texts as texts", async () => {
  await filesOf("openpyxl", "--xlsx");
  const found = askPython(
    [
      "import openpyxl, json",
      `sheet = openpyxl.load_workbook('${join(folder, "openpyxl")}/tables.xlsx')['nodes']`,
      "print(json.dumps([sheet.freeze_panes, sheet['A2'].data_type, sheet['A2'].number_format]))",
    ].join("\n"),
  );
  expect(found).toEqual(["A2", "s", "@"]);
});
