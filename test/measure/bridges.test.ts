import { expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { findBridges } from "../../src/measure/community/bridges.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "./literature-graphs.js";

const regardlessOfDirection = (network: Network) => undirectedGraph(projectUndirected(network));

/** Three communities of four: nodes 0–3, 4–7 and 8–11. */
const of = Int32Array.from({ length: 12 }, (_, node) => Math.floor(node / 4));

test("bridges have three contacts or more in another community, and rank by how many of those", () => {
  const network = networkOf(12, [
    ...[4, 5, 6, 8, 9, 10].map((other) => [0, other] as const),
    ...[4, 5, 6, 7].map((other) => [other, 1] as const),
    ...[8, 9].map((other) => [2, other] as const),
    [4, 0],
  ]);
  const bridges = findBridges(regardlessOfDirection(network), {
    of,
    count: 3,
    modularity: undefined,
  });
  expect(bridges).toEqual([[0, 1], [], []]);
});

test("there are none without ties, and isolates are none and nobody's contacts", () => {
  const partition = { of: Int32Array.of(-1, -1), count: 0, modularity: undefined };
  expect(findBridges(regardlessOfDirection(networkOf(2, [])), partition)).toEqual([]);
});

test("among equals who reach as many communities, more contacts outside come first; five are named", () => {
  // Two communities of eight; node n of the first knows the first 3 + n of the second.
  const counts = [3, 4, 5, 6, 7, 8];
  const network = networkOf(
    16,
    counts.flatMap((contacts, node) =>
      Array.from({ length: contacts }, (_, at) => [node, 8 + at] as const),
    ),
  );
  const halves = Int32Array.from({ length: 16 }, (_, node) => Math.floor(node / 8));
  const partition = { of: halves, count: 2, modularity: undefined };
  const [first] = findBridges(regardlessOfDirection(network), partition);
  expect(first).toEqual([5, 4, 3, 2, 1]);
});
