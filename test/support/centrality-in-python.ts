import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Network } from "../../src/model/network.js";

/** networkx's plain Python takes too long for more ties. */
const mostTiesForNetworkx = 2000;

const valuesSchema = z.object({
  pagerank: z.array(z.number()),
  hub: z.array(z.number()),
  authority: z.array(z.number()),
  eigenvector: z.array(z.number()),
  core_number: z.array(z.number()),
  katz: z.array(z.number()),
});
const foundSchema = z.array(z.object({ networkx: valuesSchema.nullable(), igraph: valuesSchema }));

/**
 * What networkx and igraph give each node of each network, ties weighted: PageRank with loops, the
 * others without; the largest hub, authority, eigenvector and Katz value scaled to 1. Katz is
 * networkx's, with what each of the two finds the largest singular value to be. `null` of networkx
 * for large networks. For whoever has Debian's packages: see `hasPythonPackages`.
 */
export function centralityInPython(networks: readonly Network[]): z.output<typeof foundSchema> {
  const script = fileURLToPath(new URL("centrality-in-python.py", import.meta.url));
  const asked = networks.map(({ nodeCount, tieCount, source, target, weight }) => ({
    nodes: nodeCount,
    ties: Array.from(source, (from, tie) => [from, target[tie], weight[tie]]),
    small: tieCount <= mostTiesForNetworkx,
  }));
  const run = spawnSync("/usr/bin/python3", ["-W", "ignore", script], {
    encoding: "utf8",
    input: JSON.stringify(asked),
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return foundSchema.parse(JSON.parse(run.stdout));
}
