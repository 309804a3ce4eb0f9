import type { Platform } from "./collection-log.js";

/** What one server showed of a hashtag. Times in milliseconds since 1970. */
export interface SourceCoverage {
  readonly source: string;
  readonly platform: Platform;
  /** Posts that count and stood in its timeline. */
  readonly posts: number;
  /** Those of them that stood in no other. */
  readonly onlyHere: number;
  readonly oldest: number | undefined;
  readonly newest: number | undefined;
  /** When it was first and last asked for its timeline. */
  readonly askedFirst: number | undefined;
  readonly askedLast: number | undefined;
  readonly pages: number;
  /** Where a walk was not gone to its end; `from` is `undefined` where all before it is missing. */
  readonly gaps: readonly { readonly from: number | undefined; readonly to: number }[];
  /** One run alone has been shown the end of its timeline, which a bad answer may look like. */
  readonly isEndUnconfirmed: boolean;
  /** Posts that came to it after an earlier walk had passed their place. */
  readonly late: number;
  /** How late the latest of them came at least, in milliseconds; `undefined` for none. */
  readonly latestMs: number | undefined;
  /** How far back the next run looks for late posts, in milliseconds; `undefined` for X. */
  readonly lookBackMs: number | undefined;
  /** Posts that were not for everybody and never kept. */
  readonly leftOut: number;
}

/** How many posts two servers showed both. */
export interface SourceOverlap {
  readonly sources: readonly [string, string];
  readonly both: number;
}

/**
 * How many posts there were in the time that all servers cover, seen or not, by capture and
 * recapture; with 95 % limits.
 */
export interface UnseenEstimate {
  readonly method: "chapman" | "chao2";
  readonly from: number;
  readonly to: number;
  /** Seen by one server at least, in that time. */
  readonly seen: number;
  readonly total: number;
  readonly low: number;
  readonly high: number;
}

/** What a collection covers, and what it cannot. */
export interface Coverage {
  /** By name. */
  readonly sources: readonly SourceCoverage[];
  readonly overlaps: readonly SourceOverlap[];
  /** Without one where fewer than two servers were asked, or they share too little. */
  readonly unseen: UnseenEstimate | undefined;
  /** Reposts that have the time of the post they pass on. */
  readonly borrowedTimes: number;
}
