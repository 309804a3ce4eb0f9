import type { Network } from "../model/network.js";

/** Each node's component, numbered from 0 by smallest node. */
export interface Components {
  readonly count: number;
  readonly of: Int32Array;
  readonly sizes: Int32Array;
}

/** Components regardless of direction. Almost linear (union by size, path halving). */
export function weakComponents(network: Network): Components {
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
 * + ties), without recursion: a chain of 100,000 people does not overflow the stack.
 *
 * Tarjan (1972), Depth-first search and linear graph algorithms.
 */
export function strongComponents(network: Network): Components {
  const { nodeCount, tieCount, source, target } = network;
  const firstTie = new Int32Array(nodeCount + 1);
  for (let tie = 0; tie < tieCount; tie += 1) firstTie[source[tie] + 1] += 1;
  for (let node = 0; node < nodeCount; node += 1) firstTie[node + 1] += firstTie[node];

  const component = new Int32Array(nodeCount).fill(-1);
  const visit = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const nextTie = firstTie.slice(0, nodeCount);
  const path: number[] = [];
  const open: number[] = [];
  let visits = 0;
  let components = 0;

  const enter = (node: number): void => {
    visit[node] = visits;
    low[node] = visits;
    visits += 1;
    path.push(node);
    open.push(node);
  };

  for (let root = 0; root < nodeCount; root += 1) {
    if (visit[root] < 0) enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (nextTie[node] < firstTie[node + 1]) {
        const next = target[nextTie[node]];
        nextTie[node] += 1;
        if (visit[next] < 0) enter(next);
        else if (component[next] < 0) low[node] = Math.min(low[node], visit[next]);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) low[before] = Math.min(low[before], low[node]);
      if (low[node] !== visit[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = components;
        if (member === node) break;
      }
      components += 1;
    }
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
