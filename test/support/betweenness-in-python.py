"""Reads directed graphs as JSON from standard input, prints igraph's betweenness of each."""

import json
import sys

import igraph

graphs = json.load(sys.stdin)
print(
    json.dumps(
        [
            igraph.Graph(n=graph["nodes"], edges=graph["ties"], directed=True).betweenness()
            for graph in graphs
        ]
    )
)
