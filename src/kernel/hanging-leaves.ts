import { degreeOf, type WeightedGraph } from "./compact-graph.js";

/** Those who are tied to one other alone, with whom they hang on. */
interface HangingLeaves {
  /** Whether a node is such a leaf. Of two who have but each other the higher one is. */
  readonly isLeaf: Uint8Array;
  /** Of the leaves of a community the first one, -1 when it has none. */
  readonly firstOf: (community: number) => number;
  readonly removeFirst: (community: number) => void;
  /** Lets those of one community hang on another one. */
  readonly moveAll: (from: number, to: number) => void;
}

/**
 * The leaves of an undirected graph by whom they hang on, those with stronger ties first and then the
 * higher ones; each node is a community at first. O(people · log people), and each further step
 * takes O(log leaves).
 *
 * Crane (1972), Linear lists and priority queues as balanced binary trees: of the two subtrees of a
 * leftist tree the right one is never the deeper, so its right spine, along which two trees are
 * melded, is no longer than the logarithm of its size.
 */
export function hangLeaves(graph: WeightedGraph): HangingLeaves {
  const { nodeCount, offsets, columns: neighbour, weight } = graph;
  const isLeaf = new Uint8Array(nodeCount);
  const root = new Int32Array(nodeCount).fill(-1);
  const left = new Int32Array(nodeCount).fill(-1);
  const right = new Int32Array(nodeCount).fill(-1);
  const spine = new Int32Array(nodeCount).fill(1);

  const isBefore = (one: number, other: number): boolean => {
    const difference = weight[offsets[one]] - weight[offsets[other]];
    return difference === 0 ? one > other : difference > 0;
  };
  const spineOf = (tree: number): number => (tree < 0 ? 0 : spine[tree]);

  const meld = (one: number, other: number): number => {
    if (one < 0) return other;
    if (other < 0) return one;
    if (isBefore(other, one)) return meld(other, one);
    right[one] = meld(right[one], other);
    if (spineOf(left[one]) < spineOf(right[one])) {
      [left[one], right[one]] = [right[one], left[one]];
    }
    spine[one] = spineOf(right[one]) + 1;
    return one;
  };

  for (let node = 0; node < nodeCount; node += 1) {
    if (degreeOf(graph, node) !== 1) continue;
    const anchor = neighbour[offsets[node]];
    if (degreeOf(graph, anchor) === 1 && anchor > node) continue;
    isLeaf[node] = 1;
    root[anchor] = meld(root[anchor], node);
  }

  return {
    isLeaf,
    firstOf: (community) => root[community],
    removeFirst: (community) => {
      const first = root[community];
      root[community] = meld(left[first], right[first]);
    },
    moveAll: (from, to) => {
      root[to] = meld(root[to], root[from]);
      root[from] = -1;
    },
  };
}
