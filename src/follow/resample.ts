import { drawTwice } from "../model/draw-twice.js";
import type { OnShare } from "../model/progress.js";
import type { Stability } from "../model/recommendation.js";
import { seededRandom } from "../model/seeded-random.js";

interface ResampleInput {
  /** Everybody who acts: an author's acts stay or go together. */
  readonly authors: Int32Array;
  readonly accountCount: number;
  /** The lists that are examined. */
  readonly lists: readonly ExaminedList[];
  /** For a weight per account, the whole order of candidates of each list, best first. */
  readonly rank: (weights: Uint16Array) => readonly Int32Array[];
  readonly resamples: number;
  readonly seed: number;
  /** Told how many of the resamples are done, as a share. */
  readonly onShare: OnShare;
}

interface ExaminedList {
  /** Accounts in its order, and maybe some that come after its end. */
  readonly people: Int32Array;
  /** How many people it names. */
  readonly length: number;
}

const outsideEachSide = 0.05;

/**
 * Ranks the candidates again and again after drawing as many authors as there are, with
 * replacement, and says for each person of each list where they come out. The same seed gives the
 * same draws. Whoever a resample does not rank comes after all others. O(resamples · ranking).
 *
 * Efron (1979), Bootstrap methods; for centrality, Costenbader and Valente (2003).
 */
export function resampleLists(input: ResampleInput): Stability[][] {
  const { authors, accountCount, lists, resamples } = input;
  const random = seededRandom(input.seed);
  const weights = new Uint16Array(accountCount);
  const rankOf = new Int32Array(accountCount);
  const ranks = lists.map(({ people }) => Array.from(people, () => new Int32Array(resamples)));
  for (let resample = 0; resample < resamples; resample += 1) {
    drawTwice(authors, weights, random);
    input.onShare(resample / resamples);
    const orders = input.rank(weights);
    for (const [at, { people }] of lists.entries()) {
      const order = orders[at];
      rankOf.fill(order.length + 1);
      for (let index = 0; index < order.length; index += 1) rankOf[order[index]] = index + 1;
      for (const [place, account] of people.entries()) ranks[at][place][resample] = rankOf[account];
    }
  }
  return ranks.map((ofList, at) => ofList.map((ofPerson) => summarise(ofPerson, lists[at].length)));
}

function summarise(ranks: Int32Array, listLength: number): Stability {
  const stays = ranks.filter((rank) => rank <= listLength).length / ranks.length;
  const sorted = ranks.sort();
  const outside = Math.floor(ranks.length * outsideEachSide);
  return { rankLow: sorted[outside], rankHigh: sorted[ranks.length - 1 - outside], stays };
}
