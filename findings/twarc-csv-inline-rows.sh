#!/bin/sh
# twarc-csv 0.7.2 (PyPI) with --inline-referenced-tweets, the writer of most CSV files of X's API v2.
#
# Guess: the rows of referenced posts can be told from those of the search, since twarc marks what it has
# retrieved: `__twarc.retrieved_at` would be empty where a post only came along with another.
#
# Behaviour: twarc-csv copies these columns from the post that refers to the row. No column tells the two
# apart. A post that the search found and that another refers to is one row, where the reference stands. So
# whoever counts the rows of such a file counts posts that the search did not find.
#
# Seen: 1 2022-12-07 5 2022-12-07 duplicates 1
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check twarc-csv==0.7.2 pandas==2.2.3
seen=$(python/bin/python -W ignore - <<'PYTHON'
from dataframe_converter import DataFrameConverter

day = "2022-12-06T11:00:00.000Z"
user = lambda id, name: {"id": id, "username": name, "name": name, "created_at": day}
first = {"id": "1", "text": "hi", "author_id": "12", "created_at": day, "author": user("12", "bob")}
retrieved = {"url": "u", "version": "2.14.0", "retrieved_at": "2022-12-07"}
reply = {
    "id": "5", "text": "@bob yes", "author_id": "13", "created_at": day, "author": user("13", "cee"),
    "referenced_tweets": [{"type": "replied_to", **first}], "__twarc": retrieved,
}
converter = DataFrameConverter(inline_referenced_tweets=True)
table = converter.process([reply, {**first, "__twarc": retrieved}])
rows = [cell for row in table[["id", "__twarc.retrieved_at"]].values for cell in row]
print(*rows, "duplicates", converter.counts["duplicates"])
PYTHON
)
echo "$seen"
[ "$seen" = "1 2022-12-07 5 2022-12-07 duplicates 1" ]
