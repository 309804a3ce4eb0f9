/** A measure of the whole network: a row of `network.csv`. */
export interface NetworkMeasureRow {
  /** What scripts and code know it by. */
  readonly metric: string;
  /** NodeXL's name where its table has the measure. */
  readonly name: string;
  /** What the value says. */
  readonly note: string;
  readonly unit?: string;
  readonly range?: string;
  /** Exactly: formula, direction, weights. */
  readonly definition?: string;
  readonly source?: string;
  /** What no value means; without it, there always is one. */
  readonly empty?: string;
}

const noTies = "nobody is tied to another";
const noPeople = "there are no people";
const unordered = "Undirected, unweighted.";
const freeman = "Freeman (1978), doi:10.1016/0378-8733(78)90021-7";

/**
 * What is measured of the whole network, in the order of `network.csv`: first the table that NodeXL
 * prints under each of its maps, by the same names and in the same order, with what else is needed to
 * read it; then what it does not have. What measures them is in `measure/network-metrics.ts`.
 */
export const networkMeasures = [
  {
    metric: "vertices",
    name: "Vertices",
    note: "people on a tie, and authors without one",
    unit: "people",
    range: "0 or more",
  },
  {
    metric: "unique_edges",
    name: "Unique Edges",
    note: "ordered pairs with one interaction",
    unit: "pairs",
    range: "0 or more",
  },
  {
    metric: "edges_with_duplicates",
    name: "Edges With Duplicates",
    note: "interactions of ordered pairs that have two or more",
    unit: "interactions",
    range: "0 or more",
  },
  {
    metric: "total_edges",
    name: "Total Edges",
    note: "all interactions",
    unit: "interactions",
    range: "0 or more",
  },
  {
    metric: "self_loops",
    name: "Self-Loops",
    note: "interactions with oneself; only some --edges presets have any",
    unit: "interactions",
    range: "0 or more",
  },
  {
    metric: "reciprocated_vertex_pair_ratio",
    name: "Reciprocated Vertex Pair Ratio",
    note: "of the pairs of people who are linked at all, the share linked both ways",
    range: "0 to 1",
    empty: noTies,
  },
  {
    metric: "reciprocated_edge_ratio",
    name: "Reciprocated Edge Ratio",
    note: "of the ordered pairs, the share whose other direction is there too",
    range: "0 to 1",
    empty: noTies,
  },
  {
    metric: "connected_components",
    name: "Connected Components",
    note: "groups that no tie joins, direction ignored; an isolate is one of its own",
    unit: "components",
    range: "0 or more",
  },
  {
    metric: "single_vertex_connected_components",
    name: "Single-Vertex Connected Components",
    note: "people whom no tie joins to another",
    unit: "components",
    range: "0 or more",
  },
  {
    metric: "maximum_vertices_in_connected_component",
    name: "Maximum Vertices in a Connected Component",
    note: "people in the largest component",
    unit: "people",
    range: "0 or more",
  },
  {
    metric: "maximum_edges_in_connected_component",
    name: "Maximum Edges in a Connected Component",
    note: "interactions in the component that has most of them",
    unit: "interactions",
    range: "0 or more",
  },
  {
    metric: "diameter",
    name: "Maximum Geodesic Distance (Diameter)",
    note: "ties on the longest of the shortest paths between two people, direction ignored",
    unit: "ties",
    range: "0 or more",
  },
  {
    metric: "average_geodesic",
    name: "Average Geodesic Distance",
    note: "ties on the shortest path between two people in one component, on average",
    unit: "ties",
    range: "1 or more",
    definition: unordered,
    empty: noTies,
  },
  {
    metric: "average_geodesic_nodexl",
    name: "Average Geodesic Distance, as NodeXL prints it",
    note: "counts everybody's distance of 0 from themselves too, so it is too small, most in small networks",
    unit: "ties",
    range: "0 or more",
    definition: unordered,
    empty: noTies,
  },
  {
    metric: "graph_density",
    name: "Graph Density",
    note: "of all ordered pairs of people, the share with a tie",
    range: "0 to 1",
    definition: "n people and m tied ordered pairs, loops left out: m / (n (n - 1)).",
    empty: "there are fewer than two people",
  },
  {
    metric: "modularity",
    name: "Modularity",
    note: "Newman's Q of the communities: towards 1 the more ties stay inside; a sparse network without groups can have .5",
    range: "-0.5 to 1",
    definition: "Undirected, by weight, resolution 1.",
    source: "Newman (2004), doi:10.1103/PhysRevE.70.056131",
    empty: noTies,
  },
  {
    metric: "modularity_nodexl",
    name: "Modularity, as NodeXL prints it",
    note: "divides what it counts of ties, each once, by all interactions, so it is no modularity where pairs interact twice",
    empty: noTies,
  },
  {
    metric: "betweenness_error",
    name: "Error of Betweenness",
    note: "how far anybody's betweenness can lie from the truth",
    range: "0 to 1",
    definition:
      "0 where it is exact. Where it is estimated, the note says from how many pairs and with which certainty.",
    source: "Borassi and Natale (2016), doi:10.4230/LIPIcs.ESA.2016.20",
  },
  {
    metric: "communities",
    name: "Communities",
    note: "groups found; isolates are in none",
    unit: "communities",
    range: "0 or more",
  },
  {
    metric: "community_stability",
    name: "Agreement of Communities over Seeds",
    note: "adjusted mutual information with what ten other seeds find, on average: 1 the same, 0 no more than by chance",
    range: "up to 1; 0 by chance",
    source: "Vinh, Epps and Bailey (2010), Journal of Machine Learning Research 11, 2837-2854",
    empty: "no other seed would find others, or it was not asked for",
  },
  {
    metric: "community_halves",
    name: "Agreement of Communities over Halves",
    note: "adjusted mutual information of what two random halves of the posts lead to, on average: 1 the same, 0 no more than by chance",
    range: "up to 1; 0 by chance",
    definition: "The mean of five partings, over people who have ties in both halves.",
    source: "Vinh, Epps and Bailey (2010), Journal of Machine Learning Research 11, 2837-2854",
    empty: "there are no communities, there are too many ties, or it was not asked for",
  },
  {
    metric: "modularity_random",
    name: "Modularity of Rewired Networks",
    note: "mean modularity of 20 networks in which everybody keeps their degree and ties are exchanged at random",
    range: "-0.5 to 1",
    definition: "Communities found by the same method; each tie is exchanged ten times on average.",
    source: "Guimerà, Sales-Pardo and Amaral (2004), doi:10.1103/PhysRevE.70.025101",
    empty: "there are no communities, there are too many ties, or it was not asked for",
  },
  {
    metric: "modularity_z",
    name: "Modularity above Rewired Networks",
    note: "how many standard deviations the modularity lies above that of rewired networks: below 2, the communities are no clearer than chance makes them",
    source: "Guimerà, Sales-Pardo and Amaral (2004), doi:10.1103/PhysRevE.70.025101",
    empty: "as for the modularity of rewired networks, or these are all alike",
  },
  {
    metric: "ties",
    name: "Ties",
    note: "ordered pairs of people with at least one interaction",
    unit: "ties",
    range: "0 or more",
  },
  {
    metric: "isolates",
    name: "Isolates",
    note: "authors whom nobody engaged and who engaged nobody",
    unit: "people",
    range: "0 or more",
  },
  {
    metric: "isolate_fraction",
    name: "Isolate Fraction",
    note: "the share of people who are isolates",
    range: "0 to 1",
    empty: noPeople,
  },
  {
    metric: "in_degree_centralization",
    name: "In-Degree Centralization",
    note: "1 if all ties ran towards one person, 0 if everybody had as many coming in",
    range: "0 to 1",
    definition: "Directed, without ties with oneself.",
    source: freeman,
    empty: "there are fewer than two people",
  },
  {
    metric: "out_degree_centralization",
    name: "Out-Degree Centralization",
    note: "1 if all ties ran from one person, 0 if everybody had as many going out",
    range: "0 to 1",
    definition: "Directed, without ties with oneself.",
    source: freeman,
    empty: "there are fewer than two people",
  },
  {
    metric: "average_clustering",
    name: "Average Clustering",
    note: "how often two people tied to the same person are tied to each other, person by person",
    range: "0 to 1",
    definition: unordered,
    source: "Watts and Strogatz (1998), doi:10.1038/30918",
    empty: noPeople,
  },
  {
    metric: "transitivity",
    name: "Transitivity",
    note: "of all pairs of ties that meet in one person, the share that a third tie closes",
    range: "0 to 1",
    definition: unordered,
    source: "Newman (2003), doi:10.1137/S003614450342480",
    empty: "no two ties meet in a person",
  },
  {
    metric: "degree_assortativity",
    name: "Degree Assortativity",
    note: "above 0 the well connected are tied to each other, below 0 to the hardly connected",
    range: "-1 to 1",
    definition: unordered,
    source: "Newman (2002), doi:10.1103/PhysRevLett.89.208701",
    empty: "all ties join people of as many contacts, or there are none",
  },
  {
    metric: "k_core_depth",
    name: "K-Core Depth",
    note: "the most k for which some people are each tied to k others of them",
    unit: "people",
    range: "0 or more",
    definition: unordered,
    source: "Seidman (1983), doi:10.1016/0378-8733(83)90028-X",
    empty: noPeople,
  },
  {
    metric: "strong_components",
    name: "Strongly Connected Components",
    note: "groups within which ties lead from everybody to everybody, their direction heeded",
    unit: "components",
    range: "0 or more",
    source: "Tarjan (1972), doi:10.1137/0201010",
  },
  {
    metric: "maximum_vertices_in_strong_component",
    name: "Maximum Vertices in a Strongly Connected Component",
    note: "people in the largest of these",
    unit: "people",
    range: "1 or more",
    empty: noPeople,
  },
  {
    metric: "biconnected_components",
    name: "Biconnected Components",
    note: "groups that stay together whoever of them is taken away, direction ignored",
    unit: "components",
    range: "0 or more",
    source: "Hopcroft and Tarjan (1973), doi:10.1145/362248.362272",
  },
  {
    metric: "maximum_vertices_in_biconnected_component",
    name: "Maximum Vertices in a Biconnected Component",
    note: "people in the largest of these",
    unit: "people",
    range: "0 or more",
  },
  {
    metric: "articulation_points",
    name: "Articulation Points",
    note: "people without whom others would have no path to each other",
    unit: "people",
    range: "0 or more",
  },
  {
    metric: "attention_gini",
    name: "Gini of Attention",
    note: "0 if everybody were engaged by as many others, near 1 if one person by all of them",
    range: "0 to 1",
    empty: "nobody gets attention",
  },
  {
    metric: "top_1_percent_share",
    name: "Share of the Top 1 %",
    note: "of all attention, what the most engaged hundredth of the people gets, at least one person",
    range: "0 to 1",
    empty: "nobody gets attention",
  },
  {
    metric: "posts_with_reply_share",
    name: "Posts With a Reply",
    note: "of the own posts, the share somebody else replied to; replies that were not collected are not seen",
    range: "0 to 1",
    empty: "there are no own posts, or no reply says which post it answers",
  },
  {
    metric: "median_hours_to_first_reply",
    name: "Median Hours to First Reply",
    note: "half of the posts with a reply had their first by then",
    unit: "hours",
    range: "0 or more",
    empty: "no reply is to a post whose time is known",
  },
  {
    metric: "newcomers_answered_share",
    name: "Newcomers Answered",
    note: "of those who came 28 days or more after the start, the share replied to within their first 28 days",
    range: "0 to 1",
    empty: "nobody came 28 days or more after the start, or no reply says whom it answers",
  },
] as const satisfies readonly NetworkMeasureRow[];

export type NetworkMeasure = (typeof networkMeasures)[number]["metric"];

/** A value per measure. */
export type PerNetworkMeasure<Value> = Readonly<Record<NetworkMeasure, Value>>;
