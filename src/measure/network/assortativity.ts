import { type CompactGraph, degreeOf } from "../../kernel/compact-graph.js";

/**
 * Degree assortativity: the correlation of the numbers of neighbours at the two ends of a tie, in
 * [−1, 1]. Above 0 people of many neighbours are tied to each other, below 0 to people of few.
 * Direction, weights and loops are ignored; `undefined` without ties, and where everybody who is
 * tied has as many neighbours as all others, since then nothing varies. O(people + ties).
 *
 * Five in a star have −1, as any star.
 *
 * Newman (2002), Assortative mixing in networks, doi:10.1103/PhysRevLett.89.208701.
 */
export function measureAssortativity(graph: CompactGraph): number | undefined {
  const { offsets, columns: neighbour } = graph;
  const nodeCount = offsets.length - 1;
  const ends = neighbour.length;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const degree = degreeOf(graph, node);
    if (degree === 0) continue;
    sum += degree * degree;
    least = Math.min(least, degree);
    most = Math.max(most, degree);
  }
  if (least >= most) return undefined;
  const mean = sum / ends;
  let covariance = 0;
  let variance = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const here = degreeOf(graph, node) - mean;
    for (let at = offsets[node]; at < offsets[node + 1]; at += 1) {
      covariance += here * (degreeOf(graph, neighbour[at]) - mean);
      variance += here * here;
    }
  }
  return covariance / variance;
}
