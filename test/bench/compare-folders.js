// @ts-nocheck: it reads what the built files wrote.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** Our tables have twelve digits. */
const tolerance = 1e-9;
/** Communities differ by the algorithm and by chance; a partition that is worse by more is broken. */
const modularityTolerance = 0.02;

const columns = [
  "in_degree",
  "out_degree",
  "in_strength",
  "out_strength",
  "pagerank",
  "betweenness",
];

/**
 * Holds our tables of a network beside those of analyze-in-python.py, and prints how far apart they are.
 * Ties are comparable: both count a post once for each other person whom it replies to, mentions or
 * reposts. Precedence (of a mention and a reply to the same person the reply counts) decides only
 * the kind, which the script does not tell.
 *
 * @throws where people, ties or weights differ, or a value by more than 1e-9 relative.
 */
export function compareFolders(ours, theirs) {
  const ourPeople = byKey(read(ours, "nodes.csv"), ({ id }) => id);
  const theirPeople = byKey(read(theirs, "nodes.csv"), ({ id }) => wholeHandle(id));
  expectSameKeys("people", ourPeople, theirPeople);
  const ourTies = byKey(read(ours, "edges.csv"), ({ source, target }) => `${source} ${target}`);
  const theirTies = byKey(
    read(theirs, "edges.csv"),
    ({ source, target }) => `${wholeHandle(source)} ${wholeHandle(target)}`,
  );
  expectSameKeys("ties", ourTies, theirTies);
  let weight = 0;
  for (const [key, tie] of ourTies) {
    weight += Number(tie.weight);
    if (Number(tie.weight) !== Number(theirTies.get(key).weight)) {
      throw new Error(`the tie ${key} weighs ${tie.weight} and ${theirTies.get(key).weight}`);
    }
  }
  console.log(`the same ${ourPeople.size} people, ${ourTies.size} ties, ${weight} interactions`);
  for (const column of columns) {
    let worst = 0;
    for (const [key, person] of ourPeople) {
      const one = numberIn(person[column], column);
      const other = numberIn(theirPeople.get(key)[column], column);
      const larger = Math.max(Math.abs(one), Math.abs(other));
      if (larger > 0) worst = Math.max(worst, Math.abs(one - other) / larger);
    }
    if (!(worst <= tolerance)) throw new Error(`${column} differs by ${worst}`);
    console.log(`${column}: ${worst.toExponential(1)} apart at most, relative`);
  }
  const ourModularity = metric(ours, "modularity");
  const theirModularity = metric(theirs, "modularity");
  if (!(ourModularity >= theirModularity - modularityTolerance)) {
    throw new Error(`modularity is ${ourModularity}, and ${theirModularity} in igraph`);
  }
  console.log(`modularity: ${ourModularity.toFixed(4)}, igraph ${theirModularity.toFixed(4)}\n`);
}

function read(folder, name) {
  return parse(readFileSync(join(folder, name)), { columns: true, bom: true });
}

function metric(folder, name) {
  return Number(read(folder, "network.csv").find(({ metric }) => metric === name).value);
}

function byKey(rows, keyOf) {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** The server that shows the posts leaves its own name out. */
function wholeHandle(handle) {
  return handle.includes("@") ? handle : `${handle}@med.example`;
}

function expectSameKeys(what, ours, theirs) {
  const missing = [...theirs.keys()].filter((key) => !ours.has(key));
  const added = [...ours.keys()].filter((key) => !theirs.has(key));
  if (missing.length + added.length > 0) {
    throw new Error(`${what}: ${missing[0] ?? "none"} is missing, ${added[0] ?? "none"} is new`);
  }
}

/** An empty cell means that a value is not known, which is no 0. */
function numberIn(cell, column) {
  if (cell === undefined || cell === "") throw new Error(`${column} is empty`);
  return Number(cell);
}
