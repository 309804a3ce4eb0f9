import type { InteractionKind } from "./interaction.js";

/** What an input can be; the values of `--format`. */
export const inputFormatNames = [
  "collection",
  "tagatlas-posts",
  "tagatlas-interactions",
  "mastodon",
  "x-v2",
  "x-v2-flat",
  "x-v1.1",
  "x-web",
  "x-apify",
  "x-archive",
  "snscrape",
  "rtweet",
  "mastodon-archive",
  "misskey",
  "bluesky",
  "twarc-csv",
  "twarc-1-csv",
  "rtweet-csv",
  "tags",
  "4cat",
  "4cat-bluesky",
  "dmi-tcat",
  "minet",
  "twint",
  "get-old-tweets",
  "academic-twitter",
  "hoaxy",
  "twitter-r",
  "tweet-harvest",
  "mastodon-toolbox",
  "table",
  "edge-list",
  "undirected-edge-list",
  "gexf",
  "graphml",
  "gml",
  "pajek",
  "gdf",
  "dot",
  "dl",
  "matrix-market",
  "matrix",
  "node-link",
] as const;
export type InputFormatName = (typeof inputFormatNames)[number];

/** Those of networks; all others are of posts. */
const networkFormats: ReadonlySet<InputFormatName | undefined> = new Set<InputFormatName>([
  "tagatlas-interactions",
  "edge-list",
  "undirected-edge-list",
  "gexf",
  "graphml",
  "gml",
  "pajek",
  "gdf",
  "dot",
  "dl",
  "matrix-market",
  "matrix",
  "node-link",
]);

/** Whether the rows of an input are ties, and not posts. */
export function isOfTies(format: InputFormatName | undefined): boolean {
  return networkFormats.has(format);
}

/** Rows of which the same is said: why they were skipped, or what to know of them. */
export interface SkippedSummary {
  readonly reason: string;
  readonly count: number;
  readonly firstLines: readonly number[];
}

/** What became of an input: `read` is the sum of `kept`, `duplicates` and all `skipped`. */
export interface InputSummary {
  /** The file's name without its folder, or `-`. */
  readonly name: string;
  readonly format: InputFormatName | undefined;
  /** Of the bytes as they are stored; `undefined` where a damaged input could not be read whole. */
  readonly sha256: string | undefined;
  readonly read: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly skipped: readonly SkippedSummary[];
  /** What a person should know of rows that were kept. */
  readonly remarks: readonly SkippedSummary[];
  /** Keys that the format has never met, with how many rows have them. */
  readonly unknownKeys: readonly { readonly key: string; readonly count: number }[];
  /** Times that stand there and cannot be read, and one of them. */
  readonly unreadTimes: { readonly count: number; readonly example: string | undefined };
  /** Columns that look as if ties, people or times stood in them, and that nothing was read from. */
  readonly unusedColumns: readonly string[];
  /** What else a person should know of how it was read. */
  readonly notes: readonly string[];
  /** What says that the input ends before its end. */
  readonly endedEarly: string | undefined;
}

/** What the user's list left out. */
export interface Dropped {
  readonly people: number;
  readonly posts: number;
  /** Lines of the list that are nobody and nothing here. */
  readonly unknownLines: readonly number[];
}

/** What files can be converted to; the values of `--to`. */
export const convertedKinds = ["posts", "interactions", "csv", "ids"] as const;
export type ConvertedKind = (typeof convertedKinds)[number];

export const respectLevels = ["discoverable", "indexable", "none"] as const;
export type Respect = (typeof respectLevels)[number];

/** Which interactions make the network. */
export interface EdgeRule {
  /** As it was asked for, for the report. */
  readonly spec: string;
  readonly preset: "clean" | "twarc" | "nodexl";
  readonly kinds: readonly InteractionKind[];
  /** Turns every tie round: how information travels. */
  readonly reversed: boolean;
  /** What makes a tie, in words. */
  readonly sentence: string;
}

/** How measures are defined that NodeXL defines in a way of its own. */
export const metricDefinitions = ["standard", "nodexl"] as const;
export type MetricDefinition = (typeof metricDefinitions)[number];
