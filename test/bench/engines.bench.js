// @ts-nocheck: it runs the built program, which has no types.
// How long network takes for each million posts, and how much memory: invented posts, written as Parquet
// by DuckDB. Words after -- choose the sizes in millions, and duckdb, spark=1 or spark=2 (cores).
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { markdownTable } from "./markdown-table.js";
import { runMeasured } from "./run-measured.js";

const program = fileURLToPath(new URL("../../bin/tagatlas.js", import.meta.url));
const words = process.argv.slice(2);
const sizes = words.filter((word) => /^[\d.]+$/u.test(word)).map(Number);
const engines = words.filter((word) => !/^[\d.]+$/u.test(word));
const python = process.env.TAGATLAS_TEST_PYTHON ?? "python3";
const memory = "4GB";

const millions = sizes.length > 0 ? sizes : [1, 5, 50];
const runs = engines.length > 0 ? engines : ["duckdb"];
const folder = mkdtempSync(
  join(process.env.TAGATLAS_BENCH_FOLDER ?? tmpdir(), "tagatlas-engines-"),
);
const rows = [];
try {
  for (const size of millions) {
    const posts = join(folder, "posts.parquet");
    await writePosts(posts, Math.round(size * 1e6));
    for (const run of runs) {
      const [engine, cores] = run.split("=");
      const out = join(folder, "out");
      const words = [
        "network",
        posts,
        "--engine",
        engine,
        "--memory",
        memory,
        "--out",
        out,
        "--json",
      ];
      if (engine === "spark") words.push("--python", python, "--master", `local[${cores ?? "*"}]`);
      const { wallSeconds, cpuSeconds, peakBytes, output } = runMeasured([
        process.execPath,
        program,
        ...words,
      ]);
      const { posts: found, people, ties, interactions } = JSON.parse(output);
      rows.push([
        `${run}, ${size} million`,
        ...[found, people, interactions, ties].map(String),
        wallSeconds.toFixed(0),
        cpuSeconds.toFixed(0),
        ((cpuSeconds / found) * 1e6).toFixed(1),
        (peakBytes / 1e9).toFixed(2),
        (statSync(posts).size / 1e9).toFixed(2),
      ]);
      process.stderr.write(`${rows.at(-1).join(" ")}\n`);
      rmSync(out, { recursive: true });
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(
  markdownTable(
    [
      "engine",
      "posts",
      "people",
      "interactions",
      "ties",
      "seconds",
      "CPU s",
      "CPU µs a post",
      "GB of memory",
      "GB of input",
    ],
    rows,
  ),
);

/**
 * A post in ten has two relations and a third has none; a few people have most of what is said to anybody.
 * There are a twentieth as many people as posts.
 */
async function writePosts(path, count) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const database = await DuckDBInstance.create(":memory:", {
    memory_limit: "2GB",
    preserve_insertion_order: "false",
  });
  const connection = await database.connect();
  const people = Math.max(100, Math.round(count / 20));
  const id = (at) => `'https://s' || (${at} % 97) || '.example/statuses/' || (${at})`;
  const person = (number) => `'person' || (${number}) || '@s' || ((${number}) % 97) || '.example'`;
  const author = (at) => `(hash(${at}) % ${people})`;
  const draw = (salt, most) => `(hash(i * 31 + ${salt}) % ${most})`;
  // The square of a share: the first tenth of people gets a third of all.
  const known = (salt) =>
    `CAST(floor(${people} * pow(${draw(salt, 1_000_000)} / 1e6, 2)) AS BIGINT)`;
  const earlier = `(hash(i * 31 + 1) % (i + 1))`;
  const relation = (kind, at) =>
    `{kind: '${kind}', person: ${person(author(at))}, post: ${id(at)}, position: 0::BIGINT}`;
  const mention = (salt, position) =>
    `{kind: 'mention', person: ${person(known(salt))}, post: NULL::VARCHAR, position: ${position}::BIGINT}`;
  await connection.run(`COPY (
    SELECT 'post' AS tagatlas, ${id("i")} AS id, ${person(author("i"))} AS author, 'found' AS origin,
      strftime(make_timestamp(1577836800000000 + i * 600000000 // ${Math.max(1, Math.round(count / 500_000))}), '%Y-%m-%dT%H:%M:%S.000Z') AS time,
      CASE ${draw(2, 10)} WHEN 0 THEN [${mention(3, 0)}, ${mention(4, 1)}] WHEN 1 THEN [${mention(3, 0)}]
        WHEN 2 THEN [${relation("reply", earlier)}, ${mention(3, 0)}] WHEN 3 THEN [${relation("reply", earlier)}]
        WHEN 4 THEN [${relation("quote", earlier)}] WHEN 5 THEN [${relation("repost", earlier)}]
        WHEN 6 THEN [${relation("repost", earlier)}] ELSE [] END AS relations
    FROM range(${count}) AS numbers(i)
  ) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  database.closeSync();
}
