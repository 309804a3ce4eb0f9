import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isThere } from "./is-there.js";
import { temporaryFolder } from "./temporary-folder.js";

const python = process.env.TAGATLAS_TEST_PYTHON ?? "/usr/bin/python3";

/** Whether twarc-network is there, in the Python that `TAGATLAS_TEST_PYTHON` names. */
export const hasTwarcNetwork = isThere(
  "twarc-network",
  spawnSync(python, ["-c", "import twarc_network"]).status === 0,
  "networks that twarc-network writes (TAGATLAS_TEST_PYTHON names a Python that has it)",
);

/** What twarc-network makes of a page of X's API v2, by the name of the file. */
export function writeTwarcNetworks(page: unknown): ReadonlyMap<string, Buffer> {
  const folder = temporaryFolder();
  const script = fileURLToPath(new URL("write-twarc-network.py", import.meta.url));
  const run = spawnSync(python, ["-W", "ignore", script, folder], {
    input: JSON.stringify(page),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}
