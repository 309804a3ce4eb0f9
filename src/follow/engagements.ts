import { type Csr, offsetsOf, sortByTwo } from "../model/csr.js";
import { type InteractionTable, interactionKinds } from "../model/interaction.js";

/** Who engaged whom, each pair once: the columns of account v are those who engaged it, ascending. */
export interface Engagements extends Csr {
  /** Milliseconds since 1970 of the latest; NaN where none has a time. */
  readonly last: Float64Array;
  /** 1 where there was a reply or a mention among them. */
  readonly isConversation: Uint8Array;
}

const reply = interactionKinds.indexOf("reply");
const mention = interactionKinds.indexOf("mention");
const follow = interactionKinds.indexOf("follow");

/** Pairs of the interactions without follows, which are no act at a time. O(people + interactions). */
export function collectEngagements(
  interactions: InteractionTable,
  accountCount: number,
): Engagements {
  const { source, target, kind, time } = interactions;
  const acts = source.map((_, row) => row).filter((row) => kind[row] !== follow);
  const rows = sortByTwo({ first: target, second: source }, accountCount, acts);
  const pairs = {
    target: new Int32Array(rows.length),
    source: new Int32Array(rows.length),
    last: new Float64Array(rows.length).fill(Number.NaN),
    isConversation: new Uint8Array(rows.length),
  };
  let count = 0;
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    if (at === 0 || target[row] !== target[before] || source[row] !== source[before]) {
      pairs.target[count] = target[row];
      pairs.source[count] = source[row];
      count += 1;
    }
    const pair = count - 1;
    if (!(pairs.last[pair] >= time[row]) && !Number.isNaN(time[row])) pairs.last[pair] = time[row];
    if (kind[row] === reply || kind[row] === mention) pairs.isConversation[pair] = 1;
  }
  return {
    offsets: offsetsOf(pairs.target.subarray(0, count), accountCount),
    columns: pairs.source.slice(0, count),
    last: pairs.last.slice(0, count),
    isConversation: pairs.isConversation.slice(0, count),
  };
}

/** How many of those who engaged an account belong to a group; `isInGroup` is one an account. */
export function countEngagers(
  account: number,
  engagements: Engagements,
  isInGroup: Uint8Array,
): number {
  let count = 0;
  const end = engagements.offsets[account + 1];
  for (let pair = engagements.offsets[account]; pair < end; pair += 1) {
    count += isInGroup[engagements.columns[pair]];
  }
  return count;
}
