import { DirectedGraph, UndirectedGraph } from "graphology";
import type { Network, Projection } from "../model/network.js";

/** Nodes are the network's numbers, in ascending order; every edge has its `weight`. */
export interface WeightAttribute {
  weight: number;
  [name: string]: unknown;
}

/** The network as a simple directed graph: parallel edges give wrong path measures in graphology. */
export function directedGraph(network: Network): DirectedGraph<WeightAttribute, WeightAttribute> {
  const graph = new DirectedGraph<WeightAttribute, WeightAttribute>();
  for (let node = 0; node < network.nodeCount; node += 1) graph.addNode(node);
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    graph.addEdge(network.source[tie], network.target[tie], { weight: network.weight[tie] });
  }
  return graph;
}

/** The projection as an undirected graph, on which communities are found. */
export function undirectedGraph(
  projection: Projection,
): UndirectedGraph<WeightAttribute, WeightAttribute> {
  const graph = new UndirectedGraph<WeightAttribute, WeightAttribute>();
  for (let node = 0; node < projection.nodeCount; node += 1) graph.addNode(node);
  for (let tie = 0; tie < projection.tieCount; tie += 1) {
    const weight = projection.weight[tie];
    graph.addEdge(projection.low[tie], projection.high[tie], { weight });
  }
  return graph;
}
