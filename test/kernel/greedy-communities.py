"""Reads weighted networks as JSON from standard input and prints the modularity that networkx's and
igraph's greedy communities have, counted by networkx."""

import json
import sys

import igraph
import networkx


def modularities(nodes, ties):
    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from(ties)
    pairs = [(one, other) for one, other, _ in ties]
    weights = [weight for _, _, weight in ties]
    dendrogram = igraph.Graph(n=nodes, edges=pairs).community_fastgreedy(weights=weights)
    community = networkx.community
    groups = community.greedy_modularity_communities(graph, weight="weight")
    return {
        "networkx": community.modularity(graph, groups),
        "igraph": community.modularity(graph, [set(group) for group in dendrogram.as_clustering()]),
    }


print(json.dumps([modularities(**network) for network in json.load(sys.stdin)]))
