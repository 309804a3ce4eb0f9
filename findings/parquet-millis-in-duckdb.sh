#!/bin/sh
# hyparquet-writer 0.17.0 (npm) writes, DuckDB 1.4.2 and pyarrow 22.0.0 (PyPI) read: a time in Parquet.
#
# Guess: a column of type TIMESTAMP comes out as a moment in UTC. The writer marks it TIMESTAMP_MILLIS, and
# the format says that this older mark means "adjusted to UTC" (LogicalTypes.md, "backward compatibility").
#
# Behaviour: pyarrow reads a moment in UTC. DuckDB reads a TIMESTAMP, which has no zone: cast to a moment in
# New York, the same file tells a moment five hours later. With the newer logical type beside the older mark, both
# read a moment in UTC. The writer adds that only where a whole schema is handed in.
#
# Seen (12:00 UTC is second 1767614400): plain, TIMESTAMP, 1767632400, timestamp[ms, tz=UTC]; full, TIMESTAMP
# WITH TIME ZONE, 1767614400, timestamp[ms, tz=UTC]; 
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund hyparquet-writer@0.17.0 >/dev/null
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check duckdb==1.4.2 pyarrow==22.0.0 pytz==2025.2
cat > write.mjs <<'JAVASCRIPT'
import { writeFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
const data = [new Date("2026-01-05T12:00:00Z")];
const plain = parquetWriteBuffer({ columnData: [{ name: "time", type: "TIMESTAMP", data }] });
writeFileSync("plain.parquet", new Uint8Array(plain));
const time = {
  name: "time",
  type: "INT64",
  repetition_type: "OPTIONAL",
  converted_type: "TIMESTAMP_MILLIS",
  logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
};
const schema = [{ name: "table", num_children: 1 }, time];
const full = parquetWriteBuffer({ schema, columnData: [{ name: "time", data }] });
writeFileSync("full.parquet", new Uint8Array(full));
JAVASCRIPT
node write.mjs
seen=$(python/bin/python - <<'PYTHON'
import duckdb, pyarrow.parquet

duckdb.sql("set timezone = 'America/New_York'")
for name in ["plain", "full"]:
    column = duckdb.sql(f"select time, epoch(time::timestamptz)::bigint from '{name}.parquet'")
    arrow = pyarrow.parquet.read_table(f"{name}.parquet").schema.field("time").type
    print(name, column.types[0], column.fetchall()[0][1], arrow, sep=", ", end="; ")
PYTHON
)
echo "$seen"
[ "$seen" = "plain, TIMESTAMP, 1767632400, timestamp[ms, tz=UTC]; full, TIMESTAMP WITH TIME ZONE, 1767614400, timestamp[ms, tz=UTC]; " ]
