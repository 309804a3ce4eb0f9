import type { UserError } from "./errors.js";

/** Why nothing is asked of a host for a while. */
export interface Wait {
  readonly host: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** How far a collection is. */
export interface CollectState {
  readonly posts: number;
  readonly people: number;
  /** Answers of this run and of earlier ones. */
  readonly answers: number;
}

export interface CollectOutcome extends CollectState {
  /** Of the log. */
  readonly path: string;
  /** Posts that were new in this run. */
  readonly newPosts: number;
  /** By server, in the order they were named; those of earlier runs after them. */
  readonly sources: readonly SourceOutcome[];
  /** What a collection would cost, where nothing else was asked for, in sentences. */
  readonly plan: readonly string[];
  /** What stopped a part of it; empty where everything came. */
  readonly failures: readonly UserError[];
  readonly wasInterrupted: boolean;
}

export interface SourceOutcome {
  readonly source: string;
  readonly posts: number;
  readonly pages: number;
  /** Times of its oldest and newest post, in milliseconds since 1970. */
  readonly oldest: number | undefined;
  readonly newest: number | undefined;
  /** Posts that came to it after an earlier run had passed their place, and by how much at most. */
  readonly late: number;
  readonly latestMs: number;
  /** It has shown its end in one run alone, so that the next looks there again. */
  readonly isEndToBeShownAgain: boolean;
  /** How far back the next run looks again; `undefined` for X, where nothing comes late. */
  readonly lookBackMs: number | undefined;
}
