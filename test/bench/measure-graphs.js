// @ts-nocheck: it runs on the built files, which have no types.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { syntheticNetwork } from "./synthetic-network.js";

const higgs = fileURLToPath(
  new URL("../../../shared/data/graphs/higgs-mention.edgelist", import.meta.url),
);

/**
 * A network by its name: `synthetic-20k` (thousands of people, any number) or `higgs-mention`, which is
 * real and not part of the project; `undefined` where that is not there.
 */
export function loadNetwork(name) {
  const synthetic = /^synthetic-(\d+)k$/u.exec(name);
  if (synthetic !== null) return syntheticNetwork({ nodeCount: 1000 * Number(synthetic[1]) });
  if (name !== "higgs-mention") throw new Error(`there is no network ${name}`);
  return existsSync(higgs) ? readNetwork(readFileSync(higgs, "utf8")) : undefined;
}

/** What measures take, made before anything is timed, as igraph's graph is. */
export async function graphsOf(network) {
  const built = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href);
  const { projectUndirected } = await built("network/project.js");
  const { inwardGraph, outwardGraph, undirectedGraph } = await built("kernel/compact-graph.js");
  const projection = projectUndirected(network);
  return {
    network,
    projection,
    outward: outwardGraph(network),
    inward: inwardGraph(network),
    undirected: undirectedGraph(projection),
  };
}

/** Lines of source, target and weight; ties by source and target, without those to oneself. */
function readNetwork(text) {
  const rows = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" ").map(Number))
    .filter(([source, target]) => source !== target);
  const people = [...new Set(rows.flatMap((row) => row.slice(0, 2)))];
  people.sort((one, other) => one - other);
  const nodeOf = new Map(people.map((person, node) => [person, node]));
  const ties = rows.map(([source, target, weight]) => [
    nodeOf.get(source),
    nodeOf.get(target),
    weight,
  ]);
  ties.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return {
    nodeCount: people.length,
    tieCount: ties.length,
    source: Int32Array.from(ties, ([source]) => source),
    target: Int32Array.from(ties, ([, target]) => target),
    weight: Float64Array.from(ties, ([, , weight]) => weight),
  };
}
