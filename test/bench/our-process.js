// @ts-nocheck: it runs on the built files, which have no types.
/*
 * One of our measures in a process of its own, so that its first call is a cold one. Takes the network
 * and the case by their names, then a call for each message; answers with the time that the call took.
 */
import { measureCases } from "./measure-cases.js";
import { graphsOf, loadNetwork } from "./measure-graphs.js";

const [networkName, caseName] = process.argv.slice(2);
const { load } = measureCases.find(({ name }) => name === caseName);
const graphs = await graphsOf(loadNetwork(networkName));
const measure = await load();

process.on("message", async () => {
  const cpu = process.cpuUsage();
  const since = performance.now();
  const values = await measure(graphs);
  const wallSeconds = (performance.now() - since) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  process.send({ wallSeconds, cpuSeconds: (user + system) / 1e6, values });
});
process.send("ready");
