import type { CommunityMethod } from "../model/community-method.js";
import { none } from "../model/corpus.js";
import { clausetNewmanMoore } from "./clauset-newman-moore.js";
import { degreeOf, type WeightedGraph } from "./compact-graph.js";
import { findByLeiden } from "./leiden.js";
import { findByLouvain } from "./louvain.js";
import { moderateWeights } from "./moderate-weights.js";

export interface Communities {
  /** Community of each node, numbered from 0 by size and then by smallest node; -1 for isolates. */
  readonly of: Int32Array;
  readonly count: number;
}

export interface CommunitySettings {
  readonly method: CommunityMethod;
  readonly seed: number;
}

/** Labels from 0 without gaps, in the order of nodes; isolates each have their own. */
const finders: Readonly<
  Record<CommunityMethod, (graph: WeightedGraph, seed: number) => Int32Array>
> = { leiden: findByLeiden, louvain: findByLouvain, cnm: clausetNewmanMoore };

/** Who is in which, without their modularity: for whoever finds them many times and compares. */
export function findMembership(
  graph: WeightedGraph,
  { method, seed }: CommunitySettings,
): Communities {
  return numberBySize(graph, finders[method](moderateWeights(graph), seed));
}

function numberBySize(graph: WeightedGraph, labels: Int32Array): Communities {
  const sizes: number[] = [];
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const label = labels[node];
    if (label === sizes.length) sizes.push(0);
    if (degreeOf(graph, node) > 0) sizes[label] += 1;
  }
  // Labels ascend with their smallest nodes.
  const bySize = [...sizes.keys()]
    .filter((label) => sizes[label] > 0)
    .sort((a, b) => sizes[b] - sizes[a] || a - b);
  const numberOf = new Int32Array(sizes.length).fill(none);
  for (const [community, label] of bySize.entries()) numberOf[label] = community;
  return { of: labels.map((label) => numberOf[label]), count: bySize.length };
}
