import type { NetworkMeasureRow } from "./network-measures.js";

/** What is measured of a whole network of other things than people: the rows of its `network.csv`. */
export const itemNetworkMeasures = [
  { metric: "nodes", name: "Nodes", note: "nodes, with those without a tie", range: "0 or more" },
  { metric: "ties", name: "Ties", note: "pairs of nodes that are tied", range: "0 or more" },
  {
    metric: "total_weight",
    name: "Total weight",
    note: "all weights together",
    range: "0 or more",
  },
  { metric: "isolates", name: "Isolates", note: "nodes without a tie", range: "0 or more" },
  {
    metric: "density",
    name: "Density",
    note: "of the pairs that could be tied, the share that is",
    range: "0 to 1",
    definition: "Of ordered pairs where ties have a direction; of two kinds, pairs of both kinds.",
    empty: "there are no such pairs",
  },
  {
    metric: "components",
    name: "Components",
    note: "weakly connected components",
    range: "0 or more",
  },
  {
    metric: "largest_component",
    name: "Largest component",
    note: "nodes in the largest component",
    range: "0 or more",
  },
  {
    metric: "mean_degree",
    name: "Mean degree",
    note: "nodes that a node is tied to, on average",
    range: "0 or more",
    empty: "there are no nodes",
  },
  {
    metric: "reciprocity",
    name: "Reciprocity",
    note: "of the ties, the share with one the other way",
    range: "0 to 1",
    empty: "ties have no direction, or there are none",
  },
  {
    metric: "transitivity",
    name: "Transitivity",
    note: "of the pairs of ties that meet, the share that a third tie closes",
    range: "0 to 1",
    definition: "Undirected, unweighted.",
    empty: "no two ties meet",
  },
  {
    metric: "average_clustering",
    name: "Average clustering",
    note: "the mean of the nodes' clustering",
    range: "0 to 1",
    empty: "there are no nodes",
  },
  {
    metric: "communities",
    name: "Communities",
    note: "communities that were found",
    range: "0 or more",
  },
  {
    metric: "modularity",
    name: "Modularity",
    note: "how much more weight is inside communities than by chance",
    range: "-0.5 to 1",
    source: "Newman (2006), doi:10.1073/pnas.0601602103",
    empty: "there are no ties",
  },
] as const satisfies readonly NetworkMeasureRow[];

export type ItemNetworkMetric = (typeof itemNetworkMeasures)[number]["metric"];
