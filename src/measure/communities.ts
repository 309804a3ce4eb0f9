import louvain from "graphology-communities-louvain";
import modularity from "graphology-metrics/graph/modularity.js";
import type { Projection } from "../model/network.js";
import { seededRandom } from "../model/seeded-random.js";
import { undirectedGraph } from "./graphology-graph.js";

export interface Partition {
  /** Community of each node, numbered from 0 by size and then by smallest node; -1 for isolates. */
  readonly of: Int32Array;
  readonly count: number;
  /** Newman's Q of the partition on the weighted projection; `undefined` without ties. */
  readonly modularity: number | undefined;
}

/**
 * Communities by Louvain on the undirected projection with summed weights: on a directed graph
 * the library would optimise another quantity. The same seed gives the same partition.
 *
 * Blondel, Guillaume, Lambiotte and Lefebvre (2008), Fast unfolding of communities in large
 * networks; Newman (2006), Modularity and community structure in networks.
 */
export function findCommunities(projection: Projection, seed: number): Partition {
  const of = new Int32Array(projection.nodeCount).fill(-1);
  if (projection.tieCount === 0) return { of, count: 0, modularity: undefined };
  const graph = undirectedGraph(projection);
  const found = louvain(graph, { getEdgeWeight: "weight", rng: seededRandom(seed) });
  const members = new Map<number, number[]>();
  for (let node = 0; node < projection.nodeCount; node += 1) {
    if (graph.degree(node) === 0) continue;
    const label = found[node];
    const known = members.get(label);
    if (known === undefined) members.set(label, [node]);
    else known.push(node);
  }
  const bySize = [...members.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
  for (const [community, nodes] of bySize.entries()) for (const node of nodes) of[node] = community;
  return {
    of,
    count: bySize.length,
    modularity: modularity(graph, {
      getEdgeWeight: "weight",
      getNodeCommunity: (node) => found[node],
    }),
  };
}
