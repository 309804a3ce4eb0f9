import { UndirectedGraph } from "graphology";
import modularity from "graphology-metrics/graph/modularity.js";
import { degreeOf, type WeightedGraph } from "../../kernel/compact-graph.js";

/**
 * Newman's Q: the share of the ties' weight that runs within communities, less what it would be if
 * everybody's ties ended by chance. With m the weight of all ties, m_c that within community c, and s_c
 * the strength of its members,
 *
 *     Q = Σ_c m_c / m − (s_c / 2m)²
 *
 * The graph is undirected, a tie standing at both ends; `labels`
 * says each node's community, and is not looked at for isolates. `undefined` without ties; else
 * within [-0.5, 1). It is that of the graph whose nodes are the communities, since Q depends on nothing
 * but how much runs within and between them. O(people + ties).
 *
 * Two pairs who are tied to each other alone, each a community: 1/2.
 *
 * Newman (2004), Analysis of weighted networks, doi:10.1103/PhysRevE.70.056131.
 */
export function measureModularity(graph: WeightedGraph, labels: Int32Array): number | undefined {
  if (graph.columns.length === 0) return undefined;
  const { offsets, columns: neighbour, weight } = graph;
  const communities = new UndirectedGraph<Record<string, never>, { weight: number }>();
  const between = new Map<number, number>();
  const people = graph.nodeCount;
  for (let node = 0; node < people; node += 1) {
    if (degreeOf(graph, node) > 0) communities.mergeNode(labels[node]);
    for (let at = offsets[node]; at < offsets[node + 1]; at += 1) {
      const other = neighbour[at];
      if (other < node) continue;
      const low = Math.min(labels[node], labels[other]);
      const pair = low * people + Math.max(labels[node], labels[other]);
      between.set(pair, (between.get(pair) ?? 0) + weight[at]);
    }
  }
  for (const [pair, sum] of between) {
    communities.addEdge(Math.floor(pair / people), pair % people, { weight: sum });
  }
  return modularity(communities, {
    getEdgeWeight: "weight",
    getNodeCommunity: (community) => community,
  });
}
