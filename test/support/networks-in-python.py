"""Writes one network in every format that networkx and igraph write; prints what is in it."""

import json
import os
import sys

import igraph
import networkx

folder = sys.argv[1]
asked = json.load(sys.stdin)


def at(name):
    return os.path.join(folder, name)


graph = networkx.DiGraph() if asked["directed"] else networkx.Graph()
graph.add_nodes_from(asked["people"])
for source, target, weight, kind in asked["ties"]:
    graph.add_edge(source, target, weight=weight, kind=kind)
networkx.write_gexf(graph, at("networkx.gexf"))
networkx.write_graphml(graph, at("networkx.graphml"))
networkx.write_gml(graph, at("networkx.gml"))
networkx.write_pajek(graph, at("networkx.net"))
networkx.write_edgelist(graph, at("networkx.tabs.edgelist"), delimiter="\t")
for name, data in [
    ("node-link", networkx.node_link_data(graph)),
    ("adjacency", networkx.adjacency_data(graph)),
    ("cytoscape", networkx.cytoscape_data(graph)),
]:
    with open(at(f"networkx.{name}.json"), "w") as file:
        json.dump(data, file)

other = igraph.Graph(directed=asked["directed"])
other.add_vertices(asked["people"])
other.add_edges([(source, target) for source, target, _, _ in asked["ties"]])
other.es["weight"] = [weight for _, _, weight, _ in asked["ties"]]
other.es["kind"] = [kind for _, _, _, kind in asked["ties"]]
for name in ["gml", "graphml", "graphmlz", "dot"]:
    other.save(at(f"igraph.{name}"), format=name)
