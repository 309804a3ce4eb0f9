import type { RowOf } from "./columns/column.js";
import type { networkColumns } from "./columns/network-columns.js";
import type { NetworkMeasure } from "./columns/network-measures.js";
import type { PerNodeMeasure } from "./columns/node-measures.js";
import type { PerKind } from "./interaction.js";
import type { ShapeFindings } from "./network-shape.js";
import type { PerNode } from "./per-index.js";
import type { TopItems } from "./top-items.js";

/**
 * One number per node, in the order of `Network`'s nodes; NaN where a measure is not defined.
 * `nodeMeasures` says what each is.
 */
export interface NodeMeasures extends PerNodeMeasure<Float64Array | Int32Array> {
  /** Distinct people; oneself too under presets that keep loops, as igraph and networkx count. */
  readonly inDegree: PerNode<Int32Array>;
  readonly outDegree: PerNode<Int32Array>;
  /** Interactions. */
  readonly inStrength: PerNode<Float64Array>;
  readonly outStrength: PerNode<Float64Array>;
  readonly inByKind: PerKind<PerNode<Float64Array>>;
  readonly outByKind: PerKind<PerNode<Float64Array>>;
  /** Index into `communities`; -1 for an isolate. */
  readonly community: PerNode<Int32Array>;
}

export interface CommunityMeasures {
  /** Nodes, ascending. */
  readonly members: Int32Array;
  /** Own posts of its members. */
  readonly posts: number;
  /** Of ordered pairs; `undefined` with fewer than two members. */
  readonly density: number | undefined;
  /** Share of linked pairs inside that are linked both ways; `undefined` without any. */
  readonly reciprocity: number | undefined;
  /** Ties, each ordered pair once. */
  readonly edgesInside: number;
  readonly edgesIn: number;
  readonly edgesOut: number;
  /** Nodes by in-degree. */
  readonly topPeople: readonly number[];
  /** Nodes by in how many other communities they have contacts. */
  readonly bridges: readonly number[];
  readonly items: TopItems;
  /** What several members use, and others less: what a name for it is made of. */
  readonly typicalHashtags: readonly string[];
  readonly typicalWords: readonly string[];
}

/** A row of `network.csv`; the note is for people, and may tell more than `networkMeasures` does. */
export interface NetworkMetric extends RowOf<typeof networkColumns> {
  readonly metric: NetworkMeasure;
}

/** Modularity of communities in networks of the same degrees without any groups. */
export interface ChanceModularity {
  readonly mean: number;
  /** The standard deviation of single networks. */
  readonly deviation: number;
}

/** What shows whether communities are there; `undefined` where it was not asked for, or cannot be. */
export interface CommunityEvidence {
  /** Agreement with what other seeds find. */
  readonly stability: number | undefined;
  /** Agreement of what two random halves of the posts lead to. */
  readonly halves: number | undefined;
  readonly chance: ChanceModularity | undefined;
}

export interface Measures {
  readonly nodes: NodeMeasures;
  /** By size, then by smallest node. */
  readonly communities: readonly CommunityMeasures[];
  /** Of everybody, isolates too. */
  readonly topItems: TopItems;
  readonly modularity: number | undefined;
  readonly network: readonly NetworkMetric[];
  /** `undefined` where no shape can be told. */
  readonly shape: ShapeFindings | undefined;
}
