import type { WeightedGraph } from "./compact-graph.js";
import { hangLeaves } from "./hanging-leaves.js";
import { heapOfPairs } from "./pair-heap.js";
import { indexPairs } from "./pair-index.js";

/**
 * Communities by joining, again and again, the two whose union raises modularity most, until none
 * raises it: that is where modularity is highest on the way. Each node's community, numbered from 0
 * by smallest node; who has no ties stays alone.
 *
 * `graph` is undirected with a tie at both of its ends; weights are strengths, none of them negative.
 * Of pairs that gain the same, the one is joined whose lower label is the larger, then the one whose
 * higher label is, where a community's label is its smallest node: so does SNAP, which NodeXL asks.
 * Gains of whole-number weights are exact (up to a total of some 10⁷), so that only true ties tie.
 *
 * Clauset, Newman and Moore (2004), Finding community structure in very large networks. Here (1)
 * what the smaller of two communities is tied to is moved to the larger one; (2) a gain, which falls
 * with all that either end takes in, is counted again only when it comes up as the highest; (3) of
 * the leaves that hang on a community only the first competes, since their order never changes.
 * O(ties · log² ties) and O(log ties) for each gain that is counted again.
 */
export function clausetNewmanMoore(graph: WeightedGraph): Int32Array {
  const communities = startAlone(graph);
  while (communities.joinNext());
  return numbered(communities.joinedTo);
}

function startAlone(graph: WeightedGraph) {
  const { nodeCount } = graph;
  const leaves = hangLeaves(graph);
  const { ends, weight, firstEnd, nextEnd, pairsOf } = listPairs(graph, leaves.isLeaf);
  const pairCount = weight.length;
  const strength = strengths(graph);
  const total = strength.reduce((sum, each) => sum + each, 0);
  const label = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const joinedTo = label.slice();
  const index = indexPairs(ends);
  /** The pairs, and behind them a place for each community with the first of its leaves. */
  const heap = heapOfPairs(pairCount + nodeCount);

  // Gains are what joining adds to modularity, times half the square of the total.
  const rankPair = (pair: number): boolean => {
    const one = ends[2 * pair];
    const other = ends[2 * pair + 1];
    const gain = weight[pair] * total - strength[one] * strength[other];
    return heap.rank(pair, gain, label[one], label[other]);
  };

  const rankLeaf = (community: number): boolean => {
    const leaf = leaves.firstOf(community);
    const gain = leaf < 0 ? 0 : strength[leaf] * total - strength[community] * strength[leaf];
    return heap.rank(pairCount + community, gain, label[community], leaf);
  };

  const forget = (pair: number): void => {
    index.remove(pair);
    heap.remove(pair);
    for (const end of [2 * pair, 2 * pair + 1]) {
      pairsOf[ends[end]] -= 1;
      ends[end] = -1;
    }
  };

  /** Lets `large` have the pairs of `small`. */
  const movePairs = (small: number, large: number): void => {
    for (let end = firstEnd[small], next = -1; end >= 0; end = next) {
      next = nextEnd[end];
      if (ends[end] < 0) continue;
      const pair = end >> 1;
      const known = index.find(large, ends[end ^ 1]);
      if (known >= 0) {
        weight[known] += weight[pair];
        forget(pair);
        rankPair(known);
        continue;
      }
      index.remove(pair);
      ends[end] = large;
      index.enter(pair);
      nextEnd[end] = firstEnd[large];
      firstEnd[large] = end;
      pairsOf[large] += 1;
    }
  };

  const join = (small: number, large: number): void => {
    strength[large] += strength[small];
    label[large] = Math.min(label[large], label[small]);
    joinedTo[small] = large;
  };

  const joinPair = (pair: number): void => {
    const one = ends[2 * pair];
    const other = ends[2 * pair + 1];
    const [small, large] = pairsOf[one] < pairsOf[other] ? [one, other] : [other, one];
    forget(pair);
    join(small, large);
    movePairs(small, large);
    leaves.moveAll(small, large);
    rankLeaf(small);
    rankLeaf(large);
  };

  const joinLeaf = (community: number): void => {
    join(leaves.firstOf(community), community);
    leaves.removeFirst(community);
    rankLeaf(community);
  };

  /** Joins the pair that gains most; false when none gains. */
  const joinNext = (): boolean => {
    for (let top = heap.top(); top >= 0; top = heap.top()) {
      // What was told of a gain is no less than it is: if it holds, nothing gains more.
      const isLeaf = top >= pairCount;
      const holds = isLeaf ? rankLeaf(top - pairCount) : rankPair(top);
      if (!holds) continue;
      if (isLeaf) joinLeaf(top - pairCount);
      else joinPair(top);
      return true;
    }
    return false;
  };

  for (let pair = 0; pair < pairCount; pair += 1) rankPair(pair);
  for (let node = 0; node < nodeCount; node += 1) rankLeaf(node);
  return { joinedTo, joinNext };
}

/**
 * Each tie once but those of leaves: the communities at its ends `2 · pair` and `2 · pair + 1`, how
 * strong it is, and for each community a list of the ends that are at it.
 */
function listPairs(graph: WeightedGraph, isLeaf: Uint8Array) {
  const { nodeCount, offsets, columns: neighbour } = graph;
  const firstEnd = new Int32Array(nodeCount).fill(-1);
  const pairsOf = new Int32Array(nodeCount);
  const nextEnd = new Int32Array(neighbour.length);
  const ends = new Int32Array(neighbour.length);
  const weight = new Float64Array(neighbour.length / 2);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (isLeaf[node] === 1) continue;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      const other = neighbour[tie];
      if (other < node || isLeaf[other] === 1) continue;
      weight[count >> 1] = graph.weight[tie];
      for (const at of [node, other]) {
        ends[count] = at;
        nextEnd[count] = firstEnd[at];
        firstEnd[at] = count;
        pairsOf[at] += 1;
        count += 1;
      }
    }
  }
  return {
    ends: ends.slice(0, count),
    weight: weight.slice(0, count >> 1),
    firstEnd,
    nextEnd: nextEnd.slice(0, count),
    pairsOf,
  };
}

function strengths({ nodeCount, offsets, weight }: WeightedGraph): Float64Array {
  const sums = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) sums[node] += weight[tie];
  }
  return sums;
}

/** The groups of those who were joined, numbered by smallest node. */
function numbered(joinedTo: Int32Array): Int32Array {
  const of = new Int32Array(joinedTo.length).fill(-1);
  const numberAt = new Int32Array(joinedTo.length).fill(-1);
  let count = 0;
  for (let node = 0; node < joinedTo.length; node += 1) {
    let root = node;
    while (joinedTo[root] !== root) {
      joinedTo[root] = joinedTo[joinedTo[root]];
      root = joinedTo[root];
    }
    if (numberAt[root] < 0) {
      numberAt[root] = count;
      count += 1;
    }
    of[node] = numberAt[root];
  }
  return of;
}
