import type { WeightedTies } from "../model/network.js";
import { outwardGraph } from "./compact-graph.js";
import { orderStrongComponents } from "./strong-components.js";

/** Each node's component, numbered from 0 by smallest node. */
export interface Components {
  readonly count: number;
  readonly of: Int32Array;
  readonly sizes: Int32Array;
}

/** Components regardless of direction. Almost linear (union by size, path halving). */
export function weakComponents(network: WeightedTies): Components {
  const parent = Int32Array.from({ length: network.nodeCount }, (_, node) => node);
  const size = new Int32Array(network.nodeCount).fill(1);
  const rootOf = (start: number): number => {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]];
      node = parent[node];
    }
    return node;
  };
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const a = rootOf(network.source[tie]);
    const b = rootOf(network.target[tie]);
    if (a === b) continue;
    const [small, large] = size[a] < size[b] ? [a, b] : [b, a];
    parent[small] = large;
    size[large] += size[small];
  }
  return numbered(parent.map((_, node) => rootOf(node)));
}

/**
 * Components within which everybody can be reached from everybody along ties' direction. O(people
 * + ties).
 */
export function strongComponents(network: WeightedTies): Components {
  const { count, offsets: starts, columns: order } = orderStrongComponents(outwardGraph(network));
  const component = new Int32Array(network.nodeCount);
  for (let each = 0; each < count; each += 1) {
    for (let at = starts[each]; at < starts[each + 1]; at += 1) component[order[at]] = each;
  }
  return numbered(component);
}

/** The same groups, numbered by their smallest node. */
function numbered(labels: Int32Array): Components {
  const numberOf = new Map<number, number>();
  const of = labels.map((label) => {
    const known = numberOf.get(label) ?? numberOf.size;
    numberOf.set(label, known);
    return known;
  });
  const sizes = new Int32Array(numberOf.size);
  for (const component of of) sizes[component] += 1;
  return { count: numberOf.size, of, sizes };
}
