// @ts-nocheck: it runs on the built files, which have no types.
// Our measures beside Debian's igraph (python3-igraph), one call of each alternately:
//   npm run build && npm run bench:measures [-- --networks synthetic-20k,higgs-mention
//     --algorithms pagerank,louvain --rounds 5]
// The values of the first calls are compared; the first of ours, which is still being compiled, is
// shown apart, and the medians are those of the calls after it. What takes igraph minutes runs where
// `--algorithms` names it, and what takes long has fewer rounds.

import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startIgraph } from "./igraph-process.js";
import { markdownTable } from "./markdown-table.js";
import { measureCases } from "./measure-cases.js";
import { graphsOf, loadNetwork } from "./measure-graphs.js";
import { median } from "./median.js";
import { python } from "./run-measured.js";

const { values } = parseArgs({
  options: {
    networks: { type: "string", default: "synthetic-20k,synthetic-100k,higgs-mention" },
    algorithms: { type: "string" },
    rounds: { type: "string", default: "5" },
  },
});
const rounds = Number(values.rounds);
const named = values.algorithms?.split(",");
for (const name of named ?? []) {
  if (measureCases.every((known) => known.name !== name)) {
    const known = measureCases.map(({ name }) => name).join(", ");
    throw new Error(`there is no algorithm ${name}; there are ${known}`);
  }
}
if (spawnSync(python, ["-c", "import igraph"]).status !== 0) {
  console.log(`skipped: ${python} has no igraph (Debian: apt-get install python3-igraph)`);
  process.exit(0);
}

const rows = [];
let version;
for (const networkName of values.networks.split(",")) {
  const network = loadNetwork(networkName);
  if (network === undefined) console.log(`skipped: ${networkName} is not there`);
  else rows.push(...(await measureOn(networkName, network)));
}
console.log(
  `\n${availableParallelism()} cores, Node ${process.version}, igraph ${version} on one thread\n`,
);
const head = [
  "algorithm",
  "network",
  "calls",
  "ours CPU s",
  "wall s",
  "first call CPU s",
  "wall s",
  "igraph CPU s",
  "wall s",
  "CPU ratio",
  "wall ratio",
  "worst difference, or modularity of both",
];
console.log(markdownTable(head, rows));

async function measureOn(networkName, network) {
  const chosen = measureCases.filter(({ name, longFrom }) => {
    if (named !== undefined) return named.includes(name);
    const isShort = longFrom === undefined || network.nodeCount < longFrom;
    if (!isShort) console.log(`left out unless named: ${name} on ${networkName}`);
    return isShort;
  });
  const found = [];
  if (chosen.length === 0) return found;
  const graphs = await graphsOf(network);
  const igraph = await startIgraph(network);
  version = igraph.version;
  try {
    for (const measureCase of chosen) {
      console.error(`${measureCase.name} on ${networkName}`);
      found.push(await measureBeside(igraph, { ...measureCase, networkName, graphs }));
    }
  } finally {
    igraph.stop();
  }
  return found;
}

async function measureBeside(igraph, { name, networkName, graphs, igraph: command, compare }) {
  const ours = await startOurs(networkName, name);
  try {
    const first = await ours.run();
    const theirFirst = await igraph.run(command);
    const difference = compare(first.values, theirFirst.values, graphs);
    const slowest = Math.max(first.wallSeconds, theirFirst.wallSeconds);
    // Compiling is nothing to a call of a minute.
    const ourCalls = slowest > 60 ? [first] : [];
    const theirCalls = [theirFirst];
    const further = slowest > 60 ? 0 : slowest > 6 ? Math.min(rounds, 3) : rounds;
    for (let round = 0; round < further; round += 1) {
      ourCalls.push(await ours.run());
      theirCalls.push(await igraph.run(command));
    }
    const middle = (calls, field) => median(calls.map((call) => call[field]));
    const mine = { cpu: middle(ourCalls, "cpuSeconds"), wall: middle(ourCalls, "wallSeconds") };
    const peer = { cpu: middle(theirCalls, "cpuSeconds"), wall: middle(theirCalls, "wallSeconds") };
    return [
      name,
      networkName,
      String(ourCalls.length),
      seconds(mine.cpu),
      seconds(mine.wall),
      seconds(first.cpuSeconds),
      seconds(first.wallSeconds),
      seconds(peer.cpu),
      seconds(peer.wall),
      (peer.cpu / mine.cpu).toFixed(2),
      (peer.wall / mine.wall).toFixed(2),
      difference,
    ];
  } finally {
    ours.stop();
  }
}

async function startOurs(networkName, caseName) {
  const child = fork(
    fileURLToPath(new URL("our-process.js", import.meta.url)),
    [networkName, caseName],
    { serialization: "advanced" },
  );
  const ended = once(child, "exit").then(() => {
    throw new Error(`${caseName} on ${networkName} ended without an answer`);
  });
  // It ends in the end, when nobody waits for an answer.
  ended.catch(() => {});
  const answer = async () => (await Promise.race([once(child, "message"), ended]))[0];
  await answer();
  return {
    run: () => {
      child.send("run");
      return answer();
    },
    stop: () => child.kill(),
  };
}

function seconds(value) {
  return value >= 10 ? value.toFixed(1) : value.toPrecision(2);
}
