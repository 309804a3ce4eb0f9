import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { inwardGraph } from "../../src/kernel/compact-graph.js";
import { weakComponents } from "../../src/kernel/components.js";
import { solvePagerank } from "../../src/kernel/pagerank.js";
import { networkOfFiles } from "../support/analyze-items.js";
import { anyWorlds } from "../support/any-rows.js";
import { isThere } from "../support/is-there.js";
import {
  type NetworkTables,
  type Row,
  rowsIn,
  tablesByAnalyze,
  tablesByEngine,
} from "../support/network-tables.js";
import { runCommand } from "../support/run-command.js";
import { ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const python = process.env.TAGATLAS_TEST_PYTHON ?? "python3";
const hasSpark = isThere(
  "spark",
  isInstalled(),
  "tests of network on Spark, which needs pyspark and Java",
);

function isInstalled(): boolean {
  try {
    execFileSync(python, ["-c", "import pyspark"], { stdio: "ignore" });
    execFileSync("java", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** One run of Spark for all tests: it takes half a minute to begin. */
describe.skipIf(!hasSpark)("network on Spark", () => {
  const folder = temporaryFolder();
  const posts = join(folder, "posts.ndjson");
  const worlds = join(folder, "worlds.ndjson");
  let found: NetworkTables;
  let measures: Row[];

  beforeAll(async () => {
    await runCommand([
      "convert",
      "fixtures/community.ndjson",
      "--to",
      "posts",
      "--quiet",
      "--out",
      posts,
    ]);
    writeFileSync(worlds, ndjson(anyWorlds(100, 1).flat()));
    const out = join(folder, "network");
    const words = [
      "--engine",
      "spark",
      "--master",
      "local[2]",
      "--memory",
      "1GB",
      "--python",
      python,
    ];
    found = await tablesByEngine([posts, worlds], out, words);
    measures = rowsIn(join(out, "measures.csv"));
  }, 900_000);

  test("gives the rows of analyze", async () => {
    expect(found).toEqual(await tablesByAnalyze([posts, worlds], join(folder, "analyze")));
  });

  test("finds the components and the PageRank of our kernels, and labels that no component shares", async () => {
    const { corpus, network } = await networkOfFiles([posts, worlds]);
    const known = new Map(measures.map(({ id, ...row }) => [id.replace(/^'/u, ""), row]));
    const { of } = weakComponents(network);
    // GraphX counts a tie as often as it weighs, as a whole.
    const weight = network.weight.map((one) => Math.max(1, Math.round(one)));
    const ranks = solvePagerank(inwardGraph({ ...network, weight }));
    const named = [...network.account].flatMap((account, node) => {
      const row = known.get(corpus.accounts[account].key);
      return row === undefined ? [] : [{ node, row }];
    });
    expect(named.length).toBeGreaterThan(400);
    const onTies = new Set([...network.source, ...network.target]);
    expect(measures).toHaveLength(onTies.size);
    const total = [...onTies].reduce((sum, node) => sum + ranks[node], 0);
    const componentOf = new Map<string, number>();
    const ofLabel = new Map<string, string>();
    for (const { node, row } of named) {
      expect(Number(row.pagerank) / (ranks[node] / total)).toBeCloseTo(1, 4);
      expect(componentOf.get(row.component) ?? of[node]).toBe(of[node]);
      componentOf.set(row.component, of[node]);
      expect(ofLabel.get(row.label) ?? row.component).toBe(row.component);
      ofLabel.set(row.label, row.component);
    }
    expect(new Set(componentOf.values()).size).toBe(componentOf.size);
    expect(ofLabel.size).toBeGreaterThan(componentOf.size);
  });
});
