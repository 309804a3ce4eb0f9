import fc from "fast-check";
import { DirectedGraph } from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import { describe, expect, test } from "vitest";
import { countBetweenness } from "../../src/kernel/betweenness.js";
import { type CompactGraph, outwardGraph } from "../../src/kernel/compact-graph.js";
import { finishBetweenness } from "../../src/kernel/finish-betweenness.js";
import { prepareBetweenness } from "../../src/kernel/prepare-betweenness.js";
import { sweepBetweenness } from "../../src/kernel/sweep-betweenness.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { betweennessInPython } from "../support/betweenness-in-python.js";
import { cases } from "../support/cases.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { randomNetwork } from "../support/random-network.js";
import { textbookBetweenness } from "../support/textbook-betweenness.js";
import { graphOfTies } from "./graph-of-ties.js";

type Tie = readonly [number, number];

/** The same by graphology, which shares nothing with it. */
function byGraphology({ nodeCount, offsets, columns: neighbour }: CompactGraph): number[] {
  const graph = new DirectedGraph();
  for (let node = 0; node < nodeCount; node += 1) graph.addNode(node);
  for (let node = 0; node < nodeCount; node += 1) {
    for (const to of neighbour.subarray(offsets[node], offsets[node + 1])) graph.addEdge(node, to);
  }
  const counts = betweenness(graph, { getEdgeWeight: null, normalized: false });
  return Array.from({ length: nodeCount }, (_, node) => counts[node]);
}

const bothWays = (ties: readonly Tie[]): Tie[] => [
  ...ties,
  ...ties.map(([source, target]): Tie => [target, source]),
];

/** A tie from one to the other, back, or both. */
const tiesBetween = (a: number, b: number, direction: number): Tie[] => {
  if (direction === 0) return [[a, b]];
  return direction === 1 ? [[b, a]] : bothWays([[a, b]]);
};

/** So many people and ties by chance, and a person on one of the others for each of `hanging` more. */
function invented(people: number, ties: number, hanging: number, seed: number): Tie[] {
  const { source, target } = randomNetwork(people, ties, seed);
  const random = seededRandom(seed);
  const core = Array.from(source, (from, tie): Tie => [from, target[tie]]);
  const branches = Array.from({ length: hanging }, (_, at) =>
    tiesBetween(people + at, Math.floor(random() * (people + at)), Math.floor(random() * 3)),
  );
  return [...core, ...branches.flat()];
}

describe("betweenness", () => {
  test("of a path counts the pairs on both sides", () => {
    const ties: Tie[] = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ];
    expect([...countBetweenness(graphOfTies(5, ties))]).toEqual([0, 3, 4, 3, 0]);
    expect([...countBetweenness(graphOfTies(5, bothWays(ties)))]).toEqual([0, 6, 8, 6, 0]);
  });

  test("of two ways is shared between them", () => {
    const square = graphOfTies(4, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ]);
    expect([...countBetweenness(square)]).toEqual([0, 0.5, 0.5, 0]);
  });

  test("of somebody on whom many hang is all pairs that come by", () => {
    const star: Tie[] = [
      [1, 0],
      [2, 0],
      [0, 3],
      [0, 4],
      [0, 5],
    ];
    expect([...countBetweenness(graphOfTies(6, star))]).toEqual([6, 0, 0, 0, 0, 0]);
    // Both ways, each of the five reaches four others.
    expect([...countBetweenness(graphOfTies(6, bothWays(star)))]).toEqual([20, 0, 0, 0, 0, 0]);
    expect([...countBetweenness(graphOfTies(2, [[0, 1]]))]).toEqual([0, 0]);
    expect([...countBetweenness(graphOfTies(3, []))]).toEqual([0, 0, 0]);
    expect([...countBetweenness(graphOfTies(0, []))]).toEqual([]);
  });

  test("of a chain of 100,000 people that ends in a ring is counted without recursion", () => {
    const people = 100_000;
    const ties = Array.from({ length: people - 1 }, (_, at): Tie => [at, at + 1]);
    const counts = countBetweenness(graphOfTies(people, [...ties, [people - 1, people - 3]]));
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBe(people - 2);
    expect(counts[50_000]).toBe(50_000 * (people - 50_001));
  });

  test("agrees with the published algorithm on any graph: branches of all kinds, loops, isolates, parts", () => {
    const node = fc.nat(11);
    const pendant = fc.tuple(fc.nat(), fc.nat(2));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node), { maxLength: 30 }),
        fc.array(pendant, { maxLength: 14 }),
        fc.boolean(),
        (ties, pendants, isSymmetric) => {
          // Each hangs on anybody before it, so that chains and trees hang as well.
          const hanging = pendants.flatMap(([anchor, direction], at) =>
            tiesBetween(12 + at, anchor % (12 + at), direction),
          );
          const all = [...ties, ...hanging];
          const graph = graphOfTies(28, isSymmetric ? bothWays(all) : all);
          const expected = textbookBetweenness(graph);
          for (const [at, count] of countBetweenness(graph).entries()) {
            expect(count).toBeCloseTo(expected[at], 9);
          }
        },
      ),
      { numRuns: cases(200) },
    );
  });

  test("agrees with graphology where many have the same neighbours", () => {
    const half = fc.subarray([0, 1, 2, 3, 4, 5]);
    const kind = fc.tuple(half, half, fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(kind, { maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(5))),
        (kinds, ties) => {
          const groups = kinds.flatMap(([to, from, size]) =>
            Array.from({ length: size }, () => ({ to, from })),
          );
          const twins = groups.flatMap(({ to, from }, at): Tie[] =>
            // Sources, sinks, and one in three who is neither.
            at % 3 === 0
              ? to.map((other): Tie => [6 + at, other])
              : [
                  ...from.map((other): Tie => [other, 6 + at]),
                  ...(at % 3 === 1 ? to.map((other): Tie => [6 + at, other]) : []),
                ],
          );
          const graph = graphOfTies(24, [...ties, ...twins]);
          const expected = byGraphology(graph);
          for (const [at, count] of countBetweenness(graph).entries()) {
            expect(count).toBeCloseTo(expected[at], 9);
          }
        },
      ),
    );
  });

  test("does not depend on the order in which neighbours stand", () => {
    const graph = graphOfTies(300, invented(200, 700, 100, 4));
    const neighbour = graph.columns.slice();
    for (let node = 0; node < graph.nodeCount; node += 1) {
      neighbour.subarray(graph.offsets[node], graph.offsets[node + 1]).reverse();
    }
    expect(countBetweenness({ ...graph, columns: neighbour })).toEqual(countBetweenness(graph));
  });

  test("falls into parts by the graph alone, which may be swept in any order", () => {
    const graph = outwardGraph(randomNetwork(1200, 3600, 1));
    const prepared = prepareBetweenness(graph);
    expect(prepared.partCount).toBeGreaterThan(1);
    expect(prepared.partStart[prepared.partCount]).toBe(prepared.searchFrom.length);
    const parts: Float64Array[] = [];
    for (let part = prepared.partCount - 1; part >= 0; part -= 1) {
      parts[part] = sweepBetweenness(structuredClone(prepared), part);
    }
    expect(finishBetweenness(prepared, parts)).toEqual(countBetweenness(graph));
  });

  test("tells how much is done, up to all of it", () => {
    const told: number[] = [];
    countBetweenness(outwardGraph(randomNetwork(1200, 3600, 1)), (share) => told.push(share));
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });
});

// Python is no dependency of the project: where its packages are absent, the helper says so.
test.skipIf(!hasPythonPackages)("betweenness is what igraph counts, to 1e-9", () => {
  const sizes = [
    [2, 1, 0],
    [5, 4, 3],
    [12, 120, 20],
    [40, 60, 40],
    [60, 600, 60],
    [300, 900, 300],
    [700, 2000, 500],
  ] as const;
  const graphs = sizes.flatMap(([people, ties, hanging]) =>
    [1, 2, 3].flatMap((seed) => {
      const pairs = invented(people, ties, hanging, seed);
      const nodeCount = people + hanging + 2;
      return [graphOfTies(nodeCount, pairs), graphOfTies(nodeCount, bothWays(pairs))];
    }),
  );
  const expected = betweennessInPython(graphs);
  for (const [index, graph] of graphs.entries()) {
    for (const [node, count] of countBetweenness(graph).entries()) {
      const theirs = expected[index][node];
      const difference = Math.abs(count - theirs);
      expect(difference, `graph ${index}`).toBeLessThanOrEqual(1e-9 * Math.max(1, theirs));
    }
  }
});
