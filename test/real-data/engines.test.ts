import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasDuckdb } from "../support/duckdb.js";
import { tablesByAnalyze, tablesByEngine } from "../support/network-tables.js";
import { hasRealData, realData } from "../support/real-data.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

function filesIn(name: string): string[] {
  return hasRealData
    ? readdirSync(realData(name))
        .sort()
        .map((file) => realData(`${name}/${file}`))
    : [];
}

/** Answers about accounts and servers are none of posts. */
const statuses = filesIn("mastodon/recorded-2022").filter((path) =>
  /status|timeline|context|params|request/u.test(path),
);

describe.skipIf(!hasRealData || !hasDuckdb)("network on DuckDB gives the rows of analyze", () => {
  test.each([
    ["useR2018", ["hashtags/useR2018.rtweet.ndjson.gz"].map(realData), 1000],
    ["#rstats in 2013", ["hashtags/rstats_2013.csv"].map(realData), 1000],
    [
      "posts of twarc",
      [
        "twitter/twarc-network-tweets.jsonl",
        "twitter/twarc-flat.jsonl",
        "twitter/twarc-pages.jsonl",
      ].map(realData),
      500,
    ],
    ["old searches on X", filesIn("twitter/v11-search-pages"), 300],
    ["Mastodon as recorded in 2022", statuses, 50],
    ["a larger weighted network", ["graphs/congress.edgelist"].map(realData), 10_000],
    ["a weighted network", ["graphs/networkx__les_miserables.edges.csv"].map(realData), 200],
  ])("on %s", async (_, paths, fewest) => {
    const at = mkdtempSync(join(folder, "real-"));
    const posts = join(at, "posts.ndjson");
    const told = await runCommand([
      "convert",
      ...paths,
      "--to",
      "posts",
      "--quiet",
      "--out",
      posts,
    ]);
    expect([0, 3], told.stderr).toContain(told.code);
    const expected = await tablesByAnalyze([posts], join(at, "analyze"));
    const found = await tablesByEngine([posts], join(at, "network"));
    expect(found.ties.length).toBeGreaterThan(fewest);
    expect(found).toEqual(expected);
  });
});
