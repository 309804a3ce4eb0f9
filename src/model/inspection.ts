import type { PerKind } from "./interaction.js";
import type { InputSummary } from "./provenance.js";

/** How often something was met. */
export interface Frequency {
  readonly name: string;
  readonly count: number;
}

/** A number of different things: exact up to 100,000, an estimate within some 2 % above. */
export interface DistinctCount {
  readonly count: number;
  readonly isEstimate: boolean;
}

/** What an input holds, found without keeping it. */
export interface InputContents {
  /** Posts by origin are not told apart: those that would count, and what was fetched around them. */
  readonly posts: DistinctCount;
  readonly reposts: number;
  readonly authors: DistinctCount;
  /** Authors, and whoever is named, answered, reposted, quoted or followed. */
  readonly people: DistinctCount;
  /** Milliseconds since 1970, of the posts or, in a network, the ties. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly withoutTime: number;
  readonly ties: PerKind<number>;
  /** Ties of a network that do not say their kind. */
  readonly tiesOfNoKind: number;
  /** As the posts say, most frequent first. */
  readonly languages: readonly Frequency[];
  /** Used by three authors or more, by the number of posts. */
  readonly hashtags: readonly Frequency[];
}

/** An input that can be read. */
export interface ReadInput {
  readonly path: string;
  /** What the format is called, and what shows that it is one. */
  readonly title: string;
  readonly evidence: string;
  readonly summary: InputSummary;
  readonly contents: InputContents;
}

/** One input: what it is, or why it cannot be read. */
export type InspectedInput =
  | ReadInput
  | { readonly path: string; readonly refused: { readonly reason: string; readonly next: string } };

export interface Inspection {
  readonly inputs: readonly InspectedInput[];
  /** The words of the command that analyses what can be read; `undefined` where nothing can. */
  readonly command: readonly string[] | undefined;
}
