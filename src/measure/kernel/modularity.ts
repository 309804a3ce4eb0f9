import type { WeightedGraph } from "./compact-graph.js";

/**
 * Newman's Q: the share of the ties' weight that runs within communities, less what it would be if
 * everybody's ties ended by chance. The graph is undirected, a tie standing at both ends; labels are below
 * the node count, those of isolates alone may be -1. `undefined` without ties; else within [-0.5, 1).
 *
 * Newman (2004), Analysis of weighted networks.
 */
export function measureModularity(graph: WeightedGraph, labels: Int32Array): number | undefined {
  const { nodeCount, offsets, neighbour, weight } = graph;
  if (neighbour.length === 0) return undefined;
  const strengths = new Float64Array(nodeCount);
  let total = 0;
  let within = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const label = labels[node];
    let strength = 0;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      strength += weight[tie];
      if (labels[neighbour[tie]] === label) within += weight[tie];
    }
    total += strength;
    if (strength > 0) strengths[label] += strength;
  }
  let byChance = 0;
  for (const strength of strengths) byChance += (strength / total) ** 2;
  return within / total - byChance;
}
