import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { CompactGraph } from "../../src/kernel/compact-graph.js";

const foundSchema = z.array(z.array(z.number()));

/** igraph's betweenness of each graph, directed and not normalised. */
export function betweennessInPython(graphs: readonly CompactGraph[]): number[][] {
  const script = fileURLToPath(new URL("betweenness-in-python.py", import.meta.url));
  const asked = graphs.map((graph) => ({ nodes: graph.nodeCount, ties: tiesOf(graph) }));
  const run = spawnSync("/usr/bin/python3", ["-W", "ignore", script], {
    encoding: "utf8",
    input: JSON.stringify(asked),
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return foundSchema.parse(JSON.parse(run.stdout));
}

function tiesOf({ nodeCount, offsets, columns: neighbour }: CompactGraph): [number, number][] {
  return Array.from({ length: nodeCount }, (_, node) =>
    Array.from(neighbour.subarray(offsets[node], offsets[node + 1]), (to): [number, number] => [
      node,
      to,
    ]),
  ).flat();
}
