import type { RankedPeople } from "../ranked-people.js";

/** Of one learner's ranking; where people share a place, the mean over all orders of these. */
interface RankingQuality {
  readonly ndcg: number;
  /** The chance that anybody of the first ten is right. */
  readonly hit: number;
  readonly recall: number;
}

const listLength = 10;
/** Nobody behind so many is looked at. */
export const recallLength = 50;

/**
 * How well an order foretells whom somebody engages. NDCG@10 with a gain of 1 for each right
 * person and a discount of 1 / log2(rank + 1), divided by the best that is possible; hit@10;
 * recall@50. People who share a place stand in every order with equal chance, so that names do not
 * matter. `skip` are people who stand on no list of this learner's and take no rank.
 *
 * Järvelin and Kekäläinen (2002), Cumulated gain-based evaluation of IR techniques. McSherry and
 * Najork (2008), Computing information retrieval performance measures efficiently in the presence
 * of tied scores.
 */
export function judgeRanking(
  order: RankedPeople,
  truth: ReadonlySet<number>,
  skip?: ReadonlySet<number>,
): RankingQuality {
  let gain = 0;
  let missed = 1;
  let found = 0;
  let rank = 0;
  for (let start = 0; start < order.people.length && rank < recallLength; ) {
    const end = order.tieEnd[start];
    let tied = 0;
    let right = 0;
    for (let index = start; index < end; index += 1) {
      if (skip?.has(order.people[index]) === true) continue;
      tied += 1;
      if (truth.has(order.people[index])) right += 1;
    }
    if (right > 0) {
      gain += (right / tied) * discounts(rank, Math.min(rank + tied, listLength));
      missed *= chanceOfNone({ drawn: Math.min(tied, listLength - rank), of: tied, right });
      found += (right * Math.min(tied, recallLength - rank)) / tied;
    }
    rank += tied;
    start = end;
  }
  const best = discounts(0, Math.min(listLength, truth.size));
  return { ndcg: gain / best, hit: 1 - missed, recall: found / truth.size };
}

/** Σ 1 / log2(rank + 1) over ranks above `from`, up to `to`. */
function discounts(from: number, to: number): number {
  let sum = 0;
  for (let place = from + 1; place <= to; place += 1) sum += 1 / Math.log2(place + 1);
  return sum;
}

/** The chance that none of so many drawn without replacement is one of the right ones. */
export function chanceOfNone(urn: {
  readonly drawn: number;
  readonly of: number;
  readonly right: number;
}): number {
  let chance = 1;
  for (let taken = 0; taken < urn.drawn; taken += 1) {
    chance *= Math.max(0, urn.of - urn.right - taken) / (urn.of - taken);
  }
  return chance;
}
