#!/bin/sh
# networkx 3.6.1 and graphology-gexf 0.13.2 read a dynamic GEXF 1.3 with one person and two slices.
#
# Guess: GEXF's schema lets a graph say timeformat="dateTime", and lets nodes have attributes in two lists, one
# of mode static and one of mode dynamic. Readers of GEXF 1.3 take both.
#
# Behaviour: networkx knows the formats date, double and long alone, and looks dateTime up as if it were one of
# these: KeyError. Under timeformat="date" it reads the same dateTimes as texts. graphology-gexf keeps the last
# list of a class alone, and then calls the attributes of the other one undeclared. Whoever writes for both,
# and for Gephi, which parses dateTimes under either format, says date and puts all attributes into one list.
#
# Seen: KeyError 5 undeclared 5
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
write() { # timeformat, the list of static attributes
  cat > "$1-$3.gexf" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="$1" timerepresentation="interval">
$2<attributes class="node" mode="dynamic"><attribute id="posts" title="posts" type="integer"/></attributes>
<nodes><node id="ann" label="ann"><attvalues>$4<attvalue for="posts" value="5" start="2026-01-01T00:00:00Z" end="2026-01-31T23:59:59Z"/></attvalues></node></nodes>
<edges/>
</graph>
</gexf>
XML
}
static='<attributes class="node" mode="static"><attribute id="town" title="town" type="string"/></attributes>'
write dateTime '' one ''
write date '' one ''
write date "$static" two '<attvalue for="town" value="Ulm"/>'
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
npm install --silent --no-audit --no-fund graphology@0.26.0 graphology-gexf@0.13.2
inPython=$(python/bin/python - <<'PYTHON'
import networkx

def read(name):
    try:
        return networkx.read_gexf(name).nodes["ann"]["posts"][0][0]
    except KeyError as error:
        return type(error).__name__

print(read("dateTime-one.gexf"), read("date-one.gexf"))
PYTHON
)
inNode=$(node - <<'JAVASCRIPT'
const { readFileSync } = require("node:fs");
const Graph = require("graphology");
const gexf = require("graphology-gexf");
const read = (name) => {
  try {
    return gexf.parse(Graph, readFileSync(name, "utf8")).getNodeAttribute("ann", "posts");
  } catch (error) {
    return /undeclared/u.exec(error.message)?.[0];
  }
};
console.log(read("date-two.gexf"), read("date-one.gexf"));
JAVASCRIPT
)
seen="$inPython $inNode"
echo "$seen"
[ "$seen" = "KeyError 5 undeclared 5" ]
