import type { Measures } from "./measures.js";
import type { Network } from "./network.js";
import type { PerAccount, PerNode } from "./per-index.js";

/** A stretch of time, in milliseconds since 1970. */
export interface SliceWindow {
  readonly from: number;
  /** Exclusive. */
  readonly until: number;
}

/** Who takes part in a slice, beside those of the slice before. */
export interface Comings {
  /** Who posted or reposted: the sum of newcomers, returners and stayers. */
  readonly people: number;
  /** In no slice before. */
  readonly newcomers: number;
  /** In an earlier slice, but not in the one before. */
  readonly returners: number;
  /** In the slice before, too. */
  readonly stayers: number;
  /** In the slice before, and not in this one. */
  readonly leavers: number;
}

/** Where somebody stands in a slice, by how many others engaged them. */
export interface SliceRank {
  /** 1 for whom most engaged; the same for whoever draws as many. */
  readonly rank: PerNode<Int32Array>;
  /** In nine resamples of ten; `undefined` where authors were not resampled. */
  readonly interval:
    | { readonly low: PerNode<Int32Array>; readonly high: PerNode<Int32Array> }
    | undefined;
}

/** What becomes of a community in a slice. */
export const communityEvents = ["birth", "continues", "returns", "split"] as const;
export type CommunityEvent = (typeof communityEvents)[number];

/** A community of a slice, as a stage of one that goes through time. */
export interface CommunityStage {
  readonly slice: number;
  /** Index into the communities of the slice. */
  readonly community: number;
  readonly event: CommunityEvent;
  /** The community through time that it continues or comes from; `undefined` for a birth. */
  readonly cameFrom: number | undefined;
  /** With what it came from: people in common, of all in either who are in both slices. */
  readonly jaccard: number | undefined;
  /** Others that went into it; indices of communities through time. */
  readonly merged: readonly number[];
}

/** A community through time: its stages by slice, never two in one. */
export interface CommunityThroughTime {
  readonly stages: readonly CommunityStage[];
}

/** What was found of one stretch of time, by the rules of the whole. */
export interface Slice extends SliceWindow, Comings {
  /** Own posts that count, without reposts, and reposts. */
  readonly posts: number;
  readonly reposts: number;
  readonly network: Network;
  readonly measures: Measures;
  /** Own posts in the slice. */
  readonly ownPosts: PerAccount<Int32Array>;
  /** Index into `roles`. */
  readonly role: PerAccount<Uint8Array>;
  readonly ranks: SliceRank;
  /** Index into `Sliced.communities`; -1 for an isolate. */
  readonly community: PerNode<Int32Array>;
}

/** An analysis cut into slices of time. */
export interface Sliced {
  readonly slices: readonly Slice[];
  /** By how many people are in all of their stages together, the most first. */
  readonly communities: readonly CommunityThroughTime[];
  /** Posts that count, and interactions, that have no time and are in no slice. */
  readonly timelessPosts: number;
  readonly timelessInteractions: number;
}

/** What becomes of a community after its last stage. */
export const communityEnds = ["death", "merge"] as const;
export type CommunityEnd = (typeof communityEnds)[number];
