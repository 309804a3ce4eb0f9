// @ts-nocheck: it runs built files, which have no types.
// Two builds of tagatlas side by side on the same command, alternately, so that a change can be judged on a
// machine that others use, too:
//   npm run bench:builds -- OLD NEW [--rounds 7] [-- analyze posts.ndjson --bootstrap 0]
// OLD and NEW are folders of checkouts that are built. `{out}` among the words is a folder or file for what is
// written, the same of both; without words both analyse the invented community. Says first whether both wrote
// the same bytes. Of each round the ratio NEW / OLD is taken: medians of these, and the share of rounds in
// which NEW took less.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "./markdown-table.js";
import { median } from "./median.js";
import { runMeasured } from "./run-measured.js";

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "7" } },
  allowPositionals: true,
});
const [old, changed, ...typed] = positionals;
if (changed === undefined) throw new Error("name the folders of two builds, the old one first");
const usual = ["analyze", join(changed, "fixtures/community.ndjson"), "--quiet", "--out", "{out}"];
const words = typed.length === 0 ? usual : typed;

const folder = mkdtempSync(join(tmpdir(), "tagatlas-builds-"));
try {
  const outputs = new Map();
  const taken = new Map([
    [old, []],
    [changed, []],
  ]);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [build, runs] of taken) {
      const out = join(folder, "out");
      rmSync(out, { recursive: true, force: true });
      const program = join(resolve(build), "bin/tagatlas.js");
      const command = words.map((word) => word.replaceAll("{out}", out));
      const run = runMeasured([process.execPath, program, ...command]);
      runs.push(run);
      if (round === 0) outputs.set(build, [run.output, filesOf(out)]);
    }
  }
  console.log(`${words.join(" ")}\n${whatDiffers(...outputs.values())}\n`);
  printTable(taken);
} finally {
  rmSync(folder, { recursive: true });
}

/** Bytes by name; of one file, or of all in a folder. */
function filesOf(place) {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) {
    return new Map(statSync(place, { throwIfNoEntry: false }) ? [["", readFileSync(place)]] : []);
  }
  const paths = readdirSync(place, { recursive: true }).map((name) => join(place, name));
  return new Map(
    paths
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(place, path), readFileSync(path)]),
  );
}

function whatDiffers([oldText, oldFiles], [newText, newFiles]) {
  const names = [...new Set([...oldFiles.keys(), ...newFiles.keys()])].sort();
  const other = names.filter((name) => {
    const [one, two] = [oldFiles.get(name), newFiles.get(name)];
    return one === undefined || two === undefined || !one.equals(two);
  });
  const printed = oldText === newText ? "prints the same" : "prints something else";
  if (other.length === 0) return `${printed}, and writes the same ${names.length} files`;
  return `${printed}, and ${other.length} of ${names.length} files differ: ${other.join(", ")}`;
}

function printTable(taken) {
  const [before, after] = [...taken.values()];
  const rows = ["wallSeconds", "cpuSeconds", "peakBytes"].map((field) => {
    const scale = field === "peakBytes" ? 1e6 : 1;
    const ratios = after.map((run, at) => run[field] / before[at][field]);
    const less = ratios.filter((ratio) => ratio < 1).length;
    return [
      { wallSeconds: "wall s", cpuSeconds: "CPU s", peakBytes: "peak MB" }[field],
      (median(before.map((run) => run[field])) / scale).toFixed(2),
      (median(after.map((run) => run[field])) / scale).toFixed(2),
      median(ratios).toFixed(3),
      `${less} of ${ratios.length}`,
    ];
  });
  console.log(markdownTable(["", "old", "new", "new / old", "rounds with less"], rows));
}
