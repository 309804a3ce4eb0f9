import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import { measureAssortativity } from "../../src/measure/network/assortativity.js";
import { measureAttention } from "../../src/measure/network/attention.js";
import { measureCentralization } from "../../src/measure/network/centralization.js";
import { measureClustering } from "../../src/measure/node/clustering.js";
import { countOtherPeople } from "../../src/measure/node/other-people.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { randomNetwork } from "../support/random-network.js";
import { karate, networkOf } from "./literature-graphs.js";

function measuresOf(network: Network) {
  const graph = undirectedGraph(projectUndirected(network));
  const { received, given } = countOtherPeople(network);
  const { averageLocal, transitivity } = measureClustering(graph);
  return {
    averageLocal,
    transitivity,
    assortativity: measureAssortativity(graph),
    coreDepth: graph.nodeCount === 0 ? undefined : Math.max(...findCoreNumbers(graph)),
    inCentralization: measureCentralization(received),
    outCentralization: measureCentralization(given),
    ...measureAttention(received),
  };
}

type Pair = readonly [number, number];

/** Everybody from 1 on to or from person 0. */
function star(people: number, direction: "in" | "out"): Network {
  const pairs = Array.from({ length: people - 1 }, (_, at): Pair => {
    return direction === "in" ? [at + 1, 0] : [0, at + 1];
  });
  return networkOf(people, pairs);
}

describe("Zachary's karate club", () => {
  test("has the clustering, assortativity and core that are printed of it", () => {
    const found = measuresOf(karate);
    expect(found.averageLocal).toBeCloseTo(0.5706, 4);
    expect(found.transitivity).toBeCloseTo(0.2557, 4);
    expect(found.assortativity).toBeCloseTo(-0.4756, 4);
    expect(found.coreDepth).toBe(4);
  });

  test("has the same whichever way its ties run, and with loops beside", () => {
    const once = Array.from(karate.source, (source, tie): Pair => [source, karate.target[tie]])
      .filter(([source, target]) => source < target)
      .concat([[33, 33]]);
    const { averageLocal, transitivity, assortativity, coreDepth } = measuresOf(karate);
    const sameEitherWay = { averageLocal, transitivity, assortativity, coreDepth };
    expect(measuresOf(networkOf(34, once))).toMatchObject(sameEitherWay);
  });
});

describe("centralization", () => {
  test("is 1 towards the middle of a star, and hardly any from it", () => {
    expect(measuresOf(star(11, "in")).inCentralization).toBe(1);
    // Ten people engage one each, and the eleventh nobody.
    expect(measuresOf(star(11, "in")).outCentralization).toBeCloseTo((1 * 11 - 10) / 100, 12);
    expect(measuresOf(star(11, "out")).outCentralization).toBe(1);
  });

  test("is 0 where everybody is alike, and takes no loop for attention", () => {
    const ring = Array.from({ length: 6 }, (_, at): Pair => [at, (at + 1) % 6]);
    expect(measuresOf(networkOf(6, ring))).toMatchObject({
      inCentralization: 0,
      outCentralization: 0,
    });
    expect(measuresOf(networkOf(6, [...ring, [0, 0]]))).toMatchObject({ inCentralization: 0 });
  });
});

describe("attention", () => {
  test("is spread by Gini as worked out by hand: 0, 0, 1 and 3 give .625", () => {
    // Mean difference of all sixteen pairs 1.25, over twice the mean of 1.
    expect(measureAttention(Int32Array.of(3, 0, 1, 0)).gini).toBe(0.625);
    expect(measureAttention(Int32Array.of(2, 2, 2)).gini).toBe(0);
  });

  test("goes to the top hundredth of the people, rounded down, and to one at least", () => {
    expect(measureAttention(Int32Array.of(6, 1, 1)).topShare).toBe(0.75);
    const of = (people: number) => Int32Array.from({ length: people }, (_, at) => (at < 3 ? 9 : 0));
    expect(measureAttention(of(199)).topShare).toBeCloseTo(1 / 3, 12);
    expect(measureAttention(of(200)).topShare).toBeCloseTo(2 / 3, 12);
  });

  test("that nobody gets is spread in no way", () => {
    expect(measureAttention(new Int32Array(5))).toEqual({ gini: undefined, topShare: undefined });
  });
});

describe("networks at the edge of what there can be", () => {
  test("an empty one has no measure", () => {
    expect(new Set(Object.values(measuresOf(networkOf(0, []))))).toEqual(new Set([undefined]));
  });

  test("one person, and people without ties, have a core of depth 0 and no clustering", () => {
    const alone = measuresOf(networkOf(1, []));
    expect(alone).toMatchObject({ averageLocal: 0, coreDepth: 0 });
    expect(alone.inCentralization).toBeUndefined();
    expect(alone.transitivity).toBeUndefined();
    expect(measuresOf(networkOf(1, [[0, 0]]))).toEqual(alone);
    expect(measuresOf(networkOf(3, []))).toEqual({
      ...alone,
      inCentralization: 0,
      outCentralization: 0,
    });
  });

  test("a triangle and a pair apart: three of five in a triangle, and all ties alike at their ends", () => {
    const pairs: readonly Pair[] = [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
    ];
    expect(measuresOf(networkOf(5, pairs))).toMatchObject({
      averageLocal: 0.6,
      transitivity: 1,
      assortativity: 1,
      coreDepth: 2,
    });
  });

  test("assortativity is not known where everybody has as many neighbours", () => {
    const ring = Array.from({ length: 7 }, (_, at): Pair => [at, (at + 1) % 7]);
    expect(measuresOf(networkOf(7, ring)).assortativity).toBeUndefined();
  });

  test("a hub of 100,000 neighbours costs no pair of them", () => {
    expect(measuresOf(star(100_001, "in"))).toMatchObject({ averageLocal: 0, coreDepth: 1 });
  });
});

describe("any network", () => {
  const anyNetwork = fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.nat(40), fc.nat())
    .map(([people, ties, seed]) => randomNetwork(people, Math.min(ties, people * people), seed));

  test("has measures that are finite or not known, and within their bounds", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { assortativity, coreDepth, ...shares } = measuresOf(network);
        for (const share of Object.values(shares)) {
          if (share === undefined) continue;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        if (assortativity !== undefined) expect(Math.abs(assortativity)).toBeLessThan(1 + 1e-9);
        expect(coreDepth).toBeLessThan(network.nodeCount);
      }),
    );
  });

  test("has the same measures when its people are numbered otherwise", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const turned = (node: number): number => network.nodeCount - 1 - node;
        const pairs = Array.from(
          network.source,
          (source, tie): Pair => [turned(source), turned(network.target[tie])],
        );
        const mine = measuresOf(network);
        for (const [name, value] of Object.entries(
          measuresOf(networkOf(network.nodeCount, pairs)),
        )) {
          const here = Object.entries(mine).find(([other]) => other === name)?.[1];
          if (value === undefined || here === undefined) expect(value, name).toBe(here);
          else expect(value, name).toBeCloseTo(here, 12);
        }
      }),
    );
  });
});
