// @ts-nocheck: it runs on the built files, which have no types.
// Every measure of a large network, one after another in one process, and its peak memory:
//   npm run build && npm run bench:large-measures [-- --people 500000 --ties 1000000]
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { markdownTable } from "./markdown-table.js";
import { graphsOf } from "./measure-graphs.js";
import { syntheticNetwork } from "./synthetic-network.js";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "500000" },
    ties: { type: "string", default: "1000000" },
  },
});
const address = (name) => new URL(`../../dist/${name}.js`, import.meta.url);
const built = (name) => import(address(name).href);

const { findCommunities } = await built("measure/community/communities");
const { measureClustering } = await built("measure/node/clustering");
const { measureConstraint } = await built("measure/node/constraint");
const { biconnectedComponents } = await built("kernel/biconnected-components");
const { findCoreNumbers } = await built("kernel/core-numbers");
const { scoreEigenvector } = await built("kernel/eigenvector");
const { scoreHubsAndAuthorities } = await built("kernel/hits");
const { measurePagerank } = await built("measure/node/pagerank");
const { measurePaths } = await built("measure/node/path-measures");
const { withThreads } = await built("measure/parts/run-parts");

const network = syntheticNetwork({
  nodeCount: Number(values.people),
  tieCount: Number(values.ties),
});
const { projection, outward, inward, undirected: graph } = await graphsOf(network);
const rows = [];

async function time(name, measure) {
  const cpu = process.cpuUsage();
  const since = performance.now();
  await measure();
  const { user, system } = process.cpuUsage(cpu);
  const wall = ((performance.now() - since) / 1000).toFixed(2);
  rows.push([name, wall, ((user + system) / 1e6).toFixed(2)]);
}

for (const method of ["leiden", "louvain", "cnm"]) {
  await time(method, () => findCommunities(projection, { method, seed: 1 }));
}
await time("PageRank", () => measurePagerank(network));
await time("hubs and authorities", () => scoreHubsAndAuthorities(outward, inward));
await time("eigenvector", () => scoreEigenvector(graph));
await time("core numbers", () => findCoreNumbers(graph));
await time("clustering", () => measureClustering(graph));
await time("constraint", () => measureConstraint(graph));
await time("biconnected components", () => biconnectedComponents(graph));

const threads = { count: availableParallelism(), workerUrl: address("measure/parts/part-worker") };
let step = "";
let begun = performance.now();
const onProgress = (what) => {
  if (what === step) return;
  if (step !== "") rows.push([step, ((performance.now() - begun) / 1000).toFixed(2), ""]);
  step = what;
  begun = performance.now();
};
let estimate;
await withThreads(threads, async (run) => {
  const options = { graph, outward, inward, metrics: "standard", seed: 1, run, onProgress };
  ({ estimate } = (await measurePaths(options)).betweenness);
});
onProgress("");

const peak = (process.resourceUsage().maxRSS / 1e3).toFixed(0);
console.log(
  `${values.people} people, ${values.ties} ties; ${threads.count} threads, peak ${peak} MB\n`,
);
console.log(markdownTable(["measure", "wall s", "CPU s"], rows));
console.log(
  `\nbetweenness: ${estimate === undefined ? "exact" : JSON.stringify({ ...estimate, betweenness: undefined })}`,
);
