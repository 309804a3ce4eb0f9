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
  ["address without its protocol", "home.example/@zadakiel/"],
  ["address of the old protocol", "http://home.example/users/ZADAKIEL"],
  ["address that is encoded twice", "https%253A%252F%252Fhome.example%252F%2540zadakiel"],
  ["address in brackets", `<${page}>`],
  ["address by the server's number", "https://home.example/web/accounts/id-zadakiel"],
  ["address of the interface", "https://home.example/api/v1/accounts/id-zadakiel"],
])("a person is left out by %s, with their posts and all ties to them", async (kind, line) => {
  const { out, stdout, manifest, ties } = await analyzedWithout(
    `person-${kind.replace(/\W/gu, "-")}`,
    `# who\n${line}\n`,
  );
  expect(ties).toEqual(["ben@home.example>cem@home.example", "cem@home.example>ben@home.example"]);
  expect(manifest.coverage).toMatchObject({ analysed: 3, dropped: { people: 1, posts: 1 } });
  expect(manifest.run.options["--drop"].sha256[0]).toMatch(/^[0-9a-f]{64}$/u);
  for (const name of readdirSync(out)) {
    expect(readFileSync(join(out, name), "utf8"), name).not.toContain("zadakiel");
  }
  expect(stdout).toMatch(/: 3 posts/u);
});

test.each([
  ["address", `${page}/1`],
  ["name of the server's", "https://home.example/users/zadakiel/statuses/1"],
  ["address without s, with a slash", "http://home.example/@zadakiel/1/"],
  ["address of the old interface", "https://home.example/web/@zadakiel/1"],
  ["address in other letters and shared", "https://HOME.example/@Zadakiel/1?utm_source=a&s=20"],
  ["address without protocol", "home.example/users/Zadakiel/statuses/1/"],
  ["address that was encoded twice", "https%253A%252F%252Fhome.example%252F%2540zadakiel%252F1"],
])("a post is left out by the %s, and its author stays", async (kind, line) => {
  const { manifest, ties } = await analyzedWithout(
    `post-${kind.replace(/\W/gu, "-")}`,
    `${line}\n`,
  );
  expect(manifest.coverage).toMatchObject({ analysed: 3, dropped: { people: 0, posts: 1 } });
  expect(ties).toHaveLength(4);
});

test("on X people and posts are left out by any address that X gives them", async () => {
  const onX = join(folder, "x.ndjson");
  const user = (id: string, name: string) => ({ id_str: id, screen_name: name });
  const post = (id: string, by: ReturnType<typeof user>, of: ReturnType<typeof user>) => ({
    ...{ id_str: id, full_text: `hello @${of.screen_name}`, user: by },
    created_at: "Wed Mar 04 12:00:00 +0000 2026",
    entities: { user_mentions: [of] },
  });
  const [ada, quill] = [user("77000000001", "ada"), user("77000000002", "quill")];
  writeFileSync(
    onX,
    ndjson([post("1800000000000000001", ada, quill), post("1800000000000000002", quill, ada)]),
  );
  const droppedBy = async (line: string) => {
    const drop = join(folder, "x.txt");
    writeFileSync(drop, line);
    const words = ["analyze", onX, "--bootstrap", "0", "--json", "--drop", drop];
    const { stdout, stderr } = await runCommand(words);
    expect(stderr).not.toMatch(/nobody and no post here/u);
    return JSON.parse(stdout).provenance.dropped;
  };
  for (const line of [
    "https://x.com/i/user/77000000002",
    "https://twitter.com/i/user/77000000002/",
    "https://x.com/intent/user?user_id=77000000002",
    "https://twitter.com/intent/follow?screen_name=Quill",
    "x.com/quill",
    "https://mobile.twitter.com/QUILL?s=20",
    "77000000002",
    "x:77000000002",
    "@quill",
  ]) {
    expect(await droppedBy(line), line).toEqual({ people: 1, posts: 1 });
  }
  for (const line of [
    "https://x.com/quill/status/1800000000000000002",
    "http://www.twitter.com/quill/statuses/1800000000000000002/",
    "https://x.com/i/web/status/1800000000000000002?s=20&t=abc",
    "https://x.com/i/status/1800000000000000002",
    "x.com/quill/status/1800000000000000002/photo/1",
    "https%3A%2F%2Fx.com%2Fquill%2Fstatus%2F1800000000000000002",
    "1800000000000000002",
  ]) {
    expect(await droppedBy(line), line).toEqual({ people: 0, posts: 1 });
  }
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
