import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isThere } from "./is-there.js";

const python = process.env.TAGATLAS_TEST_PYTHON ?? "/usr/bin/python3";

/** Whether twarc, twarc-csv and twitwi are there, in the Python that `TAGATLAS_TEST_PYTHON` names. */
export const hasTableWriters = isThere(
  "twarc-csv-and-twitwi",
  spawnSync(python, ["-c", "import twarc.json2csv, dataframe_converter, twitwi"]).status === 0,
  "tables that twarc, twarc-csv and twitwi write (TAGATLAS_TEST_PYTHON names a Python that has them)",
);

/** A table as the program writes it: of pages of X's API v2 for twarc-csv, else of posts of v1.1. */
export function writeTable(form: string, objects: readonly unknown[]): string {
  const script = fileURLToPath(new URL("write-tables.py", import.meta.url));
  const run = spawnSync(python, ["-W", "ignore", script, form], {
    input: JSON.stringify(objects),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
