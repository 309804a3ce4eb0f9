import type { RowOf } from "./columns/column.js";
import type {
  comparedCommunityColumns,
  comparedItemColumns,
  comparedMeasureColumns,
  comparedPersonColumns,
} from "./columns/comparison-columns.js";
import type { NetworkMeasure } from "./columns/network-measures.js";
import type { Network } from "./network.js";

/** Somebody of an analysis, as its report shows them. */
interface ComparedPerson {
  readonly id: string;
  readonly label: string;
  /** Has opted out, and is joined with nobody. */
  readonly isWithheld: boolean;
  /** Index into the communities; -1 for none. */
  readonly community: number;
}

/** A hashtag, site, word or the like that many use. */
interface ComparedItem {
  readonly kind: string;
  readonly item: string;
  readonly authors: number;
}

/** An analysis as it is compared: what its report shows. */
export interface ComparedAnalysis {
  readonly name: string;
  /** With its `#`. */
  readonly tag: string | undefined;
  /** ISO 8601. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** What numbers depend on, by name: those of two analyses should be the same. */
  readonly settings: Readonly<Record<string, string>>;
  /** What pseudonyms were made with: a mark of the key, "" where there are none. */
  readonly keyMark: string;
  readonly measures: ReadonlyMap<NetworkMeasure, number | undefined>;
  /** In the order of nodes. */
  readonly people: readonly ComparedPerson[];
  readonly network: Network;
  /** Ties run from whom attention goes to, to whom it comes from. */
  readonly isReversed: boolean;
  readonly communities: readonly {
    readonly name: string;
    readonly label: string;
    readonly size: number;
  }[];
  /** Who wrote posts of their own. */
  readonly authors: number;
  /** Those that most of everybody use. */
  readonly items: readonly ComparedItem[];
}

/** A row of each table of a comparison. */
export type ComparedMeasureRow = RowOf<typeof comparedMeasureColumns>;
export type ComparedPersonRow = RowOf<typeof comparedPersonColumns>;
export type ComparedCommunityRow = RowOf<typeof comparedCommunityColumns>;
export type ComparedItemRow = RowOf<typeof comparedItemColumns>;

/** One analysis beside the one before. */
export interface ComparisonStep {
  readonly before: string;
  readonly now: string;
  /** In the order of `network.csv`. */
  readonly measures: readonly ComparedMeasureRow[];
  /** By change, then by place; `undefined` where people cannot be told to be the same. */
  readonly people: readonly ComparedPersonRow[] | undefined;
  readonly inBoth: number | undefined;
  /** Adjusted mutual information of people who are in a community both times. */
  readonly agreement: number | undefined;
  readonly inCommunitiesBoth: number | undefined;
  readonly communities: readonly ComparedCommunityRow[];
  readonly items: readonly ComparedItemRow[];
  /** What a reader has to know, in sentences. */
  readonly notes: readonly string[];
}

export interface Comparison {
  readonly analyses: readonly Pick<ComparedAnalysis, "name" | "tag" | "first" | "last">[];
  /** With the SHA-256 of the report, or of what was analysed. */
  readonly sources: readonly { readonly name: string; readonly sha256: string | undefined }[];
  /** Each analysis but the first, beside the one before. */
  readonly steps: readonly ComparisonStep[];
}
