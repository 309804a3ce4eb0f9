import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analyzeFiles } from "../support/analyze-files.js";
import { mastodonStatus, ndjson, type StatusParts } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

/** What a report says of posts by so many people of a server each, of whom each has such a profile. */
async function toldOf(name: string, profiles: readonly StatusParts[]): Promise<string> {
  const people = profiles.map((account, at) =>
    mastodonStatus(`${at}`, `person${at}@whole.example`, { account }),
  );
  const others = [0, 1, 2, 3, 4].map((at) => mastodonStatus(`b${at}`, `other${at}@b.example`));
  const posts = join(folder, `${name}.ndjson`);
  writeFileSync(posts, ndjson([...people, ...others]));
  const out = join(folder, name);
  await analyzeFiles([posts], out);
  const report = readFileSync(join(out, "report.md"), "utf8");
  expect(report).not.toContain("whole.example");
  return report;
}

const no = { discoverable: false };

test("a server where nobody is discoverable is told, with how many people, and not by name", async () => {
  const report = await toldOf("whole", [no, no, no, no, no, { discoverable: true, noindex: true }]);
  expect(report).toMatch(
    /6 people have opted out.*5 of them are of one server where almost nobody/u,
  );
  expect(report).toMatch(/ask these people/u);
});

test.each([
  [
    "who said no in another way, too",
    [no, no, no, { ...no, noindex: true }, { ...no, note: "#nobot" }],
  ],
  ["of fewer than five people", [no, no, no, no]],
] as const)("nothing is told of servers %s", async (name, profiles) => {
  expect(await toldOf(name.replace(/\W/gu, ""), profiles)).not.toMatch(/almost nobody/u);
});
