import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { anyWorlds } from "../support/any-rows.js";
import { cases } from "../support/cases.js";
import { hasDuckdb } from "../support/duckdb.js";
import { rowsIn, tablesByAnalyze, tablesByEngine } from "../support/network-tables.js";
import { runCommand } from "../support/run-command.js";
import { ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

async function converted(input: string, ...words: string[]): Promise<string> {
  const out = join(mkdtempSync(join(folder, "converted-")), "posts.ndjson");
  const { code, stderr } = await runCommand([
    ...["convert", input, "--to", "posts", "--quiet", "--out", out],
    ...words,
  ]);
  expect(code, stderr).toBe(0);
  return out;
}

async function expectSame(paths: readonly string[], ...words: string[]): Promise<void> {
  const at = mkdtempSync(join(folder, "same-"));
  const expected = await tablesByAnalyze(paths, join(at, "analyze"), words);
  const found = await tablesByEngine(paths, join(at, "network"), words);
  rmSync(at, { recursive: true });
  expect(found).toEqual(expected ?? { interactions: [], ties: [], people: [] });
}

describe.skipIf(!hasDuckdb)("network on DuckDB", () => {
  test.each([
    [],
    ["--edges", "conversation"],
    ["--edges", "amplification"],
    ["--edges", "flow"],
    ["--edges", "mention,quote"],
    ["--since", "2026-01-10", "--until", "2026-02-01"],
    ["--respect", "indexable"],
    ["--respect", "none"],
  ])("gives the rows of analyze on the invented community (%s %s %s %s)", async (...words) => {
    const path = await converted("fixtures/community.ndjson", "--respect", "none");
    await expectSame([path], ...words);
  });

  test("gives the rows of analyze on several files, of which two hold the same posts", async () => {
    const paths = [
      await converted("fixtures/community.ndjson"),
      await converted("fixtures/conference.ndjson"),
      await converted("fixtures/community.ndjson", "--until", "2026-02-01"),
    ];
    await expectSame(paths);
  });

  test("gives the rows of analyze on any posts", async () => {
    await expectSame(written(anyWorlds(cases(400), 1)));
  });

  test("gives the rows of analyze where a few clocks are wrong", async () => {
    for (let seed = 2; seed < 2 + cases(12); seed += 1)
      await expectSame(written(anyWorlds(1, seed)));
  });

  test("leaves tables with which analyze goes on, to the same measures", async () => {
    const posts = await converted("fixtures/community.ndjson");
    const network = join(folder, "to-go-on");
    await tablesByEngine([posts], network);
    const again = await nodesOf(join(network, "ties.csv"), join(network, "people.csv"));
    const measures = await nodesOf(posts);
    expect(measures.length).toBeGreaterThan(250);
    expect(again).toEqual(measures);
  });

  test("reads Parquet with the columns of the rows, of which some may be missing", async () => {
    const posts = await converted("fixtures/community.ndjson");
    const parquet = join(folder, "posts.parquet");
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(
      `COPY (SELECT tagatlas, id, author, time, origin, relations, discoverable FROM read_json('${posts}', format = 'newline_delimited', union_by_name = true, sample_size = -1)) TO '${parquet}'`,
    );
    connection.closeSync();
    const of = (name: string) => join(folder, `of-${name}`);
    const { ties } = await tablesByEngine([parquet], of("parquet"));
    expect(ties.length).toBeGreaterThan(900);
  });

  test("counts rows that it cannot read, and loses no other", async () => {
    const path = join(folder, "odd.ndjson");
    const post = { tagatlas: "post", id: "1", author: "a@a.example", origin: "found" };
    const relations = [{ kind: "reply", person: "b@b.example" }];
    const odd = [
      { ...post, origin: "elsewhere" },
      { ...post, relations: [{ kind: "poke" }] },
    ];
    writeFileSync(path, `{\n[1]\n${ndjson([...odd, { ...post, relations }])}`);
    const words = ["--out", join(folder, "odd"), "--json"];
    const { code, stdout } = await runCommand(["network", path, ...words]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ posts: 1, ties: 1, people: 2, skipped: 4 });
  });

  test.each([
    ["a file of something else", [other()], /no row of .* is one of tagatlas convert/u],
    ["a size that is none", [other(), "--memory", "much"], /Give a size such as 4GB/u],
    [
      "too little memory",
      ["fixtures/community.ndjson", "--memory", "1MB"],
      /too little memory|cannot go on/u,
    ],
    ["tables of somebody else", [other(), "--out", foreign()], /ties\.csv is there already/u],
    [
      "a Python that is not there",
      [other(), "--engine", "spark", "--python", "/no/python"],
      /no Python/u,
    ],
  ])("refuses %s, and leaves nothing behind", async (_, words, message) => {
    const out = mkdtempSync(join(folder, "refused-"));
    const { code, stderr } = await runCommand(["network", "--out", out, ...words]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(readdirSync(out)).toEqual([]);
  });
});

function other(): string {
  const path = join(folder, "other.txt");
  writeFileSync(path, "nothing of ours\n");
  return path;
}

function foreign(): string {
  const at = mkdtempSync(join(folder, "foreign-"));
  writeFileSync(join(at, "ties.csv"), "source,target\n");
  return at;
}

/** Measures of everybody who is named, as lines. */
async function nodesOf(...paths: string[]): Promise<string[]> {
  const out = mkdtempSync(join(folder, "nodes-"));
  const only = ["--only", "nodes.csv", "--coarsen", "never", "--bootstrap", "0", "--quiet"];
  await runCommand(["analyze", ...paths, ...only, "--no-bom", "--out", out]);
  const columns = [
    "id",
    "in_degree",
    "out_strength",
    "in_reply",
    "pagerank",
    "betweenness",
    "core_number",
  ];
  return rowsIn(join(out, "nodes.csv"))
    .filter(({ id }) => !id.startsWith("withheld"))
    .map((row) => columns.map((column) => row[column]).join(" "))
    .sort();
}

function written(files: readonly (readonly object[])[]): string[] {
  const at = mkdtempSync(join(folder, "any-"));
  return files.map((rows, index) => {
    const path = join(at, `${index}.ndjson`);
    writeFileSync(path, ndjson(rows));
    return path;
  });
}
