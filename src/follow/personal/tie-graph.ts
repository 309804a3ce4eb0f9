import { type Csr, offsetsOf, sortByTwo } from "../../model/csr.js";
import type { Efforts } from "../../model/efforts.js";

/** Who has to do with whom, regardless of direction: each account's neighbours, ascending. */
export interface TieGraph extends Csr {
  /** Of all that v gives to its neighbours, the share of this one; sums to 1 over v's ties. */
  readonly share: Float64Array;
  /** Accounts with any tie. */
  readonly people: number;
}

/**
 * Ties with weight ln(1 + effort), effort being that of all interactions between two people, either way: a
 * tenth reply says less than a first. O(n).
 */
export function buildTieGraph(efforts: Efforts, accountCount: number): TieGraph {
  const from: number[] = [];
  const to: number[] = [];
  const amount: number[] = [];
  for (let row = 0; row < efforts.source.length; row += 1) {
    const [source, target] = [efforts.source[row], efforts.target[row]];
    if (source === target) continue;
    from.push(source, target);
    to.push(target, source);
    amount.push(efforts.effort[row], efforts.effort[row]);
  }
  const order = sortByTwo({ first: from, second: to }, accountCount);
  const person: number[] = [];
  const neighbour: number[] = [];
  const effort: number[] = [];
  for (const [at, row] of order.entries()) {
    const before = order[at - 1];
    if (at === 0 || from[row] !== from[before] || to[row] !== to[before]) {
      person.push(from[row]);
      neighbour.push(to[row]);
      effort.push(0);
    }
    effort[effort.length - 1] += amount[row];
  }
  const share = Float64Array.from(effort, Math.log1p);
  const offsets = offsetsOf(person, accountCount);
  let people = 0;
  for (let account = 0; account < accountCount; account += 1) {
    const ties = share.subarray(offsets[account], offsets[account + 1]);
    const total = ties.reduce((sum, weight) => sum + weight, 0);
    for (let tie = 0; tie < ties.length; tie += 1) ties[tie] /= total;
    if (ties.length > 0) people += 1;
  }
  return { offsets, columns: Int32Array.from(neighbour), share, people };
}
