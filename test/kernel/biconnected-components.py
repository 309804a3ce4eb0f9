"""Reads undirected networks as JSON from standard input and prints what networkx and igraph find of
their biconnected components: how many, people in the largest, and articulation points."""

import json
import sys

import igraph
import networkx


def with_networkx(nodes, ties):
    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(ties)
    found = list(networkx.biconnected_components(graph))
    return summary(found, networkx.articulation_points(graph))


def with_igraph(nodes, ties):
    graph = igraph.Graph(n=nodes, edges=ties)
    found, points = graph.biconnected_components(return_articulation_points=True)
    return summary(list(found), points)


def summary(components, points):
    return {
        "count": len(components),
        "largest": max(map(len, components), default=0),
        "articulation": sorted(points),
    }


print(
    json.dumps(
        [
            {"networkx": with_networkx(**network), "igraph": with_igraph(**network)}
            for network in json.load(sys.stdin)
        ]
    )
)
