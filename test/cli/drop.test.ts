import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const posts = join(folder, "posts.ndjson");
writeFileSync(
  posts,
  ndjson([
    mastodonStatus("1", "zadakiel", { mentions: [mastodonMention("ben")] }),
    mastodonStatus("2", "ben", { mentions: [mastodonMention("zadakiel"), mastodonMention("cem")] }),
    mastodonStatus("3", "cem", { mentions: [mastodonMention("zadakiel")] }),
    mastodonStatus("4", "cem", { mentions: [mastodonMention("ben")] }),
  ]),
);

async function analyzedWithout(name: string, list: string) {
  const drop = join(folder, `${name}.txt`);
  writeFileSync(drop, list);
  const out = join(folder, name);
  const words = ["analyze", posts, "--bootstrap", "0", "--respect", "none", "--drop", drop];
  const result = await runCommand([...words, "--out", out]);
  const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  const edges = readFileSync(join(out, "edges.csv"), "utf8").trimEnd().split("\r\n").slice(1);
  return {
    ...result,
    out,
    manifest,
    ties: edges.map((row) => row.split(",").slice(0, 2).join(">")),
  };
}

const handle = "zadakiel@home.example";
const page = "https://home.example/@zadakiel";

test.each([
  ["handle", `@${handle}`],
  ["address", page],
  ["page on another server", "https://other.example/@zadakiel@home.example"],
  ["address as it is copied", `${page}/with_replies?lang=en#top`],
])("a person is left out by %s, with their posts and all ties to them", async (kind, line) => {
  const { out, stdout, manifest, ties } = await analyzedWithout(
    `person-${kind}`,
    `# who\n${line}\n`,
  );
  expect(ties).toEqual(["ben@home.example>cem@home.example", "cem@home.example>ben@home.example"]);
  expect(manifest.coverage).toMatchObject({ hits: 3, dropped: { people: 1, posts: 1 } });
  expect(manifest.run.options["--drop"].sha256[0]).toMatch(/^[0-9a-f]{64}$/u);
  for (const name of readdirSync(out)) {
    expect(readFileSync(join(out, name), "utf8"), name).not.toContain("zadakiel");
  }
  expect(stdout).toMatch(/: 3 posts/u);
});

test.each([
  ["address", `${page}/1`],
  ["name of the server's", "https://home.example/users/zadakiel/statuses/1"],
])("a post is left out by the %s, and its author stays", async (kind, line) => {
  const { manifest, ties } = await analyzedWithout(`post-${kind.length}`, `${line}\n`);
  expect(manifest.coverage).toMatchObject({ hits: 3, dropped: { people: 0, posts: 1 } });
  expect(ties).toHaveLength(4);
});

test("a line that is nobody here is told by its number, and one that is nothing at all is refused", async () => {
  const { stderr, code } = await analyzedWithout("nobody", `${handle}\nnobody@nowhere.example\n`);
  expect(code).toBe(0);
  expect(stderr).toMatch(/--drop: nobody and no post here: line 2\n/u);
  const wrong = join(folder, "wrong.txt");
  writeFileSync(wrong, "two words\n");
  const refused = await runCommand(["analyze", posts, "--drop", wrong]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/no person and no post in line 1/u);
});
