import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  measureChanceModularity,
  standardScore,
} from "../../src/measure/community/chance-modularity.js";
import { findCommunities } from "../../src/measure/community/communities.js";
import { rewire } from "../../src/measure/network/rewire.js";
import type { Projection } from "../../src/model/network.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { projectUndirected } from "../../src/network/project.js";
import { cases } from "../support/cases.js";
import { randomNetwork } from "../support/random-network.js";
import { karate } from "./literature-graphs.js";

function degrees({ nodeCount, low, high }: Projection): number[] {
  const degree = Array<number>(nodeCount).fill(0);
  for (const end of [...low, ...high]) degree[end] += 1;
  return degree;
}

const modularityOf = (projection: Projection, seed: number) =>
  findCommunities(projection, { method: "leiden", seed }).modularity;

function scoreOf(projection: Projection): number | undefined {
  const chance = measureChanceModularity({ projection, modularityOf, seed: 1, onShare() {} });
  return standardScore(modularityOf(projection, 1), chance);
}

describe("a rewired network", () => {
  test("has everybody's degree and every weight, and no loop or double tie", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (people, seed) => {
        const network = randomNetwork(people, Math.min(3 * people, people ** 2), seed);
        const before = projectUndirected(network);
        const after = rewire(before, seededRandom(seed));
        expect(degrees(after)).toEqual(degrees(before));
        expect([...after.weight].sort()).toEqual([...before.weight].sort());
        const pairs = Array.from(after.low, (low, tie) => `${low} ${after.high[tie]}`);
        expect(new Set(pairs).size).toBe(after.tieCount);
        for (const [tie, low] of after.low.entries()) expect(low).toBeLessThan(after.high[tie]);
      }),
      { numRuns: cases(40) },
    );
  });

  test("is another one: of the karate club's 78 ties few stay", () => {
    const before = projectUndirected(karate);
    const after = rewire(before, seededRandom(3));
    const known = new Set(Array.from(before.low, (low, tie) => `${low} ${before.high[tie]}`));
    const stay = Array.from(after.low, (low, tie) => `${low} ${after.high[tie]}`).filter((pair) =>
      known.has(pair),
    );
    expect(stay.length).toBeLessThan(40);
  });
});

describe("modularity beside chance", () => {
  test("the karate club, which split in two, is above it; 200 people tied at random are not", () => {
    expect(scoreOf(projectUndirected(karate))).toBeGreaterThan(2);
    const random = projectUndirected(randomNetwork(200, 400, 2));
    expect(modularityOf(random, 1)).toBeGreaterThan(0.4);
    expect(scoreOf(random)).toBeLessThan(2);
  });

  test("has no score where nobody is tied, or all rewired networks are the same", () => {
    const pair = { nodeCount: 2, tieCount: 1, low: Int32Array.of(0), high: Int32Array.of(1) };
    expect(scoreOf({ ...pair, weight: Float64Array.of(1) })).toBeUndefined();
  });
});
