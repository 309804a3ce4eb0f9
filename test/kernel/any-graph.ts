import fc from "fast-check";
import { undirectedGraph, type WeightedGraph } from "../../src/kernel/compact-graph.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "../measure/literature-graphs.js";
import { randomNetwork } from "../support/random-network.js";

type Ties = readonly (readonly [number, number] | readonly [number, number, number])[];

/** Ties as pairs of nodes, with weights or without, in any order. */
export function weightedGraphOf(nodeCount: number, ties: Ties): WeightedGraph {
  return undirectedGraph(projectUndirected(networkOf(nodeCount, ties)));
}

/** So many people and ties by chance, every weight 1 or 2. */
export function randomGraph(people: number, ties: number, seed: number): WeightedGraph {
  return undirectedGraph(projectUndirected(randomNetwork(people, ties, seed)));
}

/** Isolates, pendants, chains, parts, loops that are left out; weights over many magnitudes. */
export function anyGraph(largest: number): fc.Arbitrary<WeightedGraph> {
  const weight = fc.oneof(
    fc.constant(1),
    fc.integer({ min: 1, max: 9 }),
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  );
  return fc.integer({ min: 0, max: largest }).chain((nodeCount) =>
    nodeCount === 0
      ? fc.constant(weightedGraphOf(0, []))
      : fc
          .array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1), weight), {
            maxLength: 3 * largest,
          })
          .map((ties) => weightedGraphOf(nodeCount, ties)),
  );
}
