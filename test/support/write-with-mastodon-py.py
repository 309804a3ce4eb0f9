"""Writes invented statuses as Mastodon.py gives and stores them: JSON from standard input to lines."""

import json
import sys

from mastodon.return_types import Status
from mastodon.types_base import try_cast

form = sys.argv[1]
for raw in json.load(sys.stdin):
    status = try_cast(Status, raw)
    if form == "to_json":
        print(status.to_json())
    else:
        print(json.dumps(status, default=str))
