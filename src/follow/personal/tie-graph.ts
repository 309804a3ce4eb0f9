/** Who has to do with whom, regardless of direction; account v's ties are `offsets[v] .. offsets[v + 1]`. */
export interface TieGraph {
  readonly offsets: Int32Array;
  readonly neighbour: Int32Array;
  /** Of all that v gives to its neighbours, the share of this one; sums to 1 over v's ties. */
  readonly share: Float64Array;
  /** Accounts with any tie. */
  readonly people: number;
}

/** Who engaged whom and how often, follows left out; a pair may stand there several times. */
export interface Efforts {
  /** Indices of people. */
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
  readonly effort: ArrayLike<number>;
}

/**
 * Ties with weight ln(1 + effort), effort being all interactions between two people, either way: a
 * tenth reply says less than a first. O(n log n).
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
  const order = Int32Array.from(from, (_, at) => at).sort(
    (a, b) => from[a] - from[b] || to[a] - to[b] || a - b,
  );
  const offsets = new Int32Array(accountCount + 1);
  const neighbour: number[] = [];
  const effort: number[] = [];
  for (const [at, row] of order.entries()) {
    const before = order[at - 1];
    if (at === 0 || from[row] !== from[before] || to[row] !== to[before]) {
      offsets[from[row] + 1] += 1;
      neighbour.push(to[row]);
      effort.push(0);
    }
    effort[effort.length - 1] += amount[row];
  }
  const share = Float64Array.from(effort, Math.log1p);
  let people = 0;
  for (let account = 0; account < accountCount; account += 1) {
    offsets[account + 1] += offsets[account];
    const ties = share.subarray(offsets[account], offsets[account + 1]);
    const total = ties.reduce((sum, weight) => sum + weight, 0);
    for (let tie = 0; tie < ties.length; tie += 1) ties[tie] /= total;
    if (ties.length > 0) people += 1;
  }
  return { offsets, neighbour: Int32Array.from(neighbour), share, people };
}
