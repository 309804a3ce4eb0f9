import type { CompactGraph } from "./compact-graph.js";

export interface BiconnectedComponents {
  readonly count: number;
  /** People in the largest; 0 without ties. */
  readonly largest: number;
  /** 1 for whoever, taken away, leaves others without a path to each other. */
  readonly isArticulation: Uint8Array;
}

/**
 * Biconnected components of an undirected graph with each tie at both ends: what no one person holds
 * together. Two who are tied by a bridge are one, and who has no ties is in none; a person in several
 * is an articulation point. O(people + ties), without recursion: a chain of 100,000 people does not
 * overflow the stack.
 *
 * Hopcroft and Tarjan (1973), Algorithm 447: Efficient algorithms for graph manipulation.
 */
export function biconnectedComponents(graph: CompactGraph): BiconnectedComponents {
  const { nodeCount, offsets, columns: neighbour } = graph;
  const isArticulation = new Uint8Array(nodeCount);
  const visit = new Int32Array(nodeCount).fill(-1);
  /** The earliest visit that one tie leads back to from a node or from below it. */
  const low = new Int32Array(nodeCount);
  const nextTie = offsets.slice(0, nodeCount);
  const path = new Int32Array(nodeCount);
  /** Who has been visited and is in no finished component but as its top. */
  const open = new Int32Array(nodeCount);
  let visits = 0;
  let openCount = 0;
  let count = 0;
  let largest = 0;

  const enter = (node: number, depth: number): void => {
    visit[node] = visits;
    low[node] = visits;
    visits += 1;
    path[depth] = node;
    open[openCount] = node;
    openCount += 1;
  };

  /** Takes out whoever has been visited since `from`: with the one above, they are a component. */
  const close = (from: number): void => {
    let people = 1;
    let last = -1;
    while (last !== from) {
      openCount -= 1;
      last = open[openCount];
      people += 1;
    }
    count += 1;
    largest = Math.max(largest, people);
  };

  const searchFrom = (root: number): void => {
    openCount = 0;
    enter(root, 0);
    let componentsAtRoot = 0;
    for (let depth = 0; depth >= 0; ) {
      const node = path[depth];
      const above = depth === 0 ? -1 : path[depth - 1];
      if (nextTie[node] < offsets[node + 1]) {
        const next = neighbour[nextTie[node]];
        nextTie[node] += 1;
        if (visit[next] < 0) {
          depth += 1;
          enter(next, depth);
        } else low[node] = Math.min(low[node], visit[next]);
        continue;
      }
      depth -= 1;
      if (above < 0) continue;
      low[above] = Math.min(low[above], low[node]);
      if (low[node] < visit[above]) continue;
      close(node);
      if (above === root) componentsAtRoot += 1;
      else isArticulation[above] = 1;
    }
    if (componentsAtRoot > 1) isArticulation[root] = 1;
  };

  for (let node = 0; node < nodeCount; node += 1) if (visit[node] < 0) searchFrom(node);
  return { count, largest, isArticulation };
}
