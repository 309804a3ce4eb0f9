import type { CompactGraph } from "./compact-graph.js";

/**
 * Trees that hang on the rest of a graph, folded from their tips into whom they hang on: searches that
 * begin or end in them pass their anchors, which therefore stand for them.
 */
export interface FoldedBranches {
  /** Whom each folded node hung on when it was folded; -1 for those who stay. */
  readonly anchor: Int32Array;
  /** The folded nodes, each before its anchor. */
  readonly order: Int32Array;
  /** 1 where the node has a tie to its anchor. */
  readonly runsIn: Uint8Array;
  /** 1 where the anchor has a tie to the node. */
  readonly runsOut: Uint8Array;
  /** How many of a node's branches, itself among them, have a path to it. */
  readonly sources: Float64Array;
  /** To how many of its branches, itself among them, a node has a way. */
  readonly sinks: Float64Array;
  /** Ordered pairs out of different branches of a node whose path leads through it. */
  readonly within: Float64Array;
}

/**
 * Folds whoever has ties with one other alone, in whichever direction, until nobody is left who
 * has. Of a part that is a tree one node stays, without ties. O(people + ties).
 *
 * Baglioni, Geraci, Pellegrini and Lastres (2012), Fast exact computation of betweenness centrality
 * in social networks; Sarıyüce, Saule, Kaya and Çatalyürek (2013), Shattering and compressing networks
 * for betweenness centrality.
 */
export function foldBranches(outward: CompactGraph, inward: CompactGraph): FoldedBranches {
  const { nodeCount } = outward;
  const { others, mix } = countOthers(outward, inward);
  const anchor = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount);
  const runsIn = new Uint8Array(nodeCount);
  const runsOut = new Uint8Array(nodeCount);
  const sources = new Float64Array(nodeCount).fill(1);
  const sinks = new Float64Array(nodeCount).fill(1);
  const within = new Float64Array(nodeCount);
  const tips: number[] = [];
  let folded = 0;
  for (let node = 0; node < nodeCount; node += 1) if (others[node] === 1) tips.push(node);
  for (let tip = tips.pop(); tip !== undefined; tip = tips.pop()) {
    // Of two who have but each other left, the second stays.
    if (others[tip] !== 1) continue;
    const at = mix[tip];
    anchor[tip] = at;
    order[folded] = tip;
    folded += 1;
    const comesIn = hasTie(outward, tip, at) ? sources[tip] : 0;
    const goesOut = hasTie(inward, tip, at) ? sinks[tip] : 0;
    runsIn[tip] = comesIn > 0 ? 1 : 0;
    runsOut[tip] = goesOut > 0 ? 1 : 0;
    within[at] += comesIn * (sinks[at] - 1) + (sources[at] - 1) * goesOut;
    sources[at] += comesIn;
    sinks[at] += goesOut;
    others[at] -= 1;
    mix[at] ^= tip;
    if (others[at] === 1) tips.push(at);
  }
  return { anchor, order: order.slice(0, folded), runsIn, runsOut, sources, sinks, within };
}

/** Each node's distinct neighbours, counted and mixed by XOR, so that the last one left is known. */
function countOthers(outward: CompactGraph, inward: CompactGraph) {
  const { nodeCount } = outward;
  const others = new Int32Array(nodeCount);
  const mix = new Int32Array(nodeCount);
  const seenAt = new Int32Array(nodeCount).fill(-1);
  for (let node = 0; node < nodeCount; node += 1) {
    for (const { offsets, columns: neighbour } of [outward, inward]) {
      for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
        const other = neighbour[tie];
        if (seenAt[other] === node) continue;
        seenAt[other] = node;
        others[node] += 1;
        mix[node] ^= other;
      }
    }
  }
  return { others, mix };
}

/** A node is folded once, so that looking through its ties costs O(ties) in all. */
function hasTie(
  { offsets, columns: neighbour }: CompactGraph,
  node: number,
  other: number,
): boolean {
  return neighbour.subarray(offsets[node], offsets[node + 1]).includes(other);
}
