import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countBetweenness } from "../../src/kernel/betweenness.js";
import { outwardGraph } from "../../src/kernel/compact-graph.js";
import { finishBetweenness } from "../../src/kernel/finish-betweenness.js";
import { prepareBetweenness } from "../../src/kernel/prepare-betweenness.js";
import { type RunParts, withThreads } from "../../src/measure/parts/run-parts.js";
import { randomNetwork } from "../support/random-network.js";
import { temporaryFolder } from "../support/temporary-folder.js";

// Node cannot start a thread from TypeScript: the tests' set-up has built the program.
const built = (name: string): string => new URL(`../../dist/${name}.js`, import.meta.url).href;
const workerUrl = new URL(built("measure/parts/part-worker"));
const folder = temporaryFolder();
const graph = outwardGraph(randomNetwork(2500, 8000, 7));
const prepared = prepareBetweenness(graph);

async function betweennessBy(run: RunParts, onShare = (_: number): void => {}) {
  const answers: Float64Array[] = [];
  await run({
    name: "betweenness",
    prepared,
    from: 0,
    end: prepared.partCount,
    take: (answer) => answers.push(answer),
    onShare,
  });
  return finishBetweenness(prepared, answers);
}

describe("a computation in parts", () => {
  test("gives the same bits on any number of threads", async () => {
    expect(prepared.partCount).toBeGreaterThan(3);
    const alone = countBetweenness(graph);
    for (const count of [1, 2, 3]) {
      expect(await withThreads({ count, workerUrl }, betweennessBy)).toEqual(alone);
    }
    expect(await withThreads(undefined, betweennessBy)).toEqual(alone);
  });

  test("tells how much is done, from its first part to its last", async () => {
    for (const count of [1, 2]) {
      const shares: number[] = [];
      await withThreads({ count, workerUrl }, (run) =>
        betweennessBy(run, (share) => shares.push(share)),
      );
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBeCloseTo(1, 9);
    }
  });

  test("ends its threads when it fails, and says why", async () => {
    const failing = withThreads({ count: 2, workerUrl }, async (run) => {
      await run({
        name: "betweenness",
        prepared: { ...prepared, partStart: new Int32Array(0) },
        from: 0,
        end: 2,
        take: () => {
          throw new Error("nothing to take");
        },
        onShare: () => {},
      });
    });
    await expect(failing).rejects.toThrow();
  });

  test("is gone with its threads on Ctrl-C, in the middle of a part", async () => {
    const script = `
      const { prepareBetweenness } = await import("${built("kernel/prepare-betweenness")}");
      const { withThreads } = await import("${built("measure/parts/run-parts")}");
      const nodeCount = 60_000;
      const columns = Int32Array.from({ length: 4 * nodeCount }, (_, tie) => (tie * 7919 + (tie % 4) * 104_729) % nodeCount);
      const offsets = Int32Array.from({ length: nodeCount + 1 }, (_, node) => 4 * node);
      const prepared = prepareBetweenness({ nodeCount, offsets, columns });
      const threads = { count: 2, workerUrl: new URL("${workerUrl.href}") };
      await withThreads(threads, (run) =>
        run({ name: "betweenness", prepared, from: 0, end: prepared.partCount, take() {}, onShare: () => console.log("begun") }),
      );`;
    const file = join(folder, "count.mjs");
    writeFileSync(file, script);
    const child = spawn(process.execPath, [file]);
    child.stdout.once("data", () => child.kill("SIGINT"));
    const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    expect(signal).toBe("SIGINT");
  });
});
