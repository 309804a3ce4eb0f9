import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "../measure/literature-graphs.js";
import { randomNetwork } from "../support/random-network.js";

function coresOf(network: Network): number[] {
  return [...findCoreNumbers(undirectedGraph(projectUndirected(network)))];
}

/** By the definition: whoever has fewer than k neighbours goes, until nobody has. */
function byDefinition({ nodeCount, tieCount, source, target }: Network): number[] {
  const neighbours = Array.from({ length: nodeCount }, () => new Set<number>());
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (source[tie] === target[tie]) continue;
    neighbours[source[tie]].add(target[tie]);
    neighbours[target[tie]].add(source[tie]);
  }
  const cores = new Array<number>(nodeCount).fill(0);
  let inside = new Set(cores.keys());
  for (let k = 1; inside.size > 0; k += 1) {
    for (let before = -1; before !== inside.size; ) {
      before = inside.size;
      inside = new Set(
        [...inside].filter(
          (node) => [...neighbours[node]].filter((other) => inside.has(other)).length >= k,
        ),
      );
    }
    for (const node of inside) cores[node] = k;
  }
  return cores;
}

describe("core numbers", () => {
  test("of a clique of four, a way that hangs on it, a pair apart and somebody alone", () => {
    const network = networkOf(9, [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
      [3, 4],
      [4, 5],
      [7, 6],
    ]);
    expect(coresOf(network)).toEqual([3, 3, 3, 3, 1, 1, 1, 1, 0]);
  });

  test("heed neither direction, nor weights, nor loops", () => {
    const network = networkOf(2, [
      [0, 0],
      [0, 1, 7],
      [1, 0],
    ]);
    expect(coresOf(network)).toEqual([1, 1]);
  });

  test("are none of nobody", () => {
    expect(coresOf(networkOf(0, []))).toEqual([]);
  });

  test("of 100,000 people in a chain are 1", () => {
    const people = 100_000;
    const chain = Array.from({ length: people - 1 }, (_, node) => [node, node + 1] as const);
    expect(new Set(coresOf(networkOf(people, chain)))).toEqual(new Set([1]));
  });

  test("are those of the definition, whatever the graph", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(150), fc.nat(), (people, ties, seed) => {
        const network = randomNetwork(people, Math.min(ties, people * people), seed);
        expect(coresOf(network)).toEqual(byDefinition(network));
      }),
    );
  });
});
