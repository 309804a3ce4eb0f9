import type { CompactGraph } from "./compact-graph.js";

/**
 * The components of an undirected graph: the i-th is `order[starts[i] .. starts[i + 1])`, near
 * ones near to each other.
 */
export interface SidedComponents {
  readonly count: number;
  readonly order: Int32Array;
  readonly starts: Int32Array;
  /** 0 or 1: by an even or odd number of ties from the first of the component. */
  readonly side: Uint8Array;
  /** 1 for components whose every tie runs from one side to the other. */
  readonly isTwoSided: Uint8Array;
}

/** By smallest node. O(people + ties). */
export function findSidedComponents({
  nodeCount,
  offsets,
  neighbour,
}: CompactGraph): SidedComponents {
  const order = new Int32Array(nodeCount);
  const starts = new Int32Array(nodeCount + 1);
  const side = new Uint8Array(nodeCount);
  const isTwoSided = new Uint8Array(nodeCount);
  const isFound = new Uint8Array(nodeCount);
  let found = 0;
  let count = 0;

  /** Takes in whoever is tied to somebody; whether all of them are on the other side. */
  const takeNeighbours = (node: number): boolean => {
    let isAcross = true;
    const end = offsets[node + 1];
    for (let tie = offsets[node]; tie < end; tie += 1) {
      const other = neighbour[tie];
      if (isFound[other] === 0) {
        isFound[other] = 1;
        side[other] = 1 - side[node];
        order[found] = other;
        found += 1;
      } else if (side[other] === side[node]) isAcross = false;
    }
    return isAcross;
  };

  for (let root = 0; root < nodeCount; root += 1) {
    if (isFound[root] === 1) continue;
    isFound[root] = 1;
    order[found] = root;
    found += 1;
    isTwoSided[count] = 1;
    for (let at = starts[count]; at < found; at += 1) {
      if (!takeNeighbours(order[at])) isTwoSided[count] = 0;
    }
    count += 1;
    starts[count] = found;
  }
  return {
    count,
    order,
    starts: starts.slice(0, count + 1),
    side,
    isTwoSided: isTwoSided.slice(0, count),
  };
}
