import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isThere } from "../support/is-there.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const python = process.env.TAGATLAS_TEST_PYTHON ?? "python3";
const hasSqlglot = isThere(
  "sqlglot",
  isInstalled(),
  "the SQL of network by a parser, which needs sqlglot",
);
const folder = temporaryFolder();

function isInstalled(): boolean {
  try {
    execFileSync(python, ["-c", "import sqlglot"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Prints how many statements sqlglot reads. */
const script = `
import sys, sqlglot
read = [one for one in sqlglot.parse(open(sys.argv[1]).read(), read=sys.argv[2]) if one]
print(len(read))
`;

describe("network --print-sql", () => {
  test("prints every table, and needs no input", async () => {
    const { code, stdout } = await runCommand([
      "network",
      "--print-sql",
      "--edges",
      "conversation",
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("CREATE TABLE all_ties AS");
    expect(stdout).toContain("WHERE kind IN ('reply', 'quote')");
    expect(stdout.match(/^-- The table /gmu)).toHaveLength(3);
  });

  test("refuses a rule that it does not know", async () => {
    const { code, stderr } = await runCommand(["network", "--print-sql", "--edges", "twarc"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("clean ties alone")]);
  });

  test.skipIf(!hasSqlglot).each(["duckdb", "spark", "bigquery", "trino"])(
    "prints what a parser of %s reads",
    async (dialect) => {
      const { stdout } = await runCommand(["network", "--print-sql", "--dialect", dialect]);
      const path = join(folder, `${dialect}.sql`);
      writeFileSync(path, stdout);
      const read = execFileSync(python, ["-c", script, path, dialect], { encoding: "utf8" });
      expect(Number(read)).toBe(stdout.match(/;\n/gu)?.length);
    },
  );
});
