import { countBetweenness } from "../../kernel/betweenness.js";
import { type CompactGraph, outwardGraph } from "../../kernel/compact-graph.js";
import { finishBetweenness } from "../../kernel/finish-betweenness.js";
import { startEstimate } from "../../kernel/kadabra.js";
import { prepareBetweenness } from "../../kernel/prepare-betweenness.js";
import type { Network } from "../../model/network.js";
import type { MetricDefinition } from "../../model/provenance.js";
import type { RunParts } from "../parts/run-parts.js";
import { withSharedArrays } from "../parts/shared-arrays.js";

/** Where counting ends and estimating begins. */
interface BetweennessLimits {
  /** Up to so many people times ties, of those whom no branch holds, every path is counted. */
  readonly mostExactWork: number;
  /** Beyond, how far an estimate may lie from the truth, as a share of all pairs, */
  readonly maximumError: number;
  /** and how probable it may be that any one lies further from it. */
  readonly failureProbability: number;
}

const usualLimits: BetweennessLimits = {
  mostExactWork: 1e11,
  maximumError: 0.001,
  failureProbability: 0.1,
};

export interface Betweenness {
  readonly values: Float64Array;
  /** `undefined` where they are exact. */
  readonly estimate:
    | {
        /** In the same unit as the values. */
        readonly maximumError: number;
        readonly failureProbability: number;
        /** How many pairs of people it rests on. */
        readonly samples: number;
      }
    | undefined;
}

interface BetweennessInput {
  /** Along ties, and against them; regardless of direction for `nodexl`. */
  readonly outward: CompactGraph;
  readonly inward: CompactGraph;
  readonly metrics: MetricDefinition;
  readonly seed: number;
  readonly run: RunParts;
  readonly onShare: (share: number) => void;
}

/**
 * Betweenness: on how many of the shortest paths from one person to another somebody stands. With σ(s, t)
 * the number of shortest paths from s to t, and σ(s, t | v) those of them through v,
 *
 *     betweenness(v) = Σ_{s ≠ v ≠ t} σ(s, t | v) / σ(s, t)  /  ((n − 1)(n − 2))
 *
 * Directed; weights are strength, not distance, and are left out, and so are loops. In [0, 1], 0 for
 * everybody among two people or fewer: networkx's `betweenness_centrality`. As `nodexl`, regardless of
 * direction and not divided, each pair counted twice. O(people · ties) where they are counted; where that
 * would take many minutes, estimated by `startEstimate`, and said to be.
 *
 * Of three in a chain a → b → c, one of the two ordered pairs of others leads through b, who has 1/2.
 *
 * Freeman (1977), A set of measures of centrality based on betweenness, doi:10.2307/3033543; Brandes
 * (2001), A faster algorithm for betweenness centrality, doi:10.1080/0022250X.2001.9990249.
 */
export async function findBetweenness(
  input: BetweennessInput,
  limits: BetweennessLimits = usualLimits,
): Promise<Betweenness> {
  const { outward, metrics, run, onShare } = input;
  const prepared = prepareBetweenness(outward);
  const { reduced } = prepared;
  if (reduced.nodeCount * reduced.columns.length > limits.mostExactWork) {
    return estimate(input, limits);
  }
  const parts: Float64Array[] = [];
  await run({
    name: "betweenness",
    prepared,
    from: 0,
    end: prepared.partCount,
    take: (found) => parts.push(found),
    onShare,
  });
  const counts = finishBetweenness(prepared, parts);
  return { values: metrics === "nodexl" ? counts : normalised(counts), estimate: undefined };
}

async function estimate(
  input: BetweennessInput,
  { maximumError, failureProbability }: BetweennessLimits,
): Promise<Betweenness> {
  const { outward, inward, metrics, seed, run, onShare } = input;
  const inProgress = startEstimate(outward, inward, { maximumError, failureProbability, seed });
  // Shared once, since every round asks with it.
  const prepared = withSharedArrays({ outward: tiesOf(outward), inward: tiesOf(inward), seed });
  for (let round = inProgress.nextRound(); round !== undefined; round = inProgress.nextRound()) {
    const { from, to: end } = round;
    await run({
      name: "shortestWays",
      prepared,
      from,
      end,
      take: inProgress.add,
      onShare: () => onShare(inProgress.share()),
    });
  }
  const found = inProgress.finish();
  const people = outward.nodeCount;
  const unit = metrics === "nodexl" ? (people - 1) * (people - 2) : 1;
  return {
    values: found.betweenness.map((value) => value * unit),
    estimate: { ...found, maximumError: found.maximumError * unit },
  };
}

/** Without strengths, which searches need not carry. */
function tiesOf({ nodeCount, offsets, columns: neighbour }: CompactGraph): CompactGraph {
  return { nodeCount, offsets, columns: neighbour };
}

/** The same, by the standard definition and in this thread, where it is soon done. */
export function measureBetweenness(network: Network): Float64Array {
  return normalised(countBetweenness(outwardGraph(network)));
}

function normalised(counts: Float64Array): Float64Array {
  const people = counts.length;
  return people <= 2 ? counts : counts.map((count) => count / ((people - 1) * (people - 2)));
}
