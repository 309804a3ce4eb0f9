import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isThere } from "./is-there.js";

const python = process.env.TAGATLAS_TEST_PYTHON ?? "/usr/bin/python3";

/** Whether Mastodon.py is there, in the Python that `TAGATLAS_TEST_PYTHON` names or in the system's. */
export const hasMastodonPy = isThere(
  "mastodon-py",
  spawnSync(python, ["-c", "import mastodon.return_types"]).status === 0,
  "files that Mastodon.py writes (TAGATLAS_TEST_PYTHON names a Python that has it)",
);

/** The statuses as `json.dumps` with `default=str` writes them, or Mastodon.py's own `to_json`. */
export function writeWithMastodonPy(
  statuses: readonly unknown[],
  form: "json.dumps" | "to_json",
): string {
  const script = fileURLToPath(new URL("write-with-mastodon-py.py", import.meta.url));
  const run = spawnSync(python, ["-W", "ignore", script, form], {
    input: JSON.stringify(statuses),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
