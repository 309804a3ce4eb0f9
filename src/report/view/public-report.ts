import type { RowOf } from "../../model/columns/column.js";
import type { edgeColumns } from "../../model/columns/edge-columns.js";
import type { interactionColumns } from "../../model/columns/interaction-columns.js";
import type { postColumns, postTextColumn } from "../../model/columns/post-columns.js";
import type { topItemColumns } from "../../model/columns/top-item-columns.js";
import type { CommunityMethod } from "../../model/community-method.js";
import type { WrittenInputSettings } from "../../model/input-settings.js";
import type { PerKind, UnresolvedReason } from "../../model/interaction.js";
import type { MapSettings } from "../../model/map-settings.js";
import type { NetworkMetric } from "../../model/measures.js";
import type { NetworkShape, ShapeNumbers } from "../../model/network-shape.js";
import type { InputSummary, MetricDefinition, Respect } from "../../model/provenance.js";
import type { FollowOrder } from "../../model/recommendation.js";
import type { Rows } from "../../model/rows.js";
import type { RunRecord, Tool } from "../../model/run-record.js";
import type { ItemKind } from "../../model/top-items.js";
import type { PublicAccount } from "./public-account.js";
import type { PublicFollow } from "./public-follow-lists.js";
import type { PublicPerson } from "./public-person.js";
import type { PublicSlices } from "./public-slices.js";

/*
 * What writers get: an analysis without what must not be seen. Every text in it is clean (no
 * control characters, no bidirectional overrides), every address http or https, every time ISO
 * 8601 in UTC. Only `publicView` makes one.
 */

export interface PublicReport {
  readonly schemaVersion: 1;
  /** Only a manifest and a citation show it: files are the same under another Node. */
  readonly tool: Tool;
  readonly query: {
    /** With its `#`, as it was written, where one was asked for. */
    readonly tag: string | undefined;
    readonly since: string | undefined;
    readonly until: string | undefined;
  };
  readonly provenance: PublicAccount & {
    readonly tool: string;
    readonly version: string;
    readonly run: RunRecord;
    readonly inputs: readonly InputSummary[];
    readonly settings: {
      readonly edges: string;
      readonly communities: CommunityMethod;
      readonly metrics: MetricDefinition;
      readonly respect: Respect;
      readonly order: FollowOrder;
      readonly top: number;
      readonly bootstrap: number;
      readonly seed: number;
      readonly map: MapSettings;
      /** As they are typed. */
      readonly slices: string | undefined;
      readonly sliceOverlap: string | undefined;
      /** The options that say how inputs are read, as they are typed. */
      readonly reading: WrittenInputSettings;
    };
    /** What was left out beside hashtag and period, in phrases. */
    readonly filters: readonly string[];
    readonly firstPost: string | undefined;
    readonly lastPost: string | undefined;
    /** What the user left out by a list. */
    readonly dropped: { readonly people: number; readonly posts: number } | undefined;
    readonly deletedPosts: number;
    readonly clampedTimes: number;
    /** Of a collection from servers. */
    readonly coverage: PublicCoverage | undefined;
    /** People in the network who are not named. */
    readonly withheld: number;
    /** Of these, those whose server may have chosen for them. */
    readonly withheldServers: WithheldServers | undefined;
    /** Whether these have the figures of groups; see `coarsenFigures`. */
    readonly isCoarse: boolean;
  };
  readonly network: {
    /** What makes a tie. */
    readonly tieRule: string;
    readonly interactionsByKind: PerKind<number>;
    readonly withOneself: PerKind<number>;
    readonly unresolved: PerKind<number>;
    readonly unresolvedBecause: Readonly<Record<UnresolvedReason, number>>;
    readonly shape: PublicShape;
    readonly metrics: readonly NetworkMetric[];
    readonly ties: PublicTies;
  };
  readonly communities: readonly PublicCommunity[];
  /** Those with a time or post first, in the order of posts. */
  readonly interactions: Rows<PublicInteraction>;
  /** Those with an id first, by time. */
  readonly posts: Rows<PublicPost>;
  /** Whether texts of posts were asked for. */
  readonly hasTexts: boolean;
  /** By community, everybody's first, then kind and rank. */
  readonly topItems: readonly PublicTopItem[];
  /** By community, everybody's first, then measure and rank. */
  readonly topPeople: readonly PublicTopPerson[];
  /** By id. */
  readonly people: Rows<PublicPerson>;
  readonly follow: PublicFollow;
  /** `undefined` where no post has a time. */
  readonly chronicle: PublicChronicle | undefined;
  readonly ranking: PublicRanking;
  /** `undefined` where none were asked for. */
  readonly slices: PublicSlices | undefined;
}

import type { PublicTopPerson } from "./top-people.js";
import type { WithheldServers } from "./withheld-servers.js";

/** A row of `edges.csv`. */
export type PublicTie = RowOf<typeof edgeColumns>;

/** A row of `interactions.csv`. */
export type PublicInteraction = RowOf<typeof interactionColumns>;

/** A row of `posts.csv`. */
export type PublicPost = RowOf<readonly [...typeof postColumns, typeof postTextColumn]>;

/** By source, then target. */
export interface PublicTies extends Rows<PublicTie> {
  /** Indices into the people. */
  readonly sourcePerson: Int32Array;
  readonly targetPerson: Int32Array;
}

export interface PublicCommunity {
  readonly community: string;
  /** Hashtags or words that are typical of it, as no other's; empty where none are. */
  readonly label: string;
  readonly size: number;
  readonly posts: number;
  readonly density: number | undefined;
  readonly reciprocity: number | undefined;
  readonly edgesInside: number;
  readonly edgesIn: number;
  readonly edgesOut: number;
  /** Labels of people. */
  readonly topPeople: readonly string[];
  readonly topHashtags: readonly string[];
  /** Addresses. */
  readonly topLinks: readonly string[];
  readonly topDomains: readonly string[];
  readonly topWords: readonly string[];
  /** Two words with a space. */
  readonly topPairs: readonly string[];
  readonly distinctiveWords: readonly string[];
  /** Labels of people with contacts in other communities. */
  readonly bridges: readonly string[];
}

/** A row of `top-items.csv`. */
export interface PublicTopItem extends RowOf<typeof topItemColumns> {
  readonly kind: ItemKind;
}

export interface PublicSourceCoverage {
  readonly source: string;
  readonly posts: number;
  readonly onlyHere: number;
  readonly oldest: string | undefined;
  readonly newest: string | undefined;
  readonly askedFirst: string | undefined;
  readonly askedLast: string | undefined;
  readonly pages: number;
  readonly gaps: readonly { readonly from: string | undefined; readonly to: string | undefined }[];
  /** One run alone has been shown the end of its timeline. */
  readonly isEndUnconfirmed: boolean;
  /** Posts that came to it after it had been asked for their time, and by how many hours at least. */
  readonly late: number;
  readonly latestHours: number | undefined;
  /** How many hours back the next run looks for late posts; `undefined` for X. */
  readonly lookBackHours: number | undefined;
  readonly leftOut: number;
}

/** What servers showed of the hashtag; see `Coverage`. */
export interface PublicCoverage {
  readonly sources: readonly PublicSourceCoverage[];
  readonly overlaps: readonly {
    readonly sources: readonly [string, string];
    readonly both: number;
  }[];
  readonly unseen:
    | {
        readonly method: "chapman" | "chao2";
        readonly from: string | undefined;
        readonly to: string | undefined;
        readonly seen: number;
        readonly total: number;
        readonly low: number;
        readonly high: number;
      }
    | undefined;
  readonly borrowedTimes: number;
}

/** A span of days; see `ChronicleBin`. */
export interface PublicChronicleBin {
  /** Its first day, in UTC. */
  readonly start: string;
  readonly posts: number;
  readonly reposts: number;
  readonly people: number;
  readonly newcomers: number;
  readonly stayed: number;
}

export interface PublicChronicle {
  readonly activity: { readonly binDays: number; readonly bins: readonly PublicChronicleBin[] };
  readonly arrivals: { readonly binDays: number; readonly bins: readonly PublicChronicleBin[] };
}

/**
 * What a list for one reader rests on, by the order of people; no file shows it but the page, which
 * ranks by it.
 */
export interface PublicRanking {
  /** 1 for whoever may be recommended. */
  readonly isCandidate: Uint8Array;
  readonly base: Float64Array;
  readonly inDegree: Float64Array;
  /** Clean interactions between two people of the network, as indices. */
  readonly pairs: {
    readonly source: Int32Array;
    readonly target: Int32Array;
    readonly effort: Float64Array;
  };
}

/** What kind of network it is; without a name, fit and numbers where none can be told. */
export interface PublicShape {
  readonly name: NetworkShape | undefined;
  /** In [0, 1]; see `ShapeFit`. */
  readonly fit: number | undefined;
  readonly sentence: string;
  readonly runnerUp: { readonly name: NetworkShape; readonly fit: number } | undefined;
  readonly numbers: ShapeNumbers | undefined;
  /** How it is judged: in a sentence, and the cut-offs of each shape. */
  readonly method: string;
  readonly rules: readonly string[];
}
