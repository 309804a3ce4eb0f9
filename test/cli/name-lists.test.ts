import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { runShellLine } from "../support/run-shell-line.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const posts = ndjson([
  mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")] }),
  mastodonStatus("2", "ben", { mentions: [mastodonMention("ada")] }),
]);

function listOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test.each(["--trust", "--following"])("%s tells each line that is no handle", async (option) => {
  const list = listOf(
    "some.txt",
    "Account address,Show boosts\nada@home.example,true\nDr. Ada Example\n# a comment\nben at home\n",
  );
  for (const command of ["follow", "analyze"]) {
    const words = [command, "-", option, list, "--bootstrap", "0", "--json"];
    const { stderr } = await runCommand(words, posts);
    expect(stderr).toContain(`tagatlas: ${option} ${list}: no handle in lines 3, 5\n`);
  }
  const many = listOf("many.txt", `ada@home.example\n${"no handle\n".repeat(30)}`);
  const { stderr } = await runCommand(["follow", "-", option, many], posts);
  expect(stderr).toMatch(/no handle in lines 2, 3, .*, 21 and 10 more\n/u);
});

test.each([
  "--trust",
  "--following",
])("%s of a list that names nobody is an error", async (option) => {
  for (const text of ["", "\n# nobody\n", "this is no list\nada at home.example\n"]) {
    const list = listOf("nobody.txt", text);
    const { code, stderr } = await runCommand(["follow", "-", option, list], posts);
    expect(code).toBe(2);
    expect(stderr).toContain(`${list} names nobody`);
  }
});

test.each(["--keep", "--exclude"])("%s of what is no handle is an error", async (option) => {
  const { code, stderr } = await runCommand(["follow", "-", option, "Dr. Ada"], posts);
  expect(code).toBe(2);
  expect(stderr).toContain(`${option} Dr. Ada: this is no handle`);
});

test("a list that a shell hands on, which can be read once, is read and summed", async () => {
  const list = "ben@home.example\n";
  const third = ndjson([mastodonStatus("3", "cem", { mentions: [mastodonMention("ada")] })]);
  writeFileSync(join(folder, "handed-on.ndjson"), posts + third);
  await runShellLine(
    "echo ben@home.example | npx tagatlas analyze handed-on.ndjson --bootstrap 0 --quiet --only report.json --drop /dev/stdin --out handed-on",
    folder,
  );
  const { run } = JSON.parse(readFileSync(join(folder, "handed-on", "manifest.json"), "utf8"));
  expect(run.options["--drop"].sha256).toEqual([createHash("sha256").update(list).digest("hex")]);
  const report = readFileSync(join(folder, "handed-on", "report.json"), "utf8");
  expect(report).toContain("cem");
  expect(report).not.toContain("ben");
});
