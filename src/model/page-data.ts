import type { ColumnSubject } from "./columns/column.js";
import type { MapLook } from "./map-layout.js";
import type { MarkShape } from "./mark-shape.js";

/*
 * What a report's page holds for its script: columns, since twenty thousand objects would be five
 * times as large. People are numbers from 0, in the order of the public report; unknown is null.
 * Only what is public is in it.
 */

export interface PagePeople {
  readonly id: readonly string[];
  readonly label: readonly string[];
  readonly name: readonly (string | null)[];
  /** http or https. */
  readonly url: readonly (string | null)[];
  /** Index into the communities; -1 for an isolate. */
  readonly community: readonly number[];
  readonly role: readonly string[];
  readonly isWithheld: readonly (0 | 1)[];
  /** On the static map: to the right, downwards, in pixels. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly radius: readonly number[];
  /** As `#rrggbb`. */
  readonly color: readonly string[];
  readonly shape: readonly MarkShape[];
}

/** A number that marks can be sized and coloured by, and a table sorted. */
export interface PageColumn {
  /** As in `nodes.csv`. */
  readonly name: string;
  /** For a menu or the head of a table. */
  readonly title: string;
  /** What it says, in a sentence. */
  readonly sentence: string;
  readonly about: ColumnSubject;
  readonly values: readonly (number | null)[];
}

export interface PageTies {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** By kind: how many interactions. */
  readonly byKind: Readonly<Record<string, readonly number[]>>;
  /** Days since 1970; null where unknown. */
  readonly first: readonly (number | null)[];
}

/** A stretch of time; see `PublicSlice`. */
export interface PageSlice {
  /** Days, such as 2026-01-05; the last one is in it. */
  readonly from: string;
  readonly to: string;
  /** Those that people made in it, ascending; ties without a time are of none. */
  readonly ties: readonly number[];
}

/** What a list for one reader rests on; the same that the command ranks by. */
export interface PageRanking {
  /** Who may be recommended. */
  readonly candidates: readonly number[];
  /** The score that everybody gets; one a person. */
  readonly base: readonly number[];
  /** How many different people engaged each; one a person. */
  readonly inDegree: readonly number[];
  /** Who engaged whom, and how often: clean interactions, whatever the ties above are. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly effort: readonly number[];
}

interface PageCommunity {
  readonly name: string;
  /** What sets it apart; may be empty. */
  readonly label: string;
  /** Nobody outside is tied to anybody in it. */
  readonly isCutOff: boolean;
}

export interface PageData {
  readonly title: string;
  readonly communities: readonly PageCommunity[];
  readonly people: PagePeople;
  readonly columns: readonly PageColumn[];
  readonly ties: PageTies;
  /** With --slices; empty without. */
  readonly slices: readonly PageSlice[];
  /** How many ties there are, where the page shows the strongest alone. */
  readonly allTies: number;
  readonly ranking: PageRanking;
  /** Who is ringed on the map. */
  readonly worthFollowing: readonly number[];
  /** What the static map has. */
  readonly map: MapLook;
}
