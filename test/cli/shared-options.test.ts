import { expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";

/** The options in the help of a command, each with the value that it takes. */
async function valuesIn(command: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await runCommand([command, "--help"]);
  const rows = stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)(?: ([<[]\S+))?/gmu);
  return new Map([...rows].map(([, flag, value = "none"]) => [flag, value]));
}

test("what collect and analyze both take means the same, since run is both in one", async () => {
  const [collect, analyze, run] = await Promise.all(["collect", "analyze", "run"].map(valuesIn));
  const shared = [...collect.keys()].filter((flag) => analyze.has(flag));
  expect(shared).toContain("--respect");
  for (const flag of shared) expect(collect.get(flag), flag).toBe(analyze.get(flag));
  for (const [flag, value] of collect) if (run.has(flag)) expect(run.get(flag), flag).toBe(value);
});
