// @ts-nocheck: it runs on the built files, which have no types.
// From a file of posts to all outputs, beside the Python script that one would write instead; then
// reading alone, beside less that can be done with lines of JSON:
//   npm run build && npm run bench:road [-- --megabytes 500 --people 20000 --ties 60000 --rounds 3]
// The posts are invented, in a temporary folder. Each run is a process of its own, all alternately;
// what both found is compared before any time is shown.

import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareFolders } from "./compare-folders.js";
import { markdownTable } from "./markdown-table.js";
import { median } from "./median.js";
import { python, runMeasured } from "./run-measured.js";
import { syntheticStatuses } from "./synthetic-statuses.js";

const { values } = parseArgs({
  options: {
    megabytes: { type: "string", default: "500" },
    people: { type: "string", default: "20000" },
    ties: { type: "string" },
    rounds: { type: "string", default: "3" },
  },
});
const nodeCount = Number(values.people);
const tieCount = Number(values.ties ?? 3 * nodeCount);
const rounds = Number(values.rounds);
const readInPython =
  "import json, sys\nprint(sum('id' in json.loads(line) for line in open(sys.argv[1], 'rb')))";
const fileAt = (address) => fileURLToPath(new URL(address, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "tagatlas-road-"));
try {
  const posts = join(folder, "statuses.ndjson");
  const leastBytes = 1e6 * Number(values.megabytes);
  await pipeline(
    Readable.from(syntheticStatuses({ nodeCount, tieCount, leastBytes, wordsPerPost: 25 })),
    createWriteStream(posts),
  );
  const megabytes = statSync(posts).size / 1e6;
  console.log(
    `${megabytes.toFixed(0)} MB of posts, ${nodeCount} people, ${tieCount} ties; ${availableParallelism()} cores, Node ${process.version}; medians of ${rounds}\n`,
  );
  timeRoads(posts);
  timeReading(posts, megabytes);
  const table = join(folder, "posts.csv");
  await pipeline(Readable.from(tableOf(posts)), createWriteStream(table));
  timeTable(table);
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} posts */
function timeRoads(posts) {
  const ours = join(folder, "ours");
  const theirs = join(folder, "theirs");
  const roads = new Map([
    [
      "tagatlas analyze, every output",
      [
        process.execPath,
        fileAt("../../bin/tagatlas.js"),
        "analyze",
        posts,
        "--out",
        ours,
        "--quiet",
      ],
    ],
    ["the script in Python, two tables", [python, fileAt("analyze-in-python.py"), posts, theirs]],
  ]);
  const found = timeAlternately(roads, () => compareFolders(ours, theirs));
  const [mine, script] = [...found.values()];
  const rows = [...found].map(([name, { wallSeconds, cpuSeconds, peakBytes }]) => [
    name,
    wallSeconds.toFixed(1),
    cpuSeconds.toFixed(1),
    (peakBytes / 1e6).toFixed(0),
  ]);
  rows.push([
    "script / tagatlas",
    (script.wallSeconds / mine.wallSeconds).toFixed(2),
    (script.cpuSeconds / mine.cpuSeconds).toFixed(2),
    (script.peakBytes / mine.peakBytes).toFixed(2),
  ]);
  console.log(`${markdownTable(["from posts to outputs", "wall s", "CPU s", "peak MB"], rows)}\n`);
}

/** @param {string} posts @param {number} megabytes */
function timeReading(posts, megabytes) {
  const way = (name) => [process.execPath, fileAt("read-posts.js"), name, posts];
  const readings = new Map([
    ["tagatlas, all that an analysis keeps", way("corpus")],
    ["tagatlas, rows to items", way("items")],
    ["JSON.parse, lines cut in the buffer", way("buffer")],
    ["JSON.parse, lines by readline", way("readline")],
    ["Python, json.loads per line", [python, "-c", readInPython, posts]],
    ["wc -l", ["wc", "-l", posts]],
  ]);
  const counts = new Set();
  const found = timeAlternately(readings, (outputs) => {
    for (const output of outputs) counts.add(Number.parseInt(output, 10));
  });
  if (counts.size !== 1) throw new Error(`posts were counted as ${[...counts].join(", ")}`);
  const rows = [...found].map(([name, { wallSeconds, cpuSeconds, peakBytes }]) => [
    name,
    (megabytes / wallSeconds).toFixed(0),
    wallSeconds.toFixed(2),
    cpuSeconds.toFixed(2),
    (peakBytes / 1e6).toFixed(0),
  ]);
  console.log(
    markdownTable([`reading ${[...counts][0]} posts`, "MB/s", "wall s", "CPU s", "peak MB"], rows),
  );
}

/** The same posts as a table of author, time and text, as many programs write one. */
async function* tableOf(posts) {
  const cells = (row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
  yield cells(["id", "username", "created_at", "text"]);
  for await (const line of createInterface({ input: createReadStream(posts) })) {
    const { id, account, created_at, content, mentions } = JSON.parse(line);
    const named = mentions.map(({ username }) => `@${username} `).join("");
    yield cells([id, account.username, created_at, named + content.replace(/<[^>]*>/gu, "")]);
  }
}

/** @param {string} table */
function timeTable(table) {
  const way = (name) => [process.execPath, fileAt("read-posts.js"), name, table];
  const readings = new Map([
    ["tagatlas, all that an analysis keeps", way("corpus")],
    ["csv-parse, rows as objects", way("csv")],
  ]);
  const counts = new Set();
  const found = timeAlternately(readings, (outputs) => {
    for (const output of outputs) counts.add(Number.parseInt(output, 10));
  });
  if (counts.size !== 1) throw new Error(`rows were counted as ${[...counts].join(", ")}`);
  const rows = [...found].map(([name, { wallSeconds, cpuSeconds, peakBytes }]) => [
    name,
    wallSeconds.toFixed(2),
    cpuSeconds.toFixed(2),
    (peakBytes / 1e6).toFixed(0),
  ]);
  const heading = `reading a table of ${(statSync(table).size / 1e6).toFixed(0)} MB`;
  console.log(`\n${markdownTable([heading, "wall s", "CPU s", "peak MB"], rows)}`);
}

/** Each command once a round; `check` sees what the first round printed. */
function timeAlternately(commands, check) {
  const taken = new Map([...commands.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of commands) {
      taken.get(name).push(runMeasured(command, { env: { OMP_NUM_THREADS: "1" } }));
    }
    if (round === 0) check([...taken.values()].map(([{ output }]) => output));
  }
  const middle = (runs, field) => median(runs.map((run) => run[field]));
  return new Map(
    [...taken].map(([name, runs]) => [
      name,
      {
        wallSeconds: middle(runs, "wallSeconds"),
        cpuSeconds: middle(runs, "cpuSeconds"),
        peakBytes: middle(runs, "peakBytes"),
      },
    ]),
  );
}
