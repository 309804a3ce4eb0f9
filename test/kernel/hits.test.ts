import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inwardGraph, outwardGraph } from "../../src/kernel/compact-graph.js";
import { scoreHubsAndAuthorities } from "../../src/kernel/hits.js";
import type { Network } from "../../src/model/network.js";
import { networkOf } from "../measure/literature-graphs.js";
import { randomNetwork } from "../support/random-network.js";

function scoresOf(network: Network) {
  const { hub, authority } = scoreHubsAndAuthorities(outwardGraph(network), inwardGraph(network));
  return { hub: [...hub], authority: [...authority] };
}

/** One of Kleinberg's rounds: authorities by whom they are engaged by, then hubs by whom they engage. */
function round({ nodeCount, source, target, weight }: Network, hub: readonly number[]) {
  const authority = new Array<number>(nodeCount).fill(0);
  const next = new Array<number>(nodeCount).fill(0);
  const pass = (from: readonly number[], to: number[], isBack: boolean): number[] => {
    for (const [tie, one] of source.entries()) {
      const other = target[tie];
      if (one === other) continue;
      if (isBack) to[one] += weight[tie] * from[other];
      else to[other] += weight[tie] * from[one];
    }
    const largest = Math.max(...to);
    return largest > 0 ? to.map((value) => value / largest) : to;
  };
  const authorities = pass(hub, authority, false);
  return { authority: authorities, hub: pass(authorities, next, true) };
}

function expectNear(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [node, value] of expected.entries()) {
    expect(Math.abs(found[node] - value), `node ${node}`).toBeLessThan(1e-9);
  }
}

describe("hubs and authorities", () => {
  test("of a star: who is engaged by all is the authority, they alike are hubs", () => {
    const ties = [1, 2, 3].map((node) => [node, 0] as const);
    const { hub, authority } = scoresOf(networkOf(4, ties));
    expectNear(hub, [0, 1, 1, 1]);
    expectNear(authority, [1, 0, 0, 0]);
  });

  test("of a small component are what they are alone, whatever stands beside it", () => {
    const ties = [
      [0, 2, 3],
      [0, 3, 1],
      [1, 3, 2],
      [1, 4, 1],
    ] as const;
    const weaker = Array.from({ length: 60 }, (_, at) => [5 + 2 * at, 6 + 2 * at, 1] as const);
    const found = scoresOf(networkOf(125, [...ties, ...weaker]));
    const alone = scoresOf(networkOf(5, ties));
    expectNear(found.hub.slice(0, 5), alone.hub);
    expectNear(found.authority.slice(0, 5), alone.authority);
    expectNear(round(networkOf(5, ties), found.hub.slice(0, 5)).hub, found.hub.slice(0, 5));
    expect(new Set([...found.hub.slice(5), ...found.authority.slice(5)])).toEqual(new Set([0]));
  });

  test("heed strength: of ties of 3 and 4 from one person, .75 and 1", () => {
    const network = networkOf(3, [
      [0, 1, 3],
      [0, 2, 4],
    ]);
    expectNear(scoresOf(network).hub, [1, 0, 0]);
    expectNear(scoresOf(network).authority, [0, 0.75, 1]);
  });

  test("of a way that forks is by the golden section", () => {
    // 0 engages 2 and 3, 1 engages 3.
    const network = networkOf(4, [
      [0, 2],
      [0, 3],
      [1, 3],
    ]);
    const golden = (1 + Math.sqrt(5)) / 2;
    const { hub, authority } = scoresOf(network);
    expectNear(hub, [1, 1 / golden, 0, 0]);
    expectNear(authority, [0, 0, 1 / golden, 1]);
  });

  test("are alike on a ring, and one may be both", () => {
    const ring = networkOf(
      5,
      [0, 1, 2, 3, 4].map((node) => [node, (node + 1) % 5] as const),
    );
    expectNear(scoresOf(ring).hub, [1, 1, 1, 1, 1]);
    expectNear(scoresOf(ring).authority, [1, 1, 1, 1, 1]);
  });

  test("are exactly 0 outside of the strongest component, and leave loops out", () => {
    const network = networkOf(6, [
      [0, 0, 99],
      [0, 1],
      [0, 2],
      [3, 4],
    ]);
    expect(scoresOf(network)).toEqual({ hub: [1, 0, 0, 0, 0, 0], authority: [0, 1, 1, 0, 0, 0] });
  });

  test("of components that are as strong are what Kleinberg's rounds lead to", () => {
    // Four who engage one, and one who engages four: 2 is the strength of both.
    const network = networkOf(12, [
      ...[1, 2, 3, 4].map((node) => [node, 0] as const),
      ...[6, 7, 8, 9].map((node) => [5, node] as const),
      [10, 11],
    ]);
    const { hub, authority } = scoresOf(network);
    expectNear(hub, [0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    expectNear(authority, [1, 0, 0, 0, 0, 0, 0.25, 0.25, 0.25, 0.25, 0, 0]);
    let expected = round(network, new Array<number>(12).fill(1));
    for (let at = 0; at < 60; at += 1) expected = round(network, expected.hub);
    expectNear(hub, expected.hub);
    expectNear(authority, expected.authority);
  });

  test("without ties are 0, and nobody has none", () => {
    expect(scoresOf(networkOf(0, []))).toEqual({ hub: [], authority: [] });
    expect(scoresOf(networkOf(2, [[1, 1]]))).toEqual({ hub: [0, 0], authority: [0, 0] });
  });

  test("of 20,000 people in a chain are alike but for its ends", () => {
    const people = 20_000;
    const chain = Array.from({ length: people - 1 }, (_, node) => [node, node + 1] as const);
    const { hub, authority } = scoresOf(networkOf(people, chain));
    expect([new Set(hub.slice(0, -1)), hub[people - 1]]).toEqual([new Set([1]), 0]);
    expect([authority[0], new Set(authority.slice(1))]).toEqual([0, new Set([1])]);
  });

  test("stay what they are in another of Kleinberg's rounds, whatever the network", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(80), fc.nat(), (people, ties, seed) => {
        const network = randomNetwork(people, Math.min(ties, people * people), seed);
        const { hub, authority } = scoresOf(network);
        const next = round(network, hub);
        expectNear(authority, next.authority);
        expectNear(hub, next.hub);
        expect(Math.min(...hub, ...authority)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("change places when all ties run the other way", () => {
    const network = randomNetwork(60, 200, 5);
    const { hub, authority } = scoreHubsAndAuthorities(outwardGraph(network), inwardGraph(network));
    const turned = scoreHubsAndAuthorities(inwardGraph(network), outwardGraph(network));
    expectNear([...turned.hub], [...authority]);
    expectNear([...turned.authority], [...hub]);
  });
});
