"""Reads a GraphML file with networkx and with igraph and prints what each found, as JSON."""

import json
import sys

import igraph
import networkx


def with_networkx(path):
    graph = networkx.read_graphml(path)
    assert graph.is_directed() and not graph.is_multigraph()
    return {
        "people": {node: data for node, data in graph.nodes(data=True)},
        "ties": [[source, target, data] for source, target, data in graph.edges(data=True)],
        "betweenness": networkx.betweenness_centrality(graph),
    }


def with_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed() and not graph.has_multiple()
    ids = graph.vs["id"]
    people, ties = graph.to_dict_list(use_vids=False)
    again = igraph.Graph.DictList(people, ties, directed=True)
    graph.write_graphml(rewritten)
    return {
        "byName": {"vertices": again.vs["name"], "edges": again.ecount()},
        "ids": ids,
        "labels": graph.vs["label"],
        "ties": [[ids[edge.source], ids[edge.target], edge["weight"]] for edge in graph.es],
        "pagerank": dict(zip(ids, graph.pagerank(weights="weight"))),
    }


path, rewritten = sys.argv[1:]
print(json.dumps({"networkx": with_networkx(path), "igraph": with_igraph(path)}))
