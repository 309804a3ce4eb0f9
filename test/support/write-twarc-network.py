"""Writes pages of X's API v2 as twarc-network does: all formats of all kinds of nodes, into a folder."""
import json
import sys
from pathlib import Path

from twarc_network import network

folder = Path(sys.argv[1])
pages = folder / "pages.json"
pages.write_text(json.dumps(json.load(sys.stdin)))
for nodes in ["users", "tweets", "hashtags"]:
    for form in ["gexf", "gml", "dot", "json", "csv"]:
        options = ["--nodes", nodes, "--format", form, str(pages), str(folder / f"{nodes}.{form}")]
        network.main(options, standalone_mode=False)
network.main(
    ["--id-as-label", "--format", "gexf", str(pages), str(folder / "ids.gexf")],
    standalone_mode=False,
)
