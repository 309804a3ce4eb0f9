import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompactGraph, undirectedGraph } from "../../../src/measure/kernel/compact-graph.js";
import { measureDiameter } from "../../../src/measure/kernel/diameter.js";
import { measureDistances } from "../../../src/measure/kernel/distances.js";
import { projectUndirected } from "../../../src/network/project.js";
import { randomNetwork } from "../../support/random-network.js";
import { karate, networkOf } from "../literature-graphs.js";

type Pair = readonly [number, number];

function graphOf(nodeCount: number, ties: readonly Pair[]): CompactGraph {
  return undirectedGraph(projectUndirected(networkOf(nodeCount, ties)));
}

function pathOf(people: number): Pair[] {
  return Array.from({ length: people - 1 }, (_, at): Pair => [at, at + 1]);
}

describe("the diameter", () => {
  test("of Zachary's karate club is 5", () => {
    expect(measureDiameter(undirectedGraph(projectUndirected(karate)))).toBe(5);
  });

  test("of 100,000 in a row is found in a few searches", () => {
    expect(measureDiameter(graphOf(100_000, pathOf(100_000)))).toBe(99_999);
  });

  test("of a ring is half of it, rounded down", () => {
    for (const people of [3, 4, 10, 11]) {
      const ring = [...pathOf(people), [people - 1, 0] as const];
      expect(measureDiameter(graphOf(people, ring))).toBe(Math.floor(people / 2));
    }
  });

  test("is that of the longest component, and 0 without ties", () => {
    const apart: Pair[] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [5, 6],
      [6, 7],
      [7, 8],
    ];
    expect(measureDiameter(graphOf(10, apart))).toBe(3);
    expect(measureDiameter(graphOf(4, []))).toBe(0);
    expect(measureDiameter(graphOf(0, []))).toBe(0);
  });

  test("is the one that the sweep of all distances finds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 80 }), fc.nat(100), fc.nat(), (people, ties, seed) => {
        const network = randomNetwork(people, Math.min(ties, people), seed);
        const graph = undirectedGraph(projectUndirected(network));
        expect(measureDiameter(graph)).toBe(measureDistances(graph).diameter);
      }),
    );
  });
});
