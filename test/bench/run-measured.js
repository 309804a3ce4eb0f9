// @ts-nocheck: it runs beside the built files, which have no types.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Debian's, for which python3-igraph and python3-networkx are. */
export const python = "/usr/bin/python3";

const script = fileURLToPath(new URL("run-measured.py", import.meta.url));

/**
 * Runs a command to its end and says what it took: `wallSeconds`, `cpuSeconds` of all its threads,
 * `peakBytes` of memory in use, and `output`. A small process of its own watches each command, since
 * Node cannot ask what a child has used.
 *
 * @throws where the command fails, with what it said.
 */
export function runMeasured(command, { env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "tagatlas-measured-"));
  try {
    const report = join(folder, "report.json");
    const { status, error, stdout, stderr } = spawnSync(python, [script, report, ...command], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, ...env },
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
    const { code, ...taken } = JSON.parse(readFileSync(report, "utf8"));
    if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${stderr}`);
    return { ...taken, output: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
