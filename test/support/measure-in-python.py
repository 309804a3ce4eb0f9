"""Reads networks as JSON from standard input and prints what networkx and igraph measure of each."""

import json
import statistics
import sys

import igraph
import networkx


def with_networkx(nodes, ties):
    directed = networkx.DiGraph()
    directed.add_nodes_from(range(nodes))
    directed.add_edges_from(ties)
    graph = directed.to_undirected()
    graph.remove_edges_from(list(networkx.selfloop_edges(graph)))
    return {
        "average_clustering": networkx.average_clustering(graph),
        "transitivity": networkx.transitivity(graph),
        "degree_assortativity": assortativity(graph),
        "k_core_depth": max(networkx.core_number(graph).values()),
    }


def assortativity(graph):
    """As degree_pearson_correlation_coefficient, which wants scipy for the correlation alone."""
    ends = list(networkx.node_degree_xy(graph))
    if len({degree for degree, _ in ends}) < 2:
        return None
    return statistics.correlation(*zip(*ends))


def with_igraph(nodes, ties):
    graph = igraph.Graph(n=nodes, edges=ties, directed=False).simplify()
    return {
        "average_clustering": graph.transitivity_avglocal_undirected(mode="zero"),
        "transitivity": number(graph.transitivity_undirected()),
        "degree_assortativity": number(graph.assortativity_degree(directed=False)),
        "k_core_depth": max(graph.coreness()),
    }


def number(value):
    """None for what is not one, since JSON has no NaN."""
    return float(value) if value == value else None


networks = json.load(sys.stdin)
print(
    json.dumps(
        [
            {
                "networkx": with_networkx(network["nodes"], network["ties"]),
                "igraph": with_igraph(network["nodes"], network["ties"]),
            }
            for network in networks
        ]
    )
)
