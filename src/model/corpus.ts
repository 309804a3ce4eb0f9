import type { Account } from "./account.js";
import type { CollectedAnswer } from "./collected-answer.js";
import type { Csr, CsrRows } from "./csr.js";
import { interactionKinds } from "./interaction.js";
import type { PerAccount, PerPost } from "./per-index.js";

/** Marks an account or a post that is not named, or named and never met. */
export const none = -1;

/** Posts by time, then key; the text itself is not kept. */
interface PostTable {
  readonly count: number;
  readonly key: readonly string[];
  readonly url: readonly (string | undefined)[];
  readonly author: PerPost<Int32Array>;
  /** Milliseconds since 1970; NaN where unknown. */
  readonly time: PerPost<Float64Array>;
  /** Index into `postOrigins`. */
  readonly origin: PerPost<Uint8Array>;
  /** 1 for a repost with words of its own beside what it passes on. */
  readonly addsWords: PerPost<Uint8Array>;
  /** 1 for a post that a service makes of others', and whose mentions nobody has chosen. */
  readonly isDigest: PerPost<Uint8Array>;
  /** 1 for a repost whose time is that of the post it passes on, since its source tells none. */
  readonly hasBorrowedTime: PerPost<Uint8Array>;
  /** Of an edited post, in the way of its source; 0 for one that was never edited. */
  readonly version: PerPost<Float64Array>;
  /** Index into `Corpus.languages`; `none` where nobody says. */
  readonly language: PerPost<Int32Array>;
  /** Indices into `Corpus.sources`: in whose timelines it stood. */
  readonly seenBy: Csr;
  /** Indices into `Corpus.tags`. A repost has its original's. */
  readonly tags: Csr;
  /** Indices into `Corpus.links`. */
  readonly links: Csr;
  /** Indices into `Corpus.words`, in the order of the text; `none` between words that are no pair. */
  readonly words: Csr;
}

/** What posts do; each post is a row. */
export interface RelationTable extends CsrRows {
  /** Index into `interactionKinds`. */
  readonly kind: Uint8Array;
  /** `none` where the source names nobody whom we know. */
  readonly account: Int32Array;
  readonly post: Int32Array;
  readonly position: Uint16Array;
}

/**
 * Ties that came without posts, one a direction and kind, by source, target, kind and time.
 * Accounts are indices into `Corpus.accounts`.
 */
export interface TieTable {
  readonly count: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Index into `interactionKinds`. */
  readonly kind: Uint8Array;
  readonly weight: Float64Array;
  /** Milliseconds since 1970; NaN where unknown. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** 1 for a tie that counts only between people who are there without it. */
  readonly isAmongMembers: Uint8Array;
  /** How many were kept when they were read, of whatever kinds. */
  readonly keptEdges: number;
  /** How many edges came as undirected ones, which are two rows. */
  readonly undirectedEdges: number;
  /** How many came without a kind, and count as mentions. */
  readonly edgesWithoutKind: number;
}

/** What leads to somebody beside their handle, name and page of now. */
export interface Traces {
  /** What they were called before, handles and names. */
  readonly names: readonly string[];
  /** Further addresses of them and of their posts. */
  readonly pages: readonly string[];
  /** Where their profile leads, and nobody else's does. */
  readonly sites: readonly string[];
  /** What servers number them and their posts by. */
  readonly ids: readonly string[];
}

/** All that was read, each thing once, in an order that does not depend on the order of reading. */
export interface Corpus {
  /** By key; people who are not to be named behind them, by lot, once that is settled. */
  readonly accounts: readonly Account[];
  /** Of people who may not be named, by account: of nobody else is it kept. */
  readonly traces: ReadonlyMap<number, Traces>;
  readonly posts: PostTable;
  readonly relations: RelationTable;
  readonly ties: TieTable;
  /** 1 for whom a network file lists, with ties or without. */
  readonly isListed: PerAccount<Uint8Array>;
  /** In the form of `normaliseHashtag`, by the alphabet. */
  readonly tags: readonly string[];
  /** How most people write each hashtag, without `#`. */
  readonly tagSpellings: readonly string[];
  readonly links: readonly string[];
  /** Of posts, as their sources write them: ISO 639 codes, mostly. */
  readonly languages: readonly string[];
  readonly words: readonly string[];
  /** Servers whose timelines were collected, by name. */
  readonly sources: readonly string[];
  /** By key. */
  readonly answers: readonly CollectedAnswer[];
  readonly deletedPosts: number;
  /** Those of them that were kept when they were read: found posts and those of threads. */
  readonly keptDeletedPosts: number;
  /** Posts dated after they were retrieved, whose time was set back to that. */
  readonly clampedTimes: number;
}

const repost = interactionKinds.indexOf("repost");

/** Whether a post only passes on another's. Relations stand in the order of kinds, reposts first. */
export function isRepost(corpus: Corpus, post: number): boolean {
  if (corpus.posts.addsWords[post] === 1) return false;
  const { offsets, kind } = corpus.relations;
  return offsets[post] < offsets[post + 1] && kind[offsets[post]] === repost;
}
