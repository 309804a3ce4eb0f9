import type { PostFilter } from "./filters.js";
import type { PerAccount, PerPost } from "./per-index.js";

/** Which posts count, after hashtag and period have been asked for. */
export interface Selection {
  /** One a row of `Corpus.ties`: 1 for a tie that counts. */
  readonly hasTie: Uint8Array;
  /** 1 for who belongs to the network whether anything ties them or not. */
  readonly isListed: PerAccount<Uint8Array>;
  /** Index into `postOrigins`; what was not asked for is `referenced`. */
  readonly origin: PerPost<Uint8Array>;
  readonly analysed: number;
  /** Left out by the filter. */
  readonly filtered: number;
  readonly filter: PostFilter;
  readonly withoutTag: number;
  readonly outsidePeriod: number;
  /** Left out, since a period was asked for and nobody knows when they were written. */
  readonly withoutTime: number;
  /** Posts around those that were asked for, which count for ties. */
  readonly threads: number;
  /** Milliseconds since 1970; NaN where unknown, or where it is dated oddly. */
  readonly time: PerPost<Float64Array>;
  /** Posts dated so far from all others that their times do not count; see `findTimeEnds`. */
  readonly oddTimes: OddTimes | undefined;
  /** Milliseconds since 1970 of the earliest and the latest analysed post that is not dated oddly; NaN without any. */
  readonly first: number;
  readonly last: number;
  /** From when ages count: the end that was asked for, else the latest analysed post. */
  readonly now: number;
}

export interface OddTimes {
  readonly posts: number;
  /** Milliseconds since 1970. */
  readonly earliest: number;
  readonly latest: number;
}
