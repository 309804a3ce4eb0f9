import { withCommas } from "../../text/counted.js";
import type { PublicFollowList, PublicRecommendation } from "../view/public-follow-lists.js";

/** A place that somebody has, or places in a row that are too close to call. */
export type Place = TakenPlace | ClosePlace;

interface TakenPlace {
  readonly rank: number;
  readonly recommendation: PublicRecommendation;
}

export interface ClosePlace {
  readonly rank: number;
  readonly lastRank: number;
  readonly recommendation: undefined;
  /** Who could stand there, those who do here first; never nobody. */
  readonly candidates: readonly PublicRecommendation[];
}

/** Beside those who stand on close places here, so many others are named. */
const furtherCandidates = 3;

/** The first places of a list in order, those that are too close to call among them. */
export function placesOf(list: PublicFollowList, most: number): Place[] {
  const stable = list.people.map(
    (recommendation): Place => ({
      rank: recommendation.rank,
      recommendation,
    }),
  );
  const close = runsOf(list.unstableRanks).map(
    ([rank, lastRank]): Place => ({
      rank,
      lastRank,
      recommendation: undefined,
      candidates: candidatesFor(list, rank, lastRank),
    }),
  );
  return [...stable, ...close].sort((a, b) => a.rank - b.rank).filter(({ rank }) => rank <= most);
}

/** "8", or "8–9" for places in a row. */
export function placeNumber(place: Place): string {
  return place.recommendation !== undefined || place.rank === place.lastRank
    ? String(place.rank)
    : `${place.rank}–${place.lastRank}`;
}

/** Numbers in ascending order as first and last of each row without a gap. */
function runsOf(ranks: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const rank of ranks) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === rank - 1) run[1] = rank;
    else runs.push([rank, rank]);
  }
  return runs;
}

function candidatesFor(
  { candidates, unstableRanks }: PublicFollowList,
  first: number,
  last: number,
): PublicRecommendation[] {
  const isHere = ({ rank }: PublicRecommendation): boolean => first <= rank && rank <= last;
  const couldBe = ({ rank, stability }: PublicRecommendation): boolean =>
    !unstableRanks.includes(rank) &&
    stability !== undefined &&
    stability.rankLow <= last &&
    first <= stability.rankHigh;
  return [...candidates.filter(isHere), ...candidates.filter(couldBe).slice(0, furtherCandidates)];
}

/** How far a list would hold with other authors; none where nothing was resampled. */
export function stabilitySentences(list: PublicFollowList): string[] {
  const { people, unstableRanks, expectedOverlap } = list;
  const length = people.length + unstableRanks.length;
  const close = closeSentence(list);
  return [
    ...(expectedOverlap === undefined
      ? []
      : [
          `With a different sample of authors, about ${Math.round(expectedOverlap)} of these ${withCommas(length)} would be listed again.`,
        ]),
    ...(close === undefined ? [] : [close]),
  ];
}

/** What "too close to call" means; `undefined` where no place is. */
export function closeSentence({ unstableRanks }: PublicFollowList): string | undefined {
  return unstableRanks.length === 0
    ? undefined
    : "Too close to call: with other samples of authors, somebody else stands there more often than not.";
}
