import type { TieGraph } from "./tie-graph.js";

const damping = 0.8;
/** In the L1 norm of one step's change. */
const largestChange = 1e-6;
const mostSteps = 200;

/**
 * How often somebody comes by who wanders from person to person along ties and, with probability
 * 0.2 a step, starts again at one of the contacts: who is near to them and how surely. Sums to 1;
 * without contacts all 0. One number an account. O(ties) a step, some sixty steps.
 *
 * Page, Brin, Motwani and Winograd (1999), section 6; Jeh and Widom (2003).
 */
export function personalPagerank(graph: TieGraph, contacts: Iterable<number>): Float64Array {
  const accountCount = graph.offsets.length - 1;
  const starts = Int32Array.from(new Set(contacts)).sort();
  let rank = new Float64Array(accountCount);
  if (starts.length === 0) return rank;
  for (const start of starts) rank[start] = 1 / starts.length;
  let next = new Float64Array(accountCount);
  for (let step = 0; step < mostSteps; step += 1) {
    next.fill(0);
    let moved = 0;
    for (let account = 0; account < accountCount; account += 1) {
      if (rank[account] === 0) continue;
      const end = graph.offsets[account + 1];
      if (graph.offsets[account] < end) moved += damping * rank[account];
      for (let tie = graph.offsets[account]; tie < end; tie += 1) {
        next[graph.columns[tie]] += damping * rank[account] * graph.share[tie];
      }
    }
    for (const start of starts) next[start] += (1 - moved) / starts.length;
    let change = 0;
    for (let account = 0; account < accountCount; account += 1) {
      change += Math.abs(next[account] - rank[account]);
    }
    [rank, next] = [next, rank];
    if (change < largestChange) break;
  }
  return rank;
}

/**
 * P: what everybody gets, by a score of all, and nearness to a learner's contacts:
 * ln(1 + score) + ½ ln(1 + nearness / mean nearness). One number an account.
 */
export function scorePersonal(
  score: Float64Array,
  nearness: Float64Array,
  graph: TieGraph,
): Float64Array {
  return score.map(
    (value, account) => Math.log1p(value) + Math.log1p(nearness[account] * graph.people) / 2,
  );
}
