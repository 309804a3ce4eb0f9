import type { InteractionTable } from "../model/interaction.js";
import type { PerAccount } from "../model/per-index.js";
import type { FollowOrder, TimeFrame } from "../model/recommendation.js";
import { binAttention } from "./attention-bins.js";
import type { BinnedActs } from "./binned-acts.js";
import type { Engagements } from "./engagements.js";
import { binHelp } from "./help-bins.js";
import { type RankedPeople, rankWithTies } from "./ranked-people.js";
import { ageInBins } from "./time-frame.js";

/** One number an account. */
export type Scores = Readonly<Record<FollowOrder, Float64Array>>;

interface ScoreInput {
  readonly interactions: InteractionTable;
  /** Of the same interactions. */
  readonly engagements: Engagements;
  readonly frame: TimeFrame;
  /** See `HelpInput`. */
  readonly firstPost: PerAccount<Float64Array>;
  readonly archiveStart: number;
  /** See `followerFactors`. */
  readonly followerFactor: Float64Array | undefined;
}

/** What does not change when people are weighed anew; see `scorePeople`. */
export interface ScoreBase {
  readonly accountCount: number;
  readonly engagements: Engagements;
  /** What each pair of `engagements` counts for by its age. */
  readonly decay: Float64Array;
  readonly attention: BinnedActs;
  readonly help: BinnedActs;
  readonly halfLifeBins: number;
  readonly followerFactor: Float64Array | undefined;
}

/** Sorts the interactions once, so that scoring again takes one pass over them. O(n log n). */
export function prepareScores(input: ScoreInput): ScoreBase {
  const { interactions, engagements, frame } = input;
  const accountCount = engagements.offsets.length - 1;
  return {
    accountCount,
    engagements,
    decay: engagements.last.map((last) => 2 ** (-ageInBins(last, frame) / frame.halfLifeBins)),
    attention: binAttention(interactions, accountCount, frame),
    help: binHelp(input),
    halfLifeBins: frame.halfLifeBins,
    followerFactor: input.followerFactor,
  };
}

interface WhomToScore {
  /** Accounts among whom F's ranks are counted; default everybody. */
  readonly candidates?: Int32Array;
  /** How often each account's acts count; default once. A resample draws some twice, some never. */
  readonly weights?: Uint16Array;
}

/**
 * How much attention each person gets from how many others (see `ofPeople`); one person counts once, and in A once
 * a bin, however often they engage somebody, so that nobody can be lifted by one other.
 *
 * D: distinct people who engaged them. Df: D times `followerFactor`, which has the order of
 * ln D + ½ ln followers. Dd: the same, each weighing 2^(−age / half-life) by the age
 * of their latest engagement. A, sustained attention: over bins, 2^(−(age + ½) / half-life) times
 * the root of the distinct people who engaged them in the bin. F: D, Dd and A fused by rank. T:
 * distinct people who replied to or mentioned them. C, helping: over bins, 2^(−age / half-life)
 * times the root of the newcomers they answered and a quarter of the people they replied to.
 *
 * Linear in interactions but for F's three sorts of the candidates.
 */
export function scorePeople(base: ScoreBase, whom: WhomToScore = {}): Scores {
  const { accountCount, engagements, decay, halfLifeBins } = base;
  const weights = whom.weights ?? new Uint16Array(accountCount).fill(1);
  const candidates = whom.candidates ?? Int32Array.from({ length: accountCount }, (_, at) => at);
  const scores = {
    d: new Float64Array(accountCount),
    dd: new Float64Array(accountCount),
    a: sumOverBins(base.attention, { weights, plain: 1, marked: 0, shift: 0.5, halfLifeBins }),
    t: new Float64Array(accountCount),
    c: sumOverBins(base.help, { weights, plain: 0.25, marked: 1, shift: 0, halfLifeBins }),
  };
  for (let account = 0; account < accountCount; account += 1) {
    const end = engagements.offsets[account + 1];
    for (let pair = engagements.offsets[account]; pair < end; pair += 1) {
      const weight = weights[engagements.columns[pair]];
      scores.d[account] += weight;
      scores.dd[account] += weight * decay[pair];
      scores.t[account] += weight * engagements.isConversation[pair];
    }
  }
  const orders = [scores.d, scores.dd, scores.a].map((score) =>
    rankWithTies({ candidates, score, inDegree: scores.d }),
  );
  const factor = base.followerFactor;
  const df = factor === undefined ? scores.d : scores.d.map((d, account) => d * factor[account]);
  return { ...scores, df, f: fuseRanks(orders, accountCount) };
}

interface BinSum {
  readonly weights: Uint16Array;
  /** What a person counts, and what more a marked one does. */
  readonly plain: number;
  readonly marked: number;
  /** Bins added to the age. */
  readonly shift: number;
  readonly halfLifeBins: number;
}

function sumOverBins(acts: BinnedActs, sum: BinSum): Float64Array {
  const { weights, plain, marked, shift, halfLifeBins } = sum;
  const totals = new Float64Array(acts.offsets.length - 1);
  for (let account = 0; account < totals.length; account += 1) {
    for (let group = acts.offsets[account]; group < acts.offsets[account + 1]; group += 1) {
      let people = 0;
      for (let at = acts.groups[group]; at < acts.groups[group + 1]; at += 1) {
        people += weights[acts.person[at]] * (plain + marked * acts.isMarked[at]);
      }
      totals[account] += 2 ** (-(acts.bin[group] + shift) / halfLifeBins) * Math.sqrt(people);
    }
  }
  return totals;
}

/** Keeps the very first ranks from outweighing all others. */
const fusionOffset = 60;

/**
 * Reciprocal-rank fusion: Σ 1 / (60 + rank) over orders of people, best first; those who share a
 * place have the mean of its ranks. 0 for whoever is in none. Cormack, Clarke and Büttcher (2009).
 */
export function fuseRanks(orders: readonly RankedPeople[], accountCount: number): Float64Array {
  const fused = new Float64Array(accountCount);
  for (const { people, tieEnd } of orders) {
    for (let start = 0; start < people.length; start = tieEnd[start]) {
      const meanRank = (start + 1 + tieEnd[start]) / 2;
      for (let index = start; index < tieEnd[start]; index += 1) {
        fused[people[index]] += 1 / (fusionOffset + meanRank);
      }
    }
  }
  return fused;
}
