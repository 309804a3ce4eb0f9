#!/bin/sh
# mastodon-mock 0.6.1 (PyPI), a stand-in for a server, with which clients of Mastodon are tested. It says
# that it is Mastodon 4.6.0.
#
# Guess: the timeline of a hashtag obeys any[], all[], none[] and remote, as Mastodon's does, and the count
# of the hashtag is that of the posts in the timeline.
#
# Behaviour: it gives the same posts for each filter, without an error. Its count holds unlisted posts, too,
# which stand in no timeline of a hashtag; Mastodon counts public ones. So a client that believes filters,
# and counts, passes its tests there. What came has to be looked at: whether a post lacks what was asked for
# shows that all[], none[] and remote are ignored. Of any[] only the other hashtag's own timeline shows it.
#
# Seen: all 5 any 5 all[] 5 none[] 5 remote 5 other 2 counted 6
set -eu
folder=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server"; fi; rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check mastodon-mock==0.6.1
port=$(python/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python/bin/python -m mastodon_mock serve --in-memory --port "$port" >server.log 2>&1 &
server=$!
seen=$(python/bin/python - "$port" <<'PYTHON'
import json, sys, time, urllib.error, urllib.request

api = f"http://127.0.0.1:{sys.argv[1]}/api/v1"

def ask(path, form=None):
    headers = {"authorization": "Bearer mock_token", "content-type": "application/json"}
    body = None if form is None else json.dumps(form).encode()
    for _ in range(60):
        try:
            with urllib.request.urlopen(urllib.request.Request(api + path, body, headers)) as answer:
                return json.load(answer)
        except urllib.error.URLError as error:
            if isinstance(error, urllib.error.HTTPError):
                raise
            time.sleep(0.5)  # It is still starting.
    raise SystemExit("the server did not start")

for number in range(5):
    ask("/statuses", {"status": f"note {number} #MedEd" + (" #FOAMed" if number == 0 else "")})
for number in range(2):
    ask("/statuses", {"status": f"another {number} #Other"})
ask("/statuses", {"status": "for those who know it #MedEd", "visibility": "unlisted"})

shown = lambda query, tag="MedEd": len(ask(f"/timelines/tag/{tag}?{query}"))
counted = sum(int(day["uses"]) for day in ask("/tags/MedEd")["history"])
print("all", shown(""), "any", shown("any[]=Other"), "all[]", shown("all[]=FOAMed"),
      "none[]", shown("none[]=FOAMed"), "remote", shown("remote=true"),
      "other", shown("", "Other"), "counted", counted)
PYTHON
)
echo "$seen"
[ "$seen" = "all 5 any 5 all[] 5 none[] 5 remote 5 other 2 counted 6" ]
