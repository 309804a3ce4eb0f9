import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { scoreEigenvector } from "../../src/kernel/eigenvector.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { karate, networkOf } from "../measure/literature-graphs.js";

function scoresOf(network: Network): number[] {
  return [...scoreEigenvector(undirectedGraph(projectUndirected(network)))];
}

/** From round to round: whoever is tied to somebody adds that one's value to the own. */
function byRounds({ nodeCount, source, target, weight }: Network, rounds: number): number[] {
  let values = new Array<number>(nodeCount).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    const next = values.slice();
    for (const [tie, from] of source.entries()) {
      if (from === target[tie]) continue;
      next[from] += weight[tie] * values[target[tie]];
      next[target[tie]] += weight[tie] * values[from];
    }
    const largest = Math.max(...next);
    values = next.map((value) => value / largest);
  }
  return values;
}

function expectNear(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [node, value] of expected.entries()) {
    expect(Math.abs(found[node] - value), `node ${node}`).toBeLessThan(1e-9);
  }
}

const path = (people: number) =>
  Array.from({ length: people - 1 }, (_, node) => [node, node + 1] as const);

describe("eigenvector centrality", () => {
  test("of the karate club is what is printed of it: .3734 and .3555 of length 1 for its heads", () => {
    const found = scoresOf(karate);
    const length = Math.hypot(...found);
    expect(found[33]).toBe(1);
    expect(found[33] / length).toBeCloseTo(0.3734, 4);
    expect(found[0] / length).toBeCloseTo(0.3555, 4);
    expect(found[2] / length).toBeCloseTo(0.3172, 4);
  });

  test("of a star is 1 in the middle, and one by the root of the others' number for them", () => {
    const ties = [1, 2, 3, 4].map((node) => [node, 0] as const);
    expectNear(scoresOf(networkOf(5, ties)), [1, 0.5, 0.5, 0.5, 0.5]);
  });

  test("of a path is a half wave", () => {
    for (const people of [2, 3, 10, 101]) {
      const wave = Array.from({ length: people }, (_, at) =>
        Math.sin((Math.PI * (at + 1)) / (people + 1)),
      );
      const crest = Math.max(...wave);
      expectNear(
        scoresOf(networkOf(people, path(people))),
        wave.map((value) => value / crest),
      );
    }
  });

  test("heeds strength: of ties of 3 and 4 at one person, .6 and .8", () => {
    const network = networkOf(3, [
      [1, 0, 3],
      [0, 2, 4],
    ]);
    expectNear(scoresOf(network), [1, 0.6, 0.8]);
  });

  test("is exactly 0 outside of the strongest component", () => {
    const network = networkOf(8, [
      [0, 1],
      [1, 2],
      [3, 4],
      [4, 5],
      [5, 3],
      [3, 6],
    ]);
    const found = scoresOf(network);
    expect([found[0], found[1], found[2], found[7]]).toEqual([0, 0, 0, 0]);
    expect(Math.min(found[3], found[4], found[5], found[6])).toBeGreaterThan(0);
  });

  test("is 0 in a component that could have been the strongest, and is not", () => {
    // Two who have 1.9 beside a path of six, which has 2 cos(π / 7), and never more than 2.
    const network = networkOf(8, [...path(6), [6, 7, 1.9]]);
    expectNear(scoresOf(network), [0, 0, 0, 0, 0, 0, 1, 1]);
  });

  test("of components that are as strong is as everybody alike leads to", () => {
    // A triangle and a star of four, both of eigenvalue 2, and a pair.
    const network = networkOf(10, [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [3, 5],
      [3, 6],
      [3, 7],
      [8, 9],
    ]);
    // Of length 1 they are 1/√3, and 1/√2 with 1/√8: all 1 falls on them by √3, and by 3/√2.
    expectNear(
      scoresOf(network),
      [1, 1, 1, 1.5, 0.75, 0.75, 0.75, 0.75, 0, 0].map((v) => v / 1.5),
    );
    expectNear(scoresOf(network), byRounds(network, 300));
  });

  test("of a small component is what it is alone, whatever stands beside it", () => {
    // The strongest is a triangle with a tail among forty weaker ones.
    const triangle = (from: number, weight: number) =>
      [
        [from, from + 1, weight],
        [from + 1, from + 2, weight],
        [from + 2, from, weight],
      ] as const;
    const weaker = Array.from({ length: 40 }, (_, at) => triangle(4 + 3 * at, 1)).flat();
    const ties = [...triangle(0, 2), [2, 3, 1] as const];
    const found = scoresOf(networkOf(124, [...ties, ...weaker]));
    expectNear(found.slice(0, 4), byRounds(networkOf(4, ties), 300));
    expect(new Set(found.slice(4))).toEqual(new Set([0]));
  });

  test("without ties is 0, and nobody has none", () => {
    expect(scoresOf(networkOf(0, []))).toEqual([]);
    expect(scoresOf(networkOf(1, []))).toEqual([0]);
    expect(scoresOf(networkOf(2, [[1, 1]]))).toEqual([0, 0]);
  });

  test("of two crowds hardly tied to each other is that of the stronger, if by a millionth", () => {
    const crowd = (from: number, weight: number) =>
      [0, 1, 2, 3, 4, 5].flatMap((a) =>
        [0, 1, 2, 3, 4, 5].filter((b) => b < a).map((b) => [from + a, from + b, weight] as const),
      );
    const ties = [
      ...crowd(0, 1),
      ...crowd(6, 1 + 1e-6),
      ...path(31).map(([a, b]) => [a + 11, b + 11] as const),
    ];
    const found = scoresOf(networkOf(42, [...ties, [41, 0]]));
    expect(found[6]).toBeGreaterThan(0.9);
    expect(found[1]).toBeLessThan(1e-6);
  });

  test("of 10,000 people in a chain comes to an end, and of 20,000 pairs soon", () => {
    const chain = scoresOf(networkOf(10_000, path(10_000)));
    expect(chain.every((value) => value >= 0 && value <= 1)).toBe(true);
    const pairs = Array.from({ length: 20_000 }, (_, at) => [2 * at, 2 * at + 1] as const);
    expect(new Set(scoresOf(networkOf(40_000, pairs)))).toEqual(new Set([1]));
  });

  test("is where rounds lead to, on any connected graph", () => {
    const weight = fc.integer({ min: 1, max: 9 });
    const tree = fc.array(fc.tuple(fc.nat(), weight), { minLength: 1, maxLength: 12 });
    const more = fc.array(fc.tuple(fc.nat(12), fc.nat(12), weight), { maxLength: 20 });
    fc.assert(
      fc.property(tree, more, (branches, ties) => {
        const pairs = new Map<string, readonly [number, number, number]>();
        const people = branches.length + 1;
        for (const [at, [anchor, strength]] of branches.entries()) {
          pairs.set(`${at + 1} ${anchor % (at + 1)}`, [at + 1, anchor % (at + 1), strength]);
        }
        for (const [a, b, strength] of ties) {
          if (a < people && b < people) pairs.set(`${a} ${b}`, [a, b, strength]);
        }
        const network = networkOf(people, [...pairs.values()]);
        const found = scoresOf(network);
        // Passed on once more, it stays what it is but for its scale.
        const next = byRounds(network, 0).map((_, node) => found[node]);
        for (const [tie, from] of network.source.entries()) {
          const to = network.target[tie];
          if (from === to) continue;
          next[from] += network.weight[tie] * found[to];
          next[to] += network.weight[tie] * found[from];
        }
        const largest = Math.max(...next);
        expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
        expectNear(
          found,
          next.map((value) => value / largest),
        );
      }),
    );
  });
});
