import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collectFrom, freshFolder, march20, readLog, serve } from "../support/collect-run.js";
import { type InventedPost, postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const hourMs = 3_600_000;
const forgotten = "quorra@far.example";

function aboutThem(from: number): InventedPost[] {
  const more = {
    mentions: [mastodonMention(forgotten)],
    content: "<p>@quorra says hello to #MedEd</p>",
  };
  return [
    ...postsOf(7, { acct: forgotten }, from),
    ...postsOf(4, { acct: "ada", more }, from + 7),
    ...postsOf(6, { acct: "cem@c.example" }, from + 11),
    ...postsOf(3, { acct: forgotten }, from + 17),
  ];
}

function textOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

async function forget(folder: string) {
  const list = join(within, "who.txt");
  writeFileSync(list, `@${forgotten}\n`);
  return runCommand(["forget", folder, list]);
}

test.each([
  ["after they were collected", true],
  ["before anything was", false],
])("whoever is forgotten %s is in no later answer, and the rest comes", async (_, isLater) => {
  const posts = aboutThem(1);
  const server = await serve({ posts, mostPerPage: 5 });
  const folder = freshFolder(within);
  if (isLater) {
    const first = await collectFrom([server], folder);
    expect(first.outcome.posts).toBe(20);
    expect(textOf(folder)).toContain("quorra");
  } else {
    await collectFrom([await serve({ posts: postsOf(1, {}, 900) })], folder);
  }
  const told = await forget(folder);
  expect(told.stdout).toContain("forgotten.json knows them by hashes");
  expect(textOf(folder)).not.toContain("quorra");
  expect(statSync(join(folder, "forgotten.json")).mode & 0o777).toBe(0o600);
  server.world.posts.push(...aboutThem(100), ...aboutThem(200));
  const wanted = 30;
  for (const day of [1, 2]) {
    const { outcome } = await collectFrom([server], folder, { now: march20 + day * 24 * hourMs });
    expect(outcome.failures).toEqual([]);
    expect(outcome.posts).toBe(wanted);
    expect(textOf(folder)).not.toContain("quorra");
    const theirs = posts.filter(({ acct }) => acct === forgotten).map(({ id }) => `"id":"${id}"`);
    expect(theirs.filter((id) => textOf(folder).includes(id))).toEqual([]);
  }
  const { stdout } = await runCommand(["analyze", folder, "--json", "--respect", "none"]);
  expect(JSON.parse(stdout).provenance.analysed).toBe(wanted);
});

test("what is left of answers leads from page to page as it did", async () => {
  const server = await serve({ posts: aboutThem(1), mostPerPage: 2 });
  const folder = freshFolder(within);
  await collectFrom([await serve({ posts: [] })], folder);
  await collectFrom([server], folder);
  await forget(folder);
  const pages = readLog(folder).filter(({ step, source }) => step === "timeline" && source);
  const open = pages.flatMap(({ next }) => next ?? []);
  expect(pages.flatMap(({ from }) => from ?? []).filter((from) => !open.includes(from))).toEqual(
    [],
  );
});

test("a list of the forgotten that is damaged stops a collection before it asks", async () => {
  const server = await serve({ posts: postsOf(3) });
  const folder = freshFolder(within);
  writeFileSync(join(folder, "forgotten.json"), "{");
  await expect(collectFrom([server], folder)).rejects.toThrow(/it says who was forgotten here/u);
  expect(readdirSync(folder)).toEqual(["forgotten.json"]);
});
