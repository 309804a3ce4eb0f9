import type { CollectionStep, Platform, SweepEnd } from "./collection-log.js";
import type { Question } from "./question.js";

/** What a line of a collection says of the collection, beside its posts. */
export interface CollectedAnswer {
  /** The same for the same answer, wherever it is met. */
  readonly key: string;
  readonly platform: Platform;
  readonly source: string;
  readonly step: CollectionStep;
  readonly question: Question;
  /** Which walk through the source's timeline it belongs to; `undefined` for none. */
  readonly sweep: number | undefined;
  /** Where it begins and where one goes on, and why nobody had to; see `addWalkPage`. */
  readonly from: string | undefined;
  readonly next: string | undefined;
  readonly end: SweepEnd | undefined;
  /** Posts on it that came late, and by how many milliseconds at most. */
  readonly late: { readonly posts: number; readonly longestMs: number } | undefined;
  /** Milliseconds since 1970. */
  readonly retrievedAt: number | undefined;
  /** Of the posts on it: milliseconds since 1970. */
  readonly oldest: number | undefined;
  readonly newest: number | undefined;
  /** By what host the server names its people, where it says so and that host is above its own. */
  readonly handleHost?: string | undefined;
  /** Posts that were not for everybody and were left out when it was kept. */
  readonly leftOut: number;
}
