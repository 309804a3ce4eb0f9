import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Network } from "../../src/model/network.js";
import { isThere } from "./is-there.js";

const python = "/usr/bin/python3";

/** Whether Debian's python3-networkx and python3-igraph are there. */
export const hasPythonPackages = isThere(
  "networkx-and-igraph",
  spawnSync(python, ["-c", "import networkx, igraph"]).status === 0,
  "agreement with Debian's python3-networkx and python3-igraph",
);

const valuesSchema = z.object({
  average_clustering: z.number(),
  transitivity: z.number().nullable(),
  degree_assortativity: z.number().nullable(),
  k_core_depth: z.number(),
});
const foundSchema = z.array(z.object({ networkx: valuesSchema, igraph: valuesSchema }));

/** What networkx and igraph measure of each network, direction and loops left out. */
export function measureInPython(networks: readonly Network[]): z.output<typeof foundSchema> {
  const script = fileURLToPath(new URL("measure-in-python.py", import.meta.url));
  const asked = networks.map(({ nodeCount, source, target }) => ({
    nodes: nodeCount,
    ties: Array.from(source, (from, tie) => [from, target[tie]]),
  }));
  const run = spawnSync(python, ["-W", "ignore", script], {
    encoding: "utf8",
    input: JSON.stringify(asked),
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return foundSchema.parse(JSON.parse(run.stdout));
}
