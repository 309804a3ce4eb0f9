// @ts-nocheck: it runs on the built files, which have no types.
// A large network as an edge list through the whole program: time, memory, sizes of the files.
//   npm run build && npm run bench:large [-- --people 500000 --ties 1000000 --profile FOLDER]
// With --profile a CPU profile of the run is left in that folder.

import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { markdownTable } from "./markdown-table.js";
import { runMeasured } from "./run-measured.js";
import { syntheticNetwork } from "./synthetic-network.js";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "500000" },
    ties: { type: "string", default: "1000000" },
    profile: { type: "string" },
  },
});
const nodeCount = Number(values.people);
const tieCount = Number(values.ties);
const program = fileURLToPath(new URL("../../bin/tagatlas.js", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "tagatlas-large-"));
try {
  const edges = join(folder, "edges.csv");
  await pipeline(Readable.from(edgeList()), createWriteStream(edges));
  const out = join(folder, "out");
  const profiling =
    values.profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", resolve(values.profile)];
  const { wallSeconds, cpuSeconds, peakBytes } = runMeasured([
    process.execPath,
    ...profiling,
    program,
    "analyze",
    edges,
    "--out",
    out,
    "--quiet",
  ]);
  console.log(
    `${nodeCount} people, ${tieCount} ties; ${availableParallelism()} cores, Node ${process.version}\n`,
  );
  const row = [wallSeconds.toFixed(1), cpuSeconds.toFixed(1), (peakBytes / 1e6).toFixed(0)];
  console.log(
    `${markdownTable(["from an edge list to outputs", "wall s", "CPU s", "peak MB"], [["tagatlas analyze", ...row]])}\n`,
  );
  const sizes = readdirSync(out).map((name) => [
    name,
    (statSync(join(out, name)).size / 1e6).toFixed(1),
  ]);
  console.log(markdownTable(["file", "MB"], sizes));
} finally {
  rmSync(folder, { recursive: true });
}

function* edgeList() {
  const { source, target, weight } = syntheticNetwork({ nodeCount, tieCount });
  yield "source,target,weight\n";
  for (let tie = 0; tie < source.length; tie += 1) {
    yield `p${source[tie]},p${target[tie]},${weight[tie]}\n`;
  }
}
