#!/bin/sh
# igraph 1.0.0 writes, networkx 3.6.1 reads: GML and GraphML, in Python and both from PyPI.
#
# Guess: a network whose vertices are named "ann" and "bob" comes back with these two names, by either
# format and in either direction: both formats have a place for what identifies a node.
#
# Behaviour: in no direction. igraph's GML has `name` and no `label`, and networkx refuses it: read_gml
# wants a label. igraph's GraphML calls the nodes n0 and n1 and keeps the names as data, so that networkx
# takes n0 and n1 for the people. What networkx writes has the names as `label` (GML) or `id` (GraphML), and
# igraph reads it without `name`, which is what its own functions know vertices by.
# Whoever counts people by the nodes' ids after such a journey counts n0, n1, ….
#
# Seen: NetworkXError ['n0', 'n1'] False False
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0 networkx==3.6.1
seen=$(python/bin/python - <<'PYTHON'
import igraph, networkx

graph = igraph.Graph(directed=True)
graph.add_vertices(["ann", "bob"])
graph.add_edges([(0, 1)])
graph.write_gml("igraph.gml")
graph.write_graphml("igraph.graphml")
try:
    gml = sorted(map(str, networkx.read_gml("igraph.gml").nodes))
except networkx.NetworkXError as error:
    gml = type(error).__name__
graphml = sorted(networkx.read_graphml("igraph.graphml").nodes)

back = networkx.DiGraph([("ann", "bob")])
networkx.write_gml(back, "networkx.gml")
networkx.write_graphml(back, "networkx.graphml")
read = [igraph.Graph.Read_GML("networkx.gml"), igraph.Graph.Read_GraphML("networkx.graphml")]
print(gml, graphml, *("name" in one.vs.attributes() for one in read))
PYTHON
)
echo "$seen"
[ "$seen" = "NetworkXError ['n0', 'n1'] False False" ]
