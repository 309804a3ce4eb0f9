import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Projection } from "../../src/model/network.js";

/** networkx's constraint takes minutes for more ties. */
const mostTiesForNetworkx = 2000;

/** NaN where the measure is not defined. */
const numbersSchema = z.array(z.nullable(z.number()).transform((value) => value ?? Number.NaN));
const valuesSchema = z.object({
  farness: numbersSchema,
  harmonic: numbersSchema,
  eccentricity: numbersSchema,
  constraint: numbersSchema,
  clustering: numbersSchema,
});
const foundSchema = z.array(z.object({ networkx: valuesSchema.nullable(), igraph: valuesSchema }));

/**
 * What networkx and igraph say of each node of each network, where `hasPythonPackages`; `null` of
 * networkx for large networks.
 */
export function nodeMeasuresInPython(
  projections: readonly Projection[],
): z.output<typeof foundSchema> {
  const script = fileURLToPath(new URL("node-measures-in-python.py", import.meta.url));
  const asked = projections.map(({ nodeCount, low, high, weight }) => ({
    nodes: nodeCount,
    ties: Array.from(low, (from, tie) => [from, high[tie], weight[tie]]),
    small: low.length <= mostTiesForNetworkx,
  }));
  const run = spawnSync("/usr/bin/python3", ["-W", "ignore", script], {
    encoding: "utf8",
    input: JSON.stringify(asked),
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return foundSchema.parse(JSON.parse(run.stdout));
}
