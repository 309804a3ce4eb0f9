// @ts-nocheck: it starts the benches, which run on built files.
// Every table of docs/performance.md in one go, after a description of the machine:
//   npm run build && npm run bench:all [-- --quick] [--skip large,large-measures]
// Hours on a small machine; with `--quick` on smaller data. A bench that fails is told at
// the end, and costs no other.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    skip: { type: "string", default: "" },
    quick: { type: "boolean", default: false },
  },
});
/** What a bench is given for a quick run. */
const quick = {
  road: ["--megabytes", "100", "--people", "4000", "--rounds", "3"],
  large: ["--people", "50000", "--ties", "100000"],
  "large-measures": ["--people", "50000", "--ties", "100000"],
  measures: ["--networks", "synthetic-20k", "--rounds", "3"],
  page: ["5000", "15000"],
  force: ["5000", "15000"],
};
const skipped = new Set(values.skip.split(","));
/** Those that need an argument, or measure what is right and not how fast. */
const others = ["all", "builds", "truth", "nulls", "halves", "attacks"];

const root = fileURLToPath(new URL("../..", import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const names = Object.keys(scripts)
  .flatMap((name) => (name.startsWith("bench:") ? [name.slice("bench:".length)] : []))
  .filter((name) => !others.includes(name) && !skipped.has(name));

console.log(
  `${cpus()[0].model.trim()}, ${availableParallelism()} cores, ${(totalmem() / 1e9).toFixed(0)} GB, ` +
    `${type()} ${release()}, Node ${process.version}\n`,
);
const failed = names.filter((name) => {
  const load = loadavg()[0].toFixed(1);
  const sizes = values.quick ? (quick[name] ?? []) : [];
  const typed = ["run", `bench:${name}`, ...(sizes.length === 0 ? [] : ["--", ...sizes])];
  console.log(`## npm ${typed.join(" ")} (${load} processes waiting before it)\n`);
  const { status } = spawnSync("npm", ["--silent", ...typed], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  console.log();
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
