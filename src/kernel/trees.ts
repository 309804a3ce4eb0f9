import { groupBy } from "../model/csr.js";

/** Trees by their roots, ascending; each is a row. */
export interface Trees {
  readonly count: number;
  readonly root: Int32Array;
  /** The tree of each node. */
  readonly of: Int32Array;
  readonly size: Int32Array;
  /** Steps from the root to the node that is farthest from it. */
  readonly depth: Int32Array;
  /** The most nodes that are equally far from the root. */
  readonly width: Int32Array;
  /** Mean steps between two nodes; NaN for a node alone. */
  readonly meanDistance: Float64Array;
}

/**
 * Measures a forest that is given by the parent of each node, below 0 for a root. The mean distance between
 * two nodes of a tree, its structural virality, comes from how many nodes lie below each tie: with b of n
 * nodes below, it is on b (n − b) of the n (n − 1) / 2 shortest paths. O(nodes).
 *
 * A chain of three: depth 2, width 1, 4/3. A root with three children: depth 1, width 3, 3/2.
 *
 * Goel, Anderson, Hofman and Watts (2016), The structural virality of online diffusion,
 * doi:10.1287/mnsc.2015.2158.
 *
 * @param parent - Without circles; see `withoutCircles`.
 */
export function measureTrees(parent: Int32Array): Trees {
  const nodeCount = parent.length;
  const children = groupBy(parent, nodeCount);
  const root = Int32Array.from([...parent.keys()].filter((node) => parent[node] < 0));
  const of = new Int32Array(nodeCount);
  const steps = new Int32Array(nodeCount);
  const trees = {
    count: root.length,
    root,
    of,
    size: new Int32Array(root.length),
    depth: new Int32Array(root.length),
    width: new Int32Array(root.length),
    meanDistance: new Float64Array(root.length).fill(Number.NaN),
  };
  const below = new Int32Array(nodeCount).fill(1);
  for (const [tree, start] of root.entries()) {
    // By their distance from the root.
    const order = [start];
    const atDistance: number[] = [];
    for (const node of order) {
      of[node] = tree;
      const distance = parent[node] < 0 ? 0 : steps[parent[node]] + 1;
      steps[node] = distance;
      atDistance[distance] = (atDistance[distance] ?? 0) + 1;
      for (let at = children.offsets[node]; at < children.offsets[node + 1]; at += 1) {
        order.push(children.columns[at]);
      }
    }
    const size = order.length;
    let sum = 0;
    for (let at = size - 1; at > 0; at -= 1) {
      const node = order[at];
      below[parent[node]] += below[node];
      sum += below[node] * (size - below[node]);
    }
    trees.size[tree] = size;
    trees.depth[tree] = atDistance.length - 1;
    trees.width[tree] = atDistance.reduce((most, one) => Math.max(most, one), 0);
    if (size > 1) trees.meanDistance[tree] = sum / ((size * (size - 1)) / 2);
  }
  return trees;
}

/** The same parents, but that the smallest node of a circle has none: what is written can claim anything. O(nodes). */
export function withoutCircles(parent: Int32Array): Int32Array {
  const cut = parent.slice();
  const metOn = new Int32Array(parent.length).fill(-1);
  for (let start = 0; start < parent.length; start += 1) {
    let node = start;
    while (node >= 0 && metOn[node] < 0) {
      metOn[node] = start;
      node = cut[node];
    }
    if (node < 0 || metOn[node] !== start) continue;
    let least = node;
    for (let next = cut[node]; next !== node; next = cut[next]) least = Math.min(least, next);
    cut[least] = -1;
  }
  return cut;
}
