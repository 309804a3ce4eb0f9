#!/bin/sh
# DuckDB 1.4.2 writes, pyarrow 22.0.0 reads (both PyPI): sums of whole numbers in Parquet.
#
# Guess: a sum of whole numbers is a whole number in Parquet, as a count is, and comes back as it was.
#
# Behaviour: a sum of BIGINT, and of the constant 1, is a HUGEINT, for which Parquet has no type. DuckDB writes a double
# without a word: pyarrow and Spark see numbers with fractions, and 9007199254740993 comes back as ...992, to DuckDB
# itself as well. A CSV file of the same query is exact. A cast to BIGINT before the file is written keeps the number.
#
# Seen: n int64, s double, k double, c int64, b int64; 9007199254740993 9007199254740992.0 1.0 1 9007199254740993
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check duckdb==1.4.2 pyarrow==22.0.0
seen=$(python/bin/python - <<'PYTHON'
import duckdb
import pyarrow.parquet as parquet

duckdb.sql(
    "COPY (SELECT n, SUM(n) AS s, SUM(1) AS k, COUNT(*) AS c, CAST(SUM(n) AS BIGINT) AS b "
    "FROM (VALUES (9007199254740993)) AS t(n) GROUP BY n) TO 'sums.parquet'"
)
table = parquet.read_table("sums.parquet")
print(*(f"{column.name} {column.type}" for column in table.schema), sep=", ")
print(*table.to_pylist()[0].values())
PYTHON
)
echo "$seen"
[ "$seen" = "n int64, s double, k double, c int64, b int64
9007199254740993 9007199254740992.0 1.0 1 9007199254740993" ]
