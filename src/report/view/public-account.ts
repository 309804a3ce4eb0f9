import type { Analysis } from "../../model/analysis.js";
import { none } from "../../model/corpus.js";
import { postOrigins } from "../../model/item.js";

/**
 * What became of every row and post, in one place. `read` is the sum of `kept`, `duplicates` and
 * `skippedRows`. `kept` is the sum of `keptTies`, `analysed`, `threads`, `filtered`, `withoutTag`, `outsidePeriod`,
 * `withoutTime`, `takenBack` and `droppedPosts`.
 */
export interface PublicAccount {
  /** Rows of the inputs: posts, or ties that came without posts. */
  readonly read: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly skippedRows: number;
  readonly keptTies: number;
  /** Posts and reposts, each once, that were analysed; `found` are all that could have been. */
  readonly analysed: number;
  readonly found: number;
  /** Posts around those, which count for ties. */
  readonly threads: number;
  /** Left out by filters. */
  readonly filtered: number;
  readonly withoutTag: number;
  readonly outsidePeriod: number;
  /** Of no known time, where a period was asked for. */
  readonly withoutTime: number;
  /** Deleted by their authors after they were read. */
  readonly takenBack: number;
  /** Left out by the user's list. */
  readonly droppedPosts: number;
  /** Of analysed posts and threads: nobody knows who wrote them, or when. */
  readonly unknownAuthors: number;
  readonly unknownTimes: number;
  /** Of analysed posts and threads: dated so far from all others that their dates do not count. */
  readonly oddTimes: number;
}

const referenced = postOrigins.indexOf("referenced");

/** O(posts + inputs). */
export function publicAccount({
  inputs,
  corpus,
  selection,
  dropped,
}: Pick<Analysis, "inputs" | "corpus" | "selection" | "dropped">): PublicAccount {
  const sum = (of: (input: (typeof inputs)[number]) => number): number =>
    inputs.reduce((total, input) => total + of(input), 0);
  const { analysed, threads, filtered, withoutTag, outsidePeriod, withoutTime } = selection;
  const { author, time } = corpus.posts;
  let unknownAuthors = 0;
  let unknownTimes = 0;
  for (const [post, origin] of selection.origin.entries()) {
    if (origin === referenced) continue;
    if (author[post] === none) unknownAuthors += 1;
    if (Number.isNaN(time[post])) unknownTimes += 1;
  }
  return {
    read: sum(({ read }) => read),
    kept: sum(({ kept }) => kept),
    duplicates: sum(({ duplicates }) => duplicates),
    skippedRows: sum(({ skipped }) => skipped.reduce((total, { count }) => total + count, 0)),
    keptTies: corpus.ties.keptEdges,
    analysed,
    found: analysed + filtered + withoutTag + outsidePeriod + withoutTime,
    threads,
    filtered,
    withoutTag,
    outsidePeriod,
    withoutTime,
    takenBack: corpus.keptDeletedPosts,
    droppedPosts: dropped?.posts ?? 0,
    unknownAuthors,
    unknownTimes,
    oddTimes: selection.oddTimes?.posts ?? 0,
  };
}
