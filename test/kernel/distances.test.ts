import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompactGraph, undirectedGraph } from "../../src/kernel/compact-graph.js";
import {
  type Distances,
  finishDistances,
  measureDistances,
  prepareDistances,
  sweepDistances,
} from "../../src/kernel/distances.js";
import { projectUndirected } from "../../src/network/project.js";
import { karate, networkOf } from "../measure/literature-graphs.js";
import { randomNetwork } from "../support/random-network.js";

type Pair = readonly [number, number];

function graphOf(nodeCount: number, ties: readonly Pair[]): CompactGraph {
  return undirectedGraph(projectUndirected(networkOf(nodeCount, ties)));
}

function pathOf(people: number): Pair[] {
  return Array.from({ length: people - 1 }, (_, at): Pair => [at, at + 1]);
}

/** One search from each node in turn, which shares nothing with the sweep. */
function searchEach({ nodeCount, offsets, columns: neighbour }: CompactGraph): Distances {
  const nodes = Array.from({ length: nodeCount }, (_, node) => node);
  const found = nodes.map((source) => {
    const distance = new Map([[source, 0]]);
    for (const [node, steps] of distance) {
      for (const to of neighbour.subarray(offsets[node], offsets[node + 1])) {
        if (!distance.has(to)) distance.set(to, steps + 1);
      }
    }
    return [...distance.values()].slice(1);
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const farness = found.map(sum);
  const eccentricity = found.map((steps) => Math.max(0, ...steps));
  const reached = found.map((steps) => steps.length);
  return {
    farness: Float64Array.from(farness),
    harmonic: Float64Array.from(found, (steps) => sum(steps.map((each) => 1 / each))),
    eccentricity: Int32Array.from(eccentricity),
    reached: Int32Array.from(reached),
    diameter: Math.max(0, ...eccentricity),
    sumOfDistances: sum(farness),
    reachablePairs: sum(reached),
  };
}

/** Whole numbers are the same ones; harmonic sums to 1e-12 of their size. */
function expectSame(found: Distances, expected: Distances): void {
  const { harmonic, ...whole } = found;
  const { harmonic: theirs, ...theirWhole } = expected;
  expect(whole).toEqual(theirWhole);
  for (const [node, sum] of theirs.entries()) {
    expect(Math.abs(harmonic[node] - sum)).toBeLessThanOrEqual(1e-12 * sum);
  }
}

describe("distances", () => {
  test("in Zachary's karate club are 2.4082 on average and 5 at most", () => {
    const found = measureDistances(undirectedGraph(projectUndirected(karate)));
    expect(found.diameter).toBe(5);
    expect(found.reachablePairs).toBe(34 * 33);
    expect(found.sumOfDistances / found.reachablePairs).toBeCloseTo(2.4082, 4);
    expect([...found.farness.subarray(0, 5)]).toEqual([58, 68, 59, 71, 87]);
    expect([...found.eccentricity.subarray(0, 18)]).toEqual([
      3, 3, 3, 3, 4, 4, 4, 4, 3, 4, 4, 4, 4, 3, 5, 5, 5, 4,
    ]);
    // The instructor, the president, and the member who knows two people of the instructor's.
    expect(found.harmonic[0]).toBeCloseTo(23 + 1 / 6, 12);
    expect(found.harmonic[33]).toBeCloseTo(23.25, 12);
    expect(found.harmonic[16]).toBeCloseTo(11.1, 12);
  });

  test("along a path of four", () => {
    expect(measureDistances(graphOf(4, pathOf(4)))).toEqual({
      farness: Float64Array.of(6, 4, 4, 6),
      harmonic: Float64Array.of(11 / 6, 2.5, 2.5, 11 / 6),
      eccentricity: Int32Array.of(3, 2, 2, 3),
      reached: Int32Array.of(3, 3, 3, 3),
      diameter: 3,
      sumOfDistances: 20,
      reachablePairs: 12,
    });
  });

  test("of a star, a pair and somebody alone stay within each", () => {
    const found = measureDistances(
      graphOf(7, [
        [1, 0],
        [1, 2],
        [1, 3],
        [5, 4],
      ]),
    );
    expect(found).toEqual({
      farness: Float64Array.of(5, 3, 5, 5, 1, 1, 0),
      harmonic: Float64Array.of(2, 3, 2, 2, 1, 1, 0),
      eccentricity: Int32Array.of(2, 1, 2, 2, 1, 1, 0),
      reached: Int32Array.of(3, 3, 3, 3, 1, 1, 0),
      diameter: 2,
      sumOfDistances: 20,
      reachablePairs: 14,
    });
  });

  test("of nobody, of one, and of people without ties are none", () => {
    const none = { diameter: 0, sumOfDistances: 0, reachablePairs: 0 };
    for (const people of [0, 1, 3]) {
      const found = measureDistances(graphOf(people, []));
      expect(found).toMatchObject(none);
      expect([...found.harmonic]).toEqual(new Array(people).fill(0));
    }
  });

  test("are those of single searches where sources fill a set, or one too many", () => {
    for (const people of [32, 33, 127, 128, 129, 257]) {
      const ring = [...pathOf(people), [people - 1, 0] as const];
      const graph = graphOf(people, ring);
      expectSame(measureDistances(graph), searchEach(graph));
    }
  });

  test("along 1,000 people are those of the formula", () => {
    const { farness, diameter, sumOfDistances } = measureDistances(graphOf(1000, pathOf(1000)));
    expect(diameter).toBe(999);
    expect(farness[0]).toBe((999 * 1000) / 2);
    expect(farness[300]).toBe((300 * 301) / 2 + (699 * 700) / 2);
    expect(sumOfDistances).toBe((1000 * (1000 ** 2 - 1)) / 3);
  });

  test("are those of single searches in any graph: pendants, chains of them, isolates, parts", () => {
    const node = fc.nat(11);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node), { maxLength: 30 }),
        fc.array(node, { maxLength: 10 }),
        (ties, anchors) => {
          const hanging = anchors.map((anchor, at): Pair => [anchor, 12 + at]);
          // Each of the last is hung on the one before, so that chains hang as well.
          const chain = anchors.map((_, at): Pair => [12 + at, 22 + at]).slice(0, 4);
          const graph = graphOf(33, [...ties, ...hanging, ...chain]);
          expectSame(measureDistances(graph), searchEach(graph));
        },
      ),
    );
  });

  test("are those of single searches in networks of several sets, sparse and dense", () => {
    for (const [people, ties] of [
      [300, 250],
      [300, 400],
      [300, 900],
      [200, 8000],
      [600, 800],
    ]) {
      const graph = undirectedGraph(projectUndirected(randomNetwork(people, ties, ties)));
      expectSame(measureDistances(graph), searchEach(graph));
    }
  });

  test("are numbered as people are", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 60 }), (seed, ties) => {
        const { source, target } = randomNetwork(30, ties, seed);
        const pairs = Array.from(source, (from, tie): Pair => [from, target[tie]]);
        const mine = measureDistances(graphOf(30, pairs));
        const turned = measureDistances(
          graphOf(
            30,
            pairs.map(([from, to]): Pair => [29 - from, 29 - to]),
          ),
        );
        expectSame(
          {
            ...turned,
            farness: turned.farness.toReversed(),
            harmonic: turned.harmonic.toReversed(),
            eccentricity: turned.eccentricity.toReversed(),
            reached: turned.reached.toReversed(),
          },
          mine,
        );
      }),
    );
  });
});

describe("distances in parts", () => {
  const graph = undirectedGraph(projectUndirected(randomNetwork(6000, 18_000, 1)));

  test("are the same to the last bit whichever is swept first, and from copies", () => {
    const prepared = prepareDistances(graph);
    expect(prepared.partCount).toBeGreaterThan(2);
    const parts = Array.from({ length: prepared.partCount }, (_, part) => part)
      .reverse()
      .map((part) => structuredClone(sweepDistances(structuredClone(prepared), part)))
      .reverse();
    expect(finishDistances(prepared, parts)).toEqual(measureDistances(graph));
  });

  test("tell what is done, up to all of it", () => {
    const prepared = prepareDistances(graph);
    for (let part = 0; part < prepared.partCount; part += 1) {
      const shares: number[] = [];
      sweepDistances(prepared, part, (share) => shares.push(share));
      expect(shares.at(-1)).toBe(1);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    }
    const shares: number[] = [];
    measureDistances(graph, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});
