import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { anyWorlds } from "../support/any-rows.js";
import { cases } from "../support/cases.js";
import { hasDuckdb } from "../support/duckdb.js";
import { tablesByAnalyze, tablesByEngine } from "../support/network-tables.js";
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
});

function written(files: readonly (readonly object[])[]): string[] {
  const at = mkdtempSync(join(folder, "any-"));
  return files.map((rows, index) => {
    const path = join(at, `${index}.ndjson`);
    writeFileSync(path, ndjson(rows));
    return path;
  });
}
