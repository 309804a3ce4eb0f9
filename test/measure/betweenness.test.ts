import { describe, expect, test } from "vitest";
import { inwardGraph, outwardGraph } from "../../src/kernel/compact-graph.js";
import { findBetweenness, measureBetweenness } from "../../src/measure/node/betweenness.js";
import { withThreads } from "../../src/measure/parts/run-parts.js";
import { randomNetwork } from "../support/random-network.js";

// Node cannot start a thread from TypeScript: the tests' set-up has built the program.
const workerUrl = new URL("../../dist/measure/parts/part-worker.js", import.meta.url);
const network = randomNetwork(400, 1200, 5);
const limits = { mostExactWork: 0, maximumError: 0.02, failureProbability: 0.1 };
const graphs = { outward: outwardGraph(network), inward: inwardGraph(network) };

function find(count: number, metrics: "standard" | "nodexl", exactWork: number) {
  return withThreads({ count, workerUrl }, (run) =>
    findBetweenness(
      { ...graphs, metrics, seed: 3, run, onShare: () => {} },
      { ...limits, mostExactWork: exactWork },
    ),
  );
}

describe("betweenness", () => {
  test("is exact up to a size, and says so", async () => {
    const { values, estimate } = await find(1, "standard", 1e11);
    expect(values).toEqual(measureBetweenness(network));
    expect(estimate).toBeUndefined();
  });

  test("is estimated beyond, within the error that it tells, the same on any number of threads", async () => {
    const { values, estimate } = await find(1, "standard", 0);
    const exact = measureBetweenness(network);
    expect(estimate?.maximumError).toBeLessThanOrEqual(0.02);
    expect(estimate?.samples).toBeGreaterThan(1000);
    const worst = values.reduce(
      (most, value, node) => Math.max(most, Math.abs(value - exact[node])),
      0,
    );
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThanOrEqual(estimate?.maximumError ?? 0);
    expect(await find(3, "standard", 0)).toEqual({ values, estimate });
  });

  test("as NodeXL counts it is told in its unit, pairs, with the error in it too", async () => {
    const standard = await find(1, "standard", 0);
    const nodexl = await find(1, "nodexl", 0);
    const pairs = 399 * 398;
    for (const [node, value] of nodexl.values.entries()) {
      expect(value).toBeCloseTo(standard.values[node] * pairs, 6);
    }
    expect(nodexl.estimate?.maximumError).toBeCloseTo(
      (standard.estimate?.maximumError ?? 0) * pairs,
      6,
    );
  });
});
