import { degreeOf, type WeightedGraph } from "../../kernel/compact-graph.js";

/**
 * Burt's constraint: how far somebody's contacts are contacts of each other, so that few of them
 * lead to others. With p_ij the share of i's strength that goes to j,
 *
 *     constraint(i) = Σ_j (p_ij + Σ_q p_iq p_qj)²
 *
 * over i's contacts j. Undirected and weighted; 1 with a single contact, above 1 where two or
 * three are close, lower the more one's contacts are strangers. NaN, not defined, without contacts
 * or where their ties have no strength. O(ties^1.5): a tie's common contacts are looked for at its
 * end of fewer ones.
 *
 * The middle of three in a chain has 1/2, each of three who are all tied 1.125.
 *
 * Burt (2004), Structural holes and good ideas, doi:10.1086/421787, after Burt (1992), Structural holes.
 */
export function measureConstraint(graph: WeightedGraph): Float64Array {
  const { nodeCount, offsets, columns: neighbour, weight } = graph;
  const strength = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) strength[node] += weight[tie];
  }
  const shareOf = strength.map((sum) => (sum > 0 ? 1 / sum : 0));
  const constraint = strength.map((sum) => (sum > 0 ? 0 : Number.NaN));
  const weightTo = new Float64Array(nodeCount);

  for (let node = 0; node < nodeCount; node += 1) {
    const [start, end] = [offsets[node], offsets[node + 1]];
    for (let tie = start; tie < end; tie += 1) weightTo[neighbour[tie]] = weight[tie];
    for (let tie = start; tie < end; tie += 1) {
      const other = neighbour[tie];
      const difference = degreeOf(graph, node) - degreeOf(graph, other);
      if (difference < 0 || (difference === 0 && node < other)) continue;
      // Σ_q w_iq w_qj / strength of q: it serves both ends, since ties have one weight.
      let investment = weight[tie];
      for (let next = offsets[other]; next < offsets[other + 1]; next += 1) {
        const third = neighbour[next];
        investment += weight[next] * weightTo[third] * shareOf[third];
      }
      constraint[node] += (investment * shareOf[node]) ** 2;
      constraint[other] += (investment * shareOf[other]) ** 2;
    }
    for (let tie = start; tie < end; tie += 1) weightTo[neighbour[tie]] = 0;
  }
  return constraint;
}
