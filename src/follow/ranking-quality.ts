/** Of one learner's ranking. */
export interface RankingQuality {
  readonly ndcg: number;
  /** 1 where anybody of the first ten was right. */
  readonly hit: number;
  readonly recall: number;
}

const listLength = 10;
/** Nobody behind so many is looked at. */
export const recallLength = 50;

/**
 * How well an order foretells whom somebody engages. NDCG@10 with a gain of 1 for each right
 * person and a discount of 1 / log2(rank + 1), divided by the best that is possible; hit@10;
 * recall@50. `skip` are people who stand on no list of this learner's and take no rank.
 *
 * Järvelin and Kekäläinen (2002), Cumulated gain-based evaluation of IR techniques.
 */
export function judgeRanking(
  order: Int32Array,
  truth: ReadonlySet<number>,
  skip?: ReadonlySet<number>,
): RankingQuality {
  let gain = 0;
  let hits = 0;
  let found = 0;
  let rank = 0;
  for (let index = 0; index < order.length && rank < recallLength; index += 1) {
    const person = order[index];
    if (skip?.has(person) === true) continue;
    rank += 1;
    if (!truth.has(person)) continue;
    found += 1;
    if (rank > listLength) continue;
    hits += 1;
    gain += 1 / Math.log2(rank + 1);
  }
  let best = 0;
  for (let place = 1; place <= Math.min(listLength, truth.size); place += 1) {
    best += 1 / Math.log2(place + 1);
  }
  return { ndcg: gain / best, hit: hits > 0 ? 1 : 0, recall: found / truth.size };
}
