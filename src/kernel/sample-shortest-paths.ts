import { seededRandom } from "../model/seeded-random.js";
import { type CompactGraph, degreeOf } from "./compact-graph.js";

/** How many pairs of people a block draws. */
export const pairsOfBlock = 256;

/** What a sampler needs: numbers and typed arrays alone, so that threads can share it. */
export interface SampledGraph {
  readonly outward: CompactGraph;
  readonly inward: CompactGraph;
  readonly seed: number;
}

/** One end's search: a queue of who was found, in rounds. */
interface HalfSearch {
  readonly graph: CompactGraph;
  readonly queue: Int32Array;
  roundStart: number;
  end: number;
  /** How many ties the last round's nodes have. */
  work: number;
  mark: number;
}

/**
 * A sampler of its own working memory, which holds some forty bytes a person. Asked for block b, it
 * draws `pairsOfBlock` ordered pairs of different people, for each one of the shortest paths from the
 * first to the second, all equally likely, and answers with the nodes between the ends of all these
 * paths, one after another; a pair without a path adds none. A block's answer depends on the graph, the
 * seed and the block's number. Two people or more.
 *
 * Searches run from both ends, a round at a time at the end where it costs less (Borassi and Natale
 * 2016, KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation).
 */
export function startSampling({ outward, inward, seed }: SampledGraph) {
  const { nodeCount } = outward;
  /** Which end has found a node in this search; what older searches left is smaller. */
  const mark = new Int32Array(nodeCount);
  const depth = new Int32Array(nodeCount);
  const paths = new Float64Array(nodeCount);
  const fromSource = halfSearch(outward);
  const fromTarget = halfSearch(inward);
  /** Ties between the two searches: the end on the side that found them, and the other. */
  const near: number[] = [];
  const far: number[] = [];
  let lastMark = 0;

  const begin = (half: HalfSearch, node: number): void => {
    lastMark += 1;
    half.mark = lastMark;
    half.queue[0] = node;
    half.roundStart = 0;
    half.end = 1;
    half.work = degreeOf(half.graph, node);
    mark[node] = lastMark;
    depth[node] = 0;
    paths[node] = 1;
  };

  /** One round further; a tie that meets the other search is put down, and its end left alone. */
  const expand = (half: HalfSearch, otherMark: number): void => {
    const { graph, queue, roundStart } = half;
    const { offsets, columns: neighbour } = graph;
    const own = half.mark;
    const roundEnd = half.end;
    let end = roundEnd;
    let work = 0;
    for (let at = roundStart; at < roundEnd; at += 1) {
      const node = queue[at];
      const next = depth[node] + 1;
      const pathsHere = paths[node];
      const last = offsets[node + 1];
      for (let tie = offsets[node]; tie < last; tie += 1) {
        const to = neighbour[tie];
        const known = mark[to];
        if (known === own) {
          if (depth[to] === next) paths[to] += pathsHere;
        } else if (known === otherMark) {
          near.push(node);
          far.push(to);
        } else {
          mark[to] = own;
          depth[to] = next;
          paths[to] = pathsHere;
          queue[end] = to;
          end += 1;
          work += offsets[to + 1] - offsets[to];
        }
      }
    }
    half.roundStart = roundEnd;
    half.end = end;
    half.work = work;
  };

  /** Whether the two searches meet; of which ties they do is then in `near` and `far`. */
  const meet = (source: number, target: number): boolean => {
    // Marks would run out after a billion searches.
    if (lastMark > 0x7ffffff0) {
      mark.fill(0);
      lastMark = 0;
    }
    near.length = 0;
    far.length = 0;
    begin(fromSource, source);
    begin(fromTarget, target);
    while (fromSource.work > 0 && fromTarget.work > 0) {
      const isOutward = fromSource.work <= fromTarget.work;
      if (isOutward) expand(fromSource, fromTarget.mark);
      else expand(fromTarget, fromSource.mark);
      if (near.length > 0) return true;
    }
    return false;
  };

  /** Some tie on which the searches have met, by the paths that lead over it. */
  const drawMeeting = (random: () => number): number => {
    let all = 0;
    for (let at = 0; at < near.length; at += 1) all += paths[near[at]] * paths[far[at]];
    let left = random() * all;
    let at = 0;
    for (; at < near.length - 1; at += 1) {
      left -= paths[near[at]] * paths[far[at]];
      if (left < 0) break;
    }
    return at;
  };

  /** Walks from a node to the end of its search, each step by the paths that lead there. */
  const walkBack = (
    start: number,
    against: CompactGraph,
    random: () => number,
    between: number[],
  ): void => {
    const { offsets, columns: neighbour } = against;
    const own = mark[start];
    for (let node = start; depth[node] > 0; ) {
      between.push(node);
      const before = depth[node] - 1;
      let left = random() * paths[node];
      let chosen = -1;
      for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
        const from = neighbour[tie];
        if (mark[from] !== own || depth[from] !== before) continue;
        chosen = from;
        left -= paths[from];
        if (left < 0) break;
      }
      node = chosen;
    }
  };

  return (block: number): Int32Array => {
    const random = seededRandom(seedOfBlock(seed, block));
    const between: number[] = [];
    for (let pair = 0; pair < pairsOfBlock; pair += 1) {
      const source = Math.floor(random() * nodeCount);
      const other = Math.floor(random() * (nodeCount - 1));
      const target = other < source ? other : other + 1;
      if (!meet(source, target)) continue;
      const at = drawMeeting(random);
      for (const node of [near[at], far[at]]) {
        const isOutward = mark[node] === fromSource.mark;
        walkBack(node, isOutward ? inward : outward, random, between);
      }
    }
    return Int32Array.from(between);
  };
}

function halfSearch(graph: CompactGraph): HalfSearch {
  const queue = new Int32Array(graph.nodeCount);
  return { graph, queue, roundStart: 0, end: 0, work: 0, mark: 0 };
}

/** The step of `seededRandom`, and how many of its numbers lie between two blocks. */
const step = 0x6d2b79f5;
const numbersOfBlock = 1 << 14;

/** Blocks begin so far apart on the round of one generator that they do not share numbers. */
export function seedOfBlock(seed: number, block: number): number {
  return (seed + Math.imul(block, Math.imul(step, numbersOfBlock))) >>> 0;
}
