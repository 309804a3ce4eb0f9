import { drawTwice } from "../model/draw-twice.js";
import type { Network } from "../model/network.js";
import { seededRandom } from "../model/seeded-random.js";
import type { SliceRank } from "../model/sliced.js";

interface RankingInput {
  readonly network: Network;
  /** Ties run from whom attention goes to, to whom it comes from. */
  readonly isReversed: boolean;
  /** How often authors are resampled; 0 for not at all. */
  readonly resamples: number;
  readonly seed: number;
}

const outsideEachSide = 0.05;

/**
 * Everybody's place by how many different people engaged them, and between which places it lies in nine
 * resamples of ten, in which authors and all they do are drawn as `drawTwice` says. Whoever has as many
 * has the same place: one more than how many have more. In a resample equals may stand in any order, so each has all of
 * their places. The place that is found always lies within. Ties with oneself do not count.
 * O(resamples · (people · log people + ties)).
 *
 * Efron (1979), Bootstrap methods; for centrality, Costenbader and Valente (2003).
 */
export function rankByAttention(input: RankingInput): SliceRank {
  const { network, isReversed, resamples, seed } = input;
  const { nodeCount, tieCount } = network;
  const [from, to] = isReversed
    ? [network.target, network.source]
    : [network.source, network.target];
  const engagers = Int32Array.from(new Set(from)).sort();
  const weights = new Uint16Array(nodeCount);
  for (const engager of engagers) weights[engager] = 1;
  const received = new Int32Array(nodeCount);
  const countReceived = (): void => {
    received.fill(0);
    for (let tie = 0; tie < tieCount; tie += 1) {
      if (from[tie] !== to[tie]) received[to[tie]] += weights[from[tie]];
    }
  };
  countReceived();
  const rank = placesOf(received).best;
  if (resamples === 0) return { rank, interval: undefined };
  const random = seededRandom(seed);
  const found = Array.from({ length: resamples }, () => {
    drawTwice(engagers, weights, random);
    countReceived();
    return placesOf(received);
  });
  const outside = Math.floor(resamples * outsideEachSide);
  const low = new Int32Array(nodeCount);
  const high = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const best = Int32Array.from(found, (places) => places.best[node]).sort();
    const worst = Int32Array.from(found, (places) => places.worst[node]).sort();
    low[node] = Math.min(best[outside], rank[node]);
    high[node] = Math.max(worst[resamples - 1 - outside], rank[node]);
  }
  return { rank, interval: { low, high } };
}

/** One more than how many have more, and how many have as many or more. */
function placesOf(values: Int32Array): { readonly best: Int32Array; readonly worst: Int32Array } {
  const ascending = values.toSorted();
  const above = new Map<number, number>();
  const from = new Map<number, number>();
  for (const [at, value] of ascending.entries()) {
    above.set(value, ascending.length - 1 - at);
    if (!from.has(value)) from.set(value, ascending.length - at);
  }
  return {
    best: values.map((value) => 1 + (above.get(value) ?? 0)),
    worst: values.map((value) => from.get(value) ?? 0),
  };
}
