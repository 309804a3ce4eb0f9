import fc from "fast-check";
import { DirectedGraph } from "graphology";
import { expect, test } from "vitest";
import { inwardGraph, outwardGraph } from "../../src/kernel/compact-graph.js";
import { measureMutualShare } from "../../src/measure/node/mutual-share.js";
import type { Network } from "../../src/model/network.js";
import { karate, networkOf } from "./literature-graphs.js";

function sharesOf(network: Network): number[] {
  return [...measureMutualShare({ outward: outwardGraph(network), inward: inwardGraph(network) })];
}

test("is the share of the people around somebody with whom the tie goes both ways", () => {
  const network = networkOf(6, [
    // One of three; weights and the loop do not count.
    [0, 0],
    [0, 1, 9],
    [1, 0],
    [0, 2],
    [3, 0, 9],
    // Nobody but themselves.
    [4, 4],
  ]);
  expect(sharesOf(network)).toEqual([1 / 3, 1, 0, 0, Number.NaN, Number.NaN]);
});

test("is 1 for everybody in a network of friendships", () => {
  expect(sharesOf(karate)).toEqual(Array(34).fill(1));
});

test("is not defined without ties", () => {
  expect(sharesOf(networkOf(0, []))).toEqual([]);
  expect(sharesOf(networkOf(2, []))).toEqual([Number.NaN, Number.NaN]);
});

const anyNetwork = fc.integer({ min: 1, max: 9 }).chain((nodeCount) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), {
      selector: ([source, target]) => source * nodeCount + target,
      maxLength: 40,
    })
    .map((pairs) => networkOf(nodeCount, pairs)),
);

/** By the sets of neighbours that graphology knows. */
function byGraphology({ nodeCount, source, target }: Network): number[] {
  const graph = new DirectedGraph();
  for (let node = 0; node < nodeCount; node += 1) graph.addNode(node);
  for (const [tie, from] of source.entries()) graph.addEdge(from, target[tie]);
  return graph.mapNodes((node) => {
    const around = graph.neighbors(node).filter((other) => other !== node);
    const mutual = around.filter(
      (other) => graph.hasEdge(node, other) && graph.hasEdge(other, node),
    );
    return mutual.length / around.length;
  });
}

test("of any network is what the sets of neighbours give, in whatever order people stand", () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const found = sharesOf(network);
      expect(found).toEqual(byGraphology(network));
      const turned = (node: number): number => network.nodeCount - 1 - node;
      const pairs = Array.from(
        network.source,
        (source, tie) => [turned(source), turned(network.target[tie])] as const,
      );
      const other = sharesOf(networkOf(network.nodeCount, pairs));
      expect(other.reverse()).toEqual(found);
    }),
  );
});
