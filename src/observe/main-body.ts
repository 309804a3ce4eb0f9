import { undirectedGraph } from "../kernel/compact-graph.js";
import { strongComponents } from "../kernel/components.js";
import { findMembership } from "../kernel/find-membership.js";
import { none } from "../model/corpus.js";
import type { Network } from "../model/network.js";
import type { PerNode } from "../model/per-index.js";

export interface MainBody {
  /** Its group within the body; -1 for whoever is outside. */
  readonly groupOf: PerNode<Int32Array>;
  readonly groupCount: number;
}

/** People of whose attention less than this share comes from others are a closed ring. */
const closedShare = 0.1;

/**
 * The people who talk with one another in the middle of a network, without closed rings. Whoever can be reached again along
 * ties from somebody whom they reach is parted into groups. Groups that together get less than a tenth of their attention from
 * the others are closed. Of a closed ring and the rest, those stay who have more members and whom more visitors engage: what a
 * ring says to others does not count, and a ring is not the middle, however dense it is.
 *
 * In parting, what each person gets weighs 1 together, so that many who name somebody cannot draw them in.
 * `strength` is one a tie; see `measureTrustedTies`. Linear in ties, and up to the cube of the number of groups.
 *
 * The share is the conductance of the ring, counted along incoming ties alone: Kannan, Vempala and Vetta (2004), On
 * clusterings.
 */
export function findMainBody(network: Network, strength: Float64Array): MainBody {
  const ties = tiesThatCount(network, strength);
  const circle = findCircles(network.nodeCount, ties);
  const label = partIntoGroups(network.nodeCount, ties, circle);
  const groups = measureGroups(label, ties);
  const isIn = new Uint8Array(groups.count).fill(1);
  for (let start = 0; start < groups.count; start += 1) {
    if (isIn[start] === 0) continue;
    const ring = findClosedRing(start, isIn, groups);
    if (ring === undefined) continue;
    const rest = isIn.map((one, group) => one - ring[group]);
    const isWider = measureWidth(label, ring, ties) > measureWidth(label, rest, ties);
    isIn.set(isWider ? ring : rest);
  }
  const numberOf = new Int32Array(groups.count).fill(none);
  let groupCount = 0;
  for (const [group, one] of isIn.entries()) {
    if (one === 0) continue;
    numberOf[group] = groupCount;
    groupCount += 1;
  }
  return {
    groupOf: label.map((group) => (group === none ? none : numberOf[group])),
    groupCount,
  };
}

interface Ties {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly strength: Float64Array;
}

function tiesThatCount({ source, target }: Network, strength: Float64Array): Ties {
  const doesCount = (_: number, tie: number): boolean =>
    strength[tie] > 0 && source[tie] !== target[tie];
  return {
    source: source.filter(doesCount),
    target: target.filter(doesCount),
    strength: strength.filter(doesCount),
  };
}

/** 1 for whoever can be reached again from somebody whom they reach. */
function findCircles(nodeCount: number, { source, target, strength }: Ties): Uint8Array {
  const { of, sizes } = strongComponents({
    nodeCount,
    tieCount: source.length,
    source,
    target,
    weight: strength,
  });
  return Uint8Array.from(of, (component) => (sizes[component] > 1 ? 1 : 0));
}

const seed = 1;

function partIntoGroups(nodeCount: number, ties: Ties, isInCircle: Uint8Array): Int32Array {
  const gets = new Float64Array(nodeCount);
  for (const [tie, to] of ties.target.entries()) gets[to] += ties.strength[tie];
  const weights = new Map<number, number>();
  for (const [tie, from] of ties.source.entries()) {
    const to = ties.target[tie];
    if (isInCircle[from] === 0 || isInCircle[to] === 0) continue;
    const pair = Math.min(from, to) * nodeCount + Math.max(from, to);
    weights.set(pair, (weights.get(pair) ?? 0) + ties.strength[tie] / gets[to]);
  }
  const pairs = Float64Array.from(weights.keys()).sort();
  const graph = undirectedGraph({
    nodeCount,
    tieCount: pairs.length,
    low: Int32Array.from(pairs, (pair) => Math.floor(pair / nodeCount)),
    high: Int32Array.from(pairs, (pair) => pair % nodeCount),
    weight: Float64Array.from(pairs, (pair) => weights.get(pair) ?? 0),
  });
  return findMembership(graph, { method: "leiden", seed }).of;
}

interface Groups {
  readonly count: number;
  readonly sizes: Int32Array;
  /**
   * What one group gives another, or itself; `from * count + to`. Each person counts once, as with their strongest tie: however
   * many of a ring somebody thanks, it is one person who knows it.
   */
  readonly flow: ReadonlyMap<number, number>;
}

function measureGroups(label: Int32Array, ties: Ties): Groups {
  const count = label.reduce((most, group) => Math.max(most, group), none) + 1;
  const sizes = new Int32Array(count);
  for (const group of label) if (group !== none) sizes[group] += 1;
  /** What each person gives each group: `person * count + to`. */
  const given = new Map<number, number>();
  for (const [tie, person] of ties.source.entries()) {
    const to = label[ties.target[tie]];
    if (label[person] === none || to === none) continue;
    const pair = person * count + to;
    given.set(pair, Math.max(given.get(pair) ?? 0, ties.strength[tie]));
  }
  const flow = new Map<number, number>();
  for (const [pair, strength] of given) {
    const from = label[Math.floor(pair / count)] * count + (pair % count);
    flow.set(from, (flow.get(from) ?? 0) + strength);
  }
  return { count, sizes, flow };
}

/**
 * One a group: 1 for the ring around one of them that closes first, as those that give it most join it. A ring of
 * more than half of the people closes at a smaller share, as fewer are left to give.
 */
function findClosedRing(
  start: number,
  isIn: Uint8Array,
  { count, sizes, flow }: Groups,
): Uint8Array | undefined {
  const everybody = sizes.reduce((sum, size, group) => sum + size * isIn[group], 0);
  const isRing = new Uint8Array(count);
  const given = new Float64Array(count);
  let ringSize = 0;
  let next: number | undefined = start;
  while (next !== undefined) {
    const joins: number = next;
    isRing[joins] = 1;
    ringSize += sizes[joins];
    next = undefined;
    let [within, fromOthers] = [0, 0];
    for (let group = 0; group < count; group += 1) {
      if (isIn[group] === 0) continue;
      given[group] += flow.get(group * count + joins) ?? 0;
      if (isRing[group] === 1) within += given[group];
      else fromOthers += given[group];
      if (isRing[group] === 0 && given[group] > (next === undefined ? 0 : given[next]))
        next = group;
    }
    const others = everybody - ringSize;
    const share = closedShare * Math.min(1, (2 * others) / everybody);
    if (others > 0 && fromOthers < share * (within + fromOthers)) return isRing;
  }
  return undefined;
}

/** Members times people in no group who engage one, and one: a ring has members enough, but nobody comes to it. */
function measureWidth(label: Int32Array, isIn: Uint8Array, { source, target }: Ties): number {
  const isMember = label.map((group) => (group === none ? 0 : isIn[group]));
  const visitors = new Set<number>();
  for (const [tie, to] of target.entries()) {
    if (isMember[to] === 1 && label[source[tie]] === none) visitors.add(source[tie]);
  }
  return isMember.reduce((sum, one) => sum + one, 0) * (1 + visitors.size);
}
