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
 */
test("a tiny input gives these files, byte for byte", async () => {
  const out = join(folder, "tiny");
  const words = ["analyze", join(here, "tiny.ndjson"), "--tag", "MedEd", "--out", out];
  expect((await runCommand(words)).code).toBe(0);
  expect(readdirSync(out)).toEqual(readdirSync(expected));
  for (const name of readdirSync(expected)) {
    expect(readFileSync(join(out, name), "utf8"), name).toBe(
      readFileSync(join(expected, name), "utf8"),
    );
  }
});
