import type { CompactGraph } from "./compact-graph.js";
import { enoughSamples, errorOf, logsOfShares } from "./kadabra-bounds.js";
import { boundLongestPath } from "./longest-path.js";
import { pairsOfBlock, startSampling } from "./sample-shortest-paths.js";

interface EstimateOptions {
  /** How far each node's estimate may lie from the truth, as a share like betweenness; above 0. */
  readonly maximumError: number;
  /** How probable it may be that any of them lies further from it; between 0 and 1. */
  readonly failureProbability: number;
  readonly seed: number;
}

interface BetweennessEstimate {
  /** Each node's, divided by (n − 1)(n − 2). */
  readonly betweenness: Float64Array;
  /** The error that holds, at most the one asked for. */
  readonly maximumError: number;
  readonly failureProbability: number;
  /** How many pairs of people were drawn for it. */
  readonly samples: number;
}

/** An estimate in the making: it asks for blocks of samples, round after round, and takes them in. */
interface EstimateInProgress {
  /** The numbers of the next blocks, `from` up to but not including `to`; `undefined` at the end. */
  readonly nextRound: () => { readonly from: number; readonly to: number } | undefined;
  /** How much is done of the most that can be needed, up to 1; it ends sooner as a rule. */
  readonly share: () => number;
  /** Takes in one block of the round; in whatever order they come. */
  readonly add: (between: Int32Array) => void;
  /** After the last round. */
  readonly finish: () => BetweennessEstimate;
}

/**
 * Betweenness as `measureBetweenness` has it, estimated from shortest paths between pairs drawn by
 * chance: with a probability of 1 − `failureProbability`, every node's estimate lies within
 * `maximumError` of the truth. Directed, without weights; 0 for everybody, and certain, where no shortest
 * path has a node between its ends. The same seed gives the same estimate, whoever samples the blocks.
 * Searches meet halfway, so that a sample looks at a small part of a network of people.
 *
 * Borassi and Natale (2016), KADABRA is an ADaptive Algorithm for Betweenness via Random
 * Approximation.
 */
export function estimateBetweenness(
  outward: CompactGraph,
  inward: CompactGraph,
  options: EstimateOptions,
): BetweennessEstimate {
  const estimate = startEstimate(outward, inward, options);
  const sample = startSampling({ outward, inward, seed: options.seed });
  for (let round = estimate.nextRound(); round !== undefined; round = estimate.nextRound()) {
    for (let block = round.from; block < round.to; block += 1) estimate.add(sample(block));
  }
  return estimate.finish();
}

/** The first round's samples are a hundredth of the most that can be needed. */
const shareOfCalibration = 0.01;
/** Stop tests cost a look at everybody: there is one when the samples have grown by so much. */
const growthOfRound = 0.1;
const fewestBlocksOfRound = 8;

/** The same estimate for whoever samples blocks elsewhere. O(people + ties), O(people) a round. */
export function startEstimate(
  outward: CompactGraph,
  inward: CompactGraph,
  { maximumError, failureProbability }: EstimateOptions,
): EstimateInProgress {
  const { nodeCount } = outward;
  const counts = new Int32Array(nodeCount);
  const between = nodeCount < 3 ? 0 : boundLongestPath(outward, inward) - 1;
  // Samples draw from all n (n − 1) pairs, betweenness is divided by those without the node.
  const scale = nodeCount < 3 ? 1 : nodeCount / (nodeCount - 2);
  const error = maximumError / scale;
  const enough = between < 1 ? 0 : enoughSamples({ between, error, failureProbability });
  const mostBlocks = Math.ceil(enough / pairsOfBlock);
  const calibrationBlocks = Math.ceil(mostBlocks * shareOfCalibration);
  let asked = 0;
  let logs: Float64Array = new Float64Array(0);
  let reachedError = between < 1 ? 0 : Number.POSITIVE_INFINITY;

  const nextRound = () => {
    const from = asked;
    if (between < 1) return undefined;
    if (asked === 0) {
      asked = calibrationBlocks;
      return { from, to: asked };
    }
    if (asked === calibrationBlocks) {
      // What the shares of probability rest on must not be counted again.
      const samples = calibrationBlocks * pairsOfBlock;
      logs = logsOfShares({ counts, samples, error, failureProbability });
      counts.fill(0);
    } else {
      const blocks = asked - calibrationBlocks;
      const samples = blocks * pairsOfBlock;
      const most = mostBlocks * pairsOfBlock;
      reachedError = errorOf({ counts, logs, samples, most, enough: error });
      if (blocks >= mostBlocks) reachedError = Math.min(reachedError, error);
      if (reachedError <= error) return undefined;
    }
    const done = asked - calibrationBlocks;
    const more = Math.max(fewestBlocksOfRound, Math.ceil(done * growthOfRound));
    asked = calibrationBlocks + Math.min(mostBlocks, done + more);
    return { from, to: asked };
  };

  return {
    nextRound,
    share: () => (mostBlocks === 0 ? 1 : Math.min(1, asked / mostBlocks)),
    add(nodes) {
      for (const node of nodes) counts[node] += 1;
    },
    finish() {
      const samples = (asked - calibrationBlocks) * pairsOfBlock;
      const betweenness = Float64Array.from(counts, (count) =>
        count === 0 ? 0 : (count / samples) * scale,
      );
      return {
        betweenness,
        maximumError: reachedError * scale,
        failureProbability,
        samples: between < 1 ? 0 : samples,
      };
    },
  };
}
