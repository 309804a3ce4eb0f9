#!/bin/sh
# networkx 3.4.2 (PyPI) writes GraphML, graph-tool 2.45+ds-10 (Debian 12) reads it.
#
# Guess: a number with a fraction is a double there, as it is in the file (attr.type="double"). What a node or edge lacks
# is no number: absent as in networkx, or NaN as in igraph.
#
# Behaviour: it is a long double, 16 bytes a value. graph-tool writes its own doubles as attr.type="float", and takes
# "double" for what it writes of long doubles. What is lacking is 0: somebody whose followers nobody knows has
# none, and an edge without a weight weighs nothing. networkx writes no <default>, so nothing tells the two apart.
#
# Seen: followers int64_t 12 0 3; score long double 0.1 0.2 0.0; weight long double 1.5 2.0 0.0; a double of its own is
# written as float.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir debs root
package=python3-graph-tool=2.45+ds-10
# Unpacked beside the system's Python, which stays as it is.
(
  cd debs
  apt-get install --simulate --no-install-recommends "$package" | awk '$1 == "Inst" { print $2 }' |
    grep -v -e '-dev$' -e '^python3-all' | xargs apt-get download >/dev/null 2>&1
  for deb in *.deb; do dpkg-deb --extract "$deb" ../root; done
)
/usr/bin/python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --target networkx networkx==3.4.2
libraries=$folder/root/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo x86_64-linux-gnu)
LD_LIBRARY_PATH=$libraries:$libraries/openblas-pthread
PYTHONPATH=$folder/networkx:$folder/root/usr/lib/python3/dist-packages
export LD_LIBRARY_PATH PYTHONPATH
seen=$(/usr/bin/python3 -W ignore - <<'PYTHON'
import re
import networkx as nx
import graph_tool.all as gt

graph = nx.DiGraph()
graph.add_node("ada", followers=12, score=0.1)
graph.add_node("ben", score=0.2)
graph.add_node("cleo", followers=3)
graph.add_edge("ada", "ben", weight=1.5)
graph.add_edge("ben", "cleo", weight=2.0)
graph.add_edge("cleo", "ada")
nx.write_graphml(graph, "written.graphml")
read = gt.load_graph("written.graphml")
for values in (read.vp.followers, read.vp.score, read.ep.weight):
    print(values.value_type(), *(float(value) for value in values))
read.ep.own = read.new_ep("double", vals=[1, 2, 3])
read.save("again.graphml")
print(re.search(r'attr\.name="own" attr\.type="(\w+)"', open("again.graphml").read())[1])
PYTHON
)
echo "$seen"
test "$seen" = "int64_t 12.0 0.0 3.0
long double 0.1 0.2 0.0
long double 1.5 2.0 0.0
float"
