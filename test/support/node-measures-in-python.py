"""Reads weighted ties as JSON from standard input; prints what networkx and igraph say of each node."""

import json
import math
import sys

import igraph
import networkx


def with_networkx(nodes, ties):
    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from(ties)
    distances = [networkx.single_source_shortest_path_length(graph, node) for node in range(nodes)]
    return {
        "farness": [sum(to.values()) for to in distances],
        "harmonic": by_node(networkx.harmonic_centrality(graph)),
        "eccentricity": [max(to.values()) for to in distances],
        "constraint": by_node(networkx.constraint(graph, weight="weight")),
        "clustering": by_node(networkx.clustering(graph)),
    }


def by_node(values):
    return numbers(values[node] for node in sorted(values))


def with_igraph(nodes, ties):
    graph = igraph.Graph(n=nodes, edges=[(low, high) for low, high, _ in ties])
    weights = [weight for _, _, weight in ties]
    closeness = graph.closeness(normalized=False)
    return {
        "farness": [0 if math.isnan(value) else 1 / value for value in closeness],
        "harmonic": numbers(graph.harmonic_centrality(normalized=False)),
        "eccentricity": graph.eccentricity(),
        "constraint": numbers(graph.constraint(weights=weights)),
        "clustering": numbers(graph.transitivity_local_undirected(mode="zero")),
    }


def numbers(values):
    """None for what is not a number, since JSON has no NaN."""
    return [None if math.isnan(value) else float(value) for value in values]


networks = json.load(sys.stdin)
print(
    json.dumps(
        [
            {
                "networkx": with_networkx(network["nodes"], network["ties"])
                if network["small"]
                else None,
                "igraph": with_igraph(network["nodes"], network["ties"]),
            }
            for network in networks
        ]
    )
)
