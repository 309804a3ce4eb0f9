"""Reads networks as JSON from standard input and prints the centralities that networkx and igraph give.

networkx's own functions want numpy and scipy; those in plain Python beside them do not.
"""

import json
import sys

import igraph
import networkx
from networkx.algorithms.link_analysis.hits_alg import _hits_python
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

tight = {"max_iter": 20_000, "tol": 1e-13}


def with_networkx(nodes, ties):
    directed = networkx.DiGraph()
    directed.add_nodes_from(range(nodes))
    directed.add_weighted_edges_from(ties)
    pagerank = _pagerank_python(directed, max_iter=1000, tol=1e-15)
    directed.remove_edges_from(list(networkx.selfloop_edges(directed)))
    graph = undirected(nodes, directed.edges(data="weight"))
    has_ties = graph.number_of_edges() > 0
    none = dict.fromkeys(range(nodes), 0)
    hubs, authorities = _hits_python(directed, **tight) if has_ties else (none, none)
    eigenvector = networkx.eigenvector_centrality(graph, weight="weight", **tight) if has_ties else none
    core = networkx.core_number(graph)
    received = dict.fromkeys(range(nodes), 0)
    for source, target, weight in directed.edges(data="weight"):
        received[target] += weight * hubs[source]
    square = norm(received.values()) / norm(hubs.values()) if has_ties else 0
    return {
        "pagerank": in_order(pagerank),
        "hub": largest_is_1(in_order(hubs)),
        "authority": largest_is_1(in_order(authorities)),
        "eigenvector": largest_is_1(in_order(eigenvector)),
        "core_number": in_order(core),
        "katz": katz(directed, square),
    }


def katz(directed, square):
    """Katz centrality with 0.85 over the largest singular value, which is given squared."""
    alpha = 0.85 / square**0.5 if square > 0 else 0
    found = networkx.katz_centrality(directed, alpha=alpha, weight="weight", normalized=False, **tight)
    return largest_is_1(in_order(found))


def undirected(nodes, ties):
    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    for source, target, weight in ties:
        known = graph.get_edge_data(source, target, {"weight": 0})["weight"]
        graph.add_edge(source, target, weight=known + weight)
    return graph


def in_order(values):
    return [values[node] for node in range(len(values))]


def norm(values):
    return sum(value * value for value in values)


def largest_is_1(values):
    largest = max(values, default=0)
    return [value / largest for value in values] if largest > 0 else values


def with_igraph(nodes, ties):
    graph = igraph.Graph(n=nodes, edges=[tie[:2] for tie in ties], directed=True)
    graph.es["weight"] = [tie[2] for tie in ties]
    pagerank = graph.pagerank(weights="weight")
    graph.simplify(multiple=False, combine_edges="sum")
    both = graph.as_undirected(combine_edges={"weight": "sum"})
    # Without ties it gives everybody 1.
    has_ties = both.ecount() > 0
    none = [0] * nodes
    hubs, square = graph.hub_score(weights="weight", return_eigenvalue=True) if has_ties else (none, 0)
    directed = networkx.DiGraph()
    directed.add_nodes_from(range(nodes))
    directed.add_weighted_edges_from([(*edge.tuple, edge["weight"]) for edge in graph.es])
    return {
        "pagerank": pagerank,
        "hub": hubs,
        "authority": graph.authority_score(weights="weight") if has_ties else none,
        "eigenvector": both.eigenvector_centrality(weights="weight") if has_ties else none,
        "core_number": both.coreness(),
        "katz": katz(directed, square),
    }


networks = json.load(sys.stdin)
print(
    json.dumps(
        [
            {
                "networkx": with_networkx(network["nodes"], network["ties"]) if network["small"] else None,
                "igraph": with_igraph(network["nodes"], network["ties"]),
            }
            for network in networks
        ]
    )
)
