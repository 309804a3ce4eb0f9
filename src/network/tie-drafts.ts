import type { TieTable } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import type { Acceptance, TieItem } from "../model/item.js";
import type { AccountRegister } from "./account-register.js";

/** Ties as they come in, one a direction and kind; people by their references' numbers. */
export interface TieDrafts {
  readonly source: number[];
  readonly target: number[];
  readonly kind: number[];
  readonly weight: number[];
  /** NaN where unknown. */
  readonly first: number[];
  readonly last: number[];
  readonly isAmongMembers: number[];
  /** Ties that are the same however often they are met. */
  readonly met: Set<string>;
  readonly counts: { keptEdges: number; undirectedEdges: number; edgesWithoutKind: number };
}

/** No ties yet. */
export function startTieDrafts(): TieDrafts {
  return {
    source: [],
    target: [],
    kind: [],
    weight: [],
    first: [],
    last: [],
    isAmongMembers: [],
    met: new Set(),
    counts: { keptEdges: 0, undirectedEdges: 0, edgesWithoutKind: 0 },
  };
}

/**
 * What an edge counts as that does not say what it is: somebody names somebody, the least that a
 * tie can be and the last in precedence.
 */
const kindOfEdges = interactionKinds.indexOf("mention");

/**
 * Adds a tie. An undirected one becomes two, one each way with the whole weight: density,
 * betweenness and PageRank are then those of the undirected network, and communities, which are
 * found on the sum of both ways, do not change when all weights double. A loop stays one.
 */
export function addTie(drafts: TieDrafts, item: TieItem, accounts: AccountRegister): Acceptance {
  const source = accounts.numberOfKey(item.source);
  const target = accounts.numberOfKey(item.target);
  if (item.isAmongMembers === true) {
    const pair = `${source} ${target}`;
    if (drafts.met.has(pair)) return "duplicate";
    drafts.met.add(pair);
  }
  for (const { kind, weight } of item.strengths) {
    const kindIndex = kind === undefined ? kindOfEdges : interactionKinds.indexOf(kind);
    const ends = [[source, target]];
    if (!item.isDirected && source !== target) ends.push([target, source]);
    for (const [from, to] of ends) {
      drafts.source.push(from);
      drafts.target.push(to);
      drafts.kind.push(kindIndex);
      drafts.weight.push(weight);
      drafts.first.push(item.first ?? item.last ?? Number.NaN);
      drafts.last.push(item.last ?? item.first ?? Number.NaN);
      drafts.isAmongMembers.push(item.isAmongMembers === true ? 1 : 0);
    }
  }
  drafts.counts.keptEdges += 1;
  if (!item.isDirected) drafts.counts.undirectedEdges += 1;
  if (item.strengths.some(({ kind }) => kind === undefined)) drafts.counts.edgesWithoutKind += 1;
  return "kept";
}

/** Ties in an order that does not depend on that of reading, so that sums do not either. */
export function settleTies(
  drafts: TieDrafts,
  accountOf: Int32Array,
  earlier: Omit<TieDrafts["counts"], "keptEdges"> = { undirectedEdges: 0, edgesWithoutKind: 0 },
): TieTable {
  const { kind, weight, first, last, isAmongMembers } = drafts;
  const source = Int32Array.from(drafts.source, (reference) => accountOf[reference]);
  const target = Int32Array.from(drafts.target, (reference) => accountOf[reference]);
  const order = Int32Array.from({ length: source.length }, (_, tie) => tie).sort(
    (a, b) =>
      source[a] - source[b] ||
      target[a] - target[b] ||
      kind[a] - kind[b] ||
      earlierFirst(first[a], first[b]) ||
      earlierFirst(last[a], last[b]) ||
      weight[a] - weight[b] ||
      isAmongMembers[a] - isAmongMembers[b],
  );
  return {
    count: order.length,
    source: order.map((tie) => source[tie]),
    target: order.map((tie) => target[tie]),
    kind: Uint8Array.from(order, (tie) => kind[tie]),
    weight: Float64Array.from(order, (tie) => weight[tie]),
    first: Float64Array.from(order, (tie) => first[tie]),
    last: Float64Array.from(order, (tie) => last[tie]),
    isAmongMembers: Uint8Array.from(order, (tie) => isAmongMembers[tie]),
    keptEdges: drafts.counts.keptEdges,
    undirectedEdges: drafts.counts.undirectedEdges + earlier.undirectedEdges,
    edgesWithoutKind: drafts.counts.edgesWithoutKind + earlier.edgesWithoutKind,
  };
}

/** Unknown times last. */
function earlierFirst(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
