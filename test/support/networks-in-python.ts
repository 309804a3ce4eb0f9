import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./temporary-folder.js";

export interface InventedNetwork {
  readonly directed: boolean;
  readonly people: readonly string[];
  readonly ties: readonly (readonly [
    source: string,
    target: string,
    weight: number,
    kind: string,
  ])[];
}

/** The same network as networkx and igraph write it, by the name of the file. */
export function writeInPython(network: InventedNetwork): ReadonlyMap<string, Buffer> {
  const folder = temporaryFolder();
  const script = fileURLToPath(new URL("networks-in-python.py", import.meta.url));
  const run = spawnSync("/usr/bin/python3", ["-W", "ignore", script, folder], {
    encoding: "utf8",
    input: JSON.stringify(network),
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}
