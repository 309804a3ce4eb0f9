import { expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { measureDistances } from "../../src/kernel/distances.js";
import { measureCloseness, measureHarmonicCloseness } from "../../src/measure/node/closeness.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "./literature-graphs.js";

/** A path of three people, a pair, and one person alone: six. */
const distances = measureDistances(
  undirectedGraph(
    projectUndirected(
      networkOf(6, [
        [0, 1],
        [1, 2],
        [3, 4],
      ]),
    ),
  ),
);

test("closeness of somebody in a small component is smaller by the share of people whom they reach", () => {
  // Wasserman and Faust (1994), p. 201: (reached / others) · (reached / sum of distances).
  const expected = [(2 / 5) * (2 / 3), (2 / 5) * (2 / 2), (2 / 5) * (2 / 3), 1 / 5, 1 / 5, 0];
  const found = measureCloseness(distances, "standard");
  for (const [node, value] of expected.entries()) expect(found[node]).toBeCloseTo(value, 12);
});

test("as NodeXL counts, closeness is one over the sum of distances within the component", () => {
  expect([...measureCloseness(distances, "nodexl")]).toEqual([1 / 3, 1 / 2, 1 / 3, 1, 1, 0]);
});

test("harmonic closeness counts those who cannot be reached as no nearer than infinity", () => {
  const expected = [1.5 / 5, 2 / 5, 1.5 / 5, 1 / 5, 1 / 5, 0];
  const found = measureHarmonicCloseness(distances);
  for (const [node, value] of expected.entries()) expect(found[node]).toBeCloseTo(value, 12);
});
