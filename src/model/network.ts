import type { PerKind } from "./interaction.js";
import type { PerNode, PerTie } from "./per-index.js";

/**
 * People and ties, each ordered pair of people once. Nodes are numbered from 0 by account key,
 * ties by source and then target.
 */
export interface Network {
  readonly nodeCount: number;
  /** Node to index into `Corpus.accounts`, ascending. */
  readonly account: PerNode<Int32Array>;
  readonly tieCount: number;
  readonly source: PerTie<Int32Array>;
  readonly target: PerTie<Int32Array>;
  /** Interactions of the kinds that are switched on, and the weights of ties without posts. */
  readonly weight: PerTie<Float64Array>;
  readonly weightByKind: PerKind<Float64Array>;
  /** Milliseconds since 1970; NaN where no interaction of the tie has a time. */
  readonly first: PerTie<Float64Array>;
  readonly last: PerTie<Float64Array>;
}

/** What most measures need to know of a network. */
export type WeightedTies = Pick<Network, "nodeCount" | "tieCount" | "source" | "target" | "weight">;

/** Ties regardless of direction, loops left out: `low < high`; weights of both ways summed. */
export interface Projection {
  readonly nodeCount: number;
  readonly tieCount: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly weight: Float64Array;
}
