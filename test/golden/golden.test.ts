import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const expected = join(here, "tiny");
const folder = temporaryFolder();

/*
 * Six posts of four people, small enough to check by hand. After a change that is meant, write the
 * folder anew and read the difference:
 *   npx tagatlas analyze test/golden/tiny.ndjson --tag MedEd --out test/golden/tiny
 *   rm test/golden/tiny/report.html
 */

/** The page holds the built script, which is nothing to read; its own tests are in test/page. */
const page = "report.html";

/** Without the page's sum, and without the versions that the manifest names: any may run this. */
function withoutPage(manifest: string): string {
  return manifest
    .replace(/("report\.html": ")[0-9a-f]{64}/u, "$1")
    .replace(/("(?:node|icu)": ")[^"]*/gu, "$1");
}

test("a tiny input gives these files, byte for byte", async () => {
  const out = join(folder, "tiny");
  const words = ["analyze", join(here, "tiny.ndjson"), "--tag", "MedEd", "--out", out];
  expect((await runCommand(words, "", {})).code).toBe(0);
  const names = readdirSync(expected);
  expect(readdirSync(out).filter((name) => name !== page)).toEqual(names);
  for (const name of names) {
    expect(withoutPage(readFileSync(join(out, name), "utf8")), name).toBe(
      withoutPage(readFileSync(join(expected, name), "utf8")),
    );
  }
});
