import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openPageLog } from "../../src/collect/page-log.js";
import { collectionLine } from "../support/collection-lines.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const self = { pid: process.pid, host: "test", since: "2026-11-25T00:00:00.000Z" };
const her = { id: "109348684215000001", display_name: "Zoë Quorranne" };
const address = "quorra@far.example";
const mention = { ...mastodonMention(address), id: her.id };
const hers = "109348684215999999";
const post = mastodonStatus(hers, address, { account: her });

/** Whatever leads to her, however it is written; all in small letters. */
const tokens = [
  ...["quorra", "zoë quorranne", "zo\\u00eb quorranne", "zo%c3%ab", her.id, hers],
  ...[encodeURIComponent(`https://far.example/@quorra`).toLowerCase()],
];

const lines = [
  collectionLine("timeline", [post, mastodonStatus("11", "ben", { mentions: [mention] })], {
    next: `https://home.example/api/v1/timelines/tag/MedEd?max_id=${hers}`,
    headers: { link: `<https://home.example/x?max_id=${hers}>; rel="next"` },
  }),
  collectionLine("timeline", [
    mastodonStatus("12", "cem", { reblog: post }),
    mastodonStatus("13", "cem", {
      in_reply_to_id: hers,
      in_reply_to_account_id: her.id,
      content: `<p>@Quorra says Zo\u00eb Quorranne, see https://r.example/?u=https%3A%2F%2Ffar.example%2F%40quorra</p>`,
      mentions: [mastodonMention("ben")],
    }),
  ]),
  collectionLine(
    "thread",
    { ancestors: [], descendants: [post] },
    { about: { post: String(post.uri) } },
  ),
  collectionLine("timeline", [mastodonStatus("14", "ben", { mentions: [mastodonMention("cem")] })]),
];

function collectionOf(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "pages.ndjson"), text);
  return path;
}

function listOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function textOf(path: string): string {
  return readdirSync(path)
    .map((name) => `${name}\n${readFileSync(join(path, name), "utf8")}`)
    .join("\n");
}

test.each([
  ["handle", `@${address}`],
  ["address", "https://far.example/@quorra"],
  ["id", her.id],
  ["address by number", `https://home.example/web/accounts/${her.id}`],
  ["address without protocol", "far.example/@quorra/"],
  ["address encoded twice", "https%253A%252F%252Ffar.example%252F%2540quorra"],
  ["address elsewhere", "http://home.example/@quorra@far.example"],
])("somebody who is forgotten by %s is in no byte of the folder, and the rest can be read", async (kind, line) => {
  const collection = collectionOf(`by-${kind.replaceAll(" ", "-")}`, ndjson(lines));
  await runCommand(["analyze", collection, "--bootstrap", "0", "--respect", "none"]);
  expect(textOf(collection).toLowerCase()).toContain("quorra");
  const result = await runCommand(["forget", collection, listOf(`${kind}.txt`, line)]);
  expect(result.stdout).toMatch(/Removed: accounts 1, posts 1 /u);
  expect(result.stdout).toMatch(/nothing of theirs is left/u);
  expect(result.code).toBe(0);
  const left = textOf(collection).toLowerCase();
  expect(tokens.filter((token) => left.includes(token))).toEqual([]);
  expect(readdirSync(collection)).toEqual(["forgotten.json", "pages.ndjson"]);
  const untouched = `${JSON.stringify(lines[3])}\n`;
  expect(readFileSync(join(collection, "pages.ndjson"), "utf8").endsWith(untouched)).toBe(true);
  const steps: string[] = [];
  const log = await openPageLog(collection, self, ({ step }) => steps.push(step));
  await log.close();
  expect(steps).toEqual(["timeline", "timeline", "timeline"]);
  const again = await runCommand(["analyze", collection, "--bootstrap", "0", "--json"]);
  expect(JSON.parse(again.stdout).provenance.analysed).toBe(3);
});

test("on X somebody goes with their posts and with reposts, which hold their words", async () => {
  const page = {
    data: [
      { id: "1800000000000000001", author_id: "77000000001", text: "Mine" },
      {
        id: "1800000000000000002",
        author_id: "77000000002",
        text: "RT @quorra_x: Mine",
        referenced_tweets: [{ type: "retweeted", id: "1800000000000000001" }],
      },
      { id: "1800000000000000003", author_id: "77000000002", text: "Hello @quorra_x and all" },
    ],
    includes: {
      users: [
        { id: "77000000001", username: "quorra_x", name: "Quorra" },
        { id: "77000000002", username: "ben", name: "Ben" },
      ],
    },
  };
  const line = collectionLine("timeline", page, { platform: "x", source: "x" });
  const collection = collectionOf("on-x", ndjson([line]));
  const result = await runCommand(["forget", collection, listOf("x.txt", "@quorra_x\n")]);
  expect(result.code).toBe(0);
  const text = readFileSync(join(collection, "pages.ndjson"), "utf8");
  expect(text).not.toMatch(/quorra|77000000001|1800000000000000001|Mine/iu);
  expect(text).toContain("Hello @[removed] and all");
});

test("a file of somebody else that still holds something of theirs is told, and stays", async () => {
  const collection = collectionOf("others", ndjson(lines));
  writeFileSync(join(collection, "notes.txt"), "Quorra is great");
  const result = await runCommand(["forget", collection, listOf("o.txt", address)]);
  expect(result.code).toBe(3);
  expect(result.stderr).toMatch(/notes\.txt still holds something of theirs/u);
  expect(readFileSync(join(collection, "notes.txt"), "utf8")).toBe("Quorra is great");
});

test.each([
  ["whole", gzipSync(`${"x".repeat(70_000)}Quorra is great`), 3],
  ["damaged", gzipSync("x".repeat(70_000)).subarray(0, 40), 3],
  ["innocent", gzipSync("Nobody is great"), 0],
])("a gzip that is %s is unpacked for the search", async (name, bytes, code) => {
  const collection = collectionOf(`gz-${name}`, ndjson(lines));
  writeFileSync(join(collection, "old.gz"), bytes);
  const result = await runCommand(["forget", collection, listOf(`gz-${name}.txt`, address)]);
  expect(result.code).toBe(code);
});

test("of two that begin alike both go, short names as words of their own alone", async () => {
  const text = "<p>Quo, quota, QUORRA_X, quorra, Quorr\u00e9 and \u0130quorra</p>";
  const rows = [
    mastodonStatus("21", "quo@far.example"),
    mastodonStatus("22", "quorra@far.example"),
    mastodonStatus("23", "quorra_x@far.example"),
    mastodonStatus("24", "ben", { content: text }),
  ];
  const collection = collectionOf("alike", ndjson([collectionLine("timeline", rows)]));
  const list = listOf(
    "alike.txt",
    ["quo", "quorra", "quorra_x"].map((n) => `${n}@far.example\n`).join(""),
  );
  expect((await runCommand(["forget", collection, list])).code).toBe(0);
  expect(textOf(collection)).toContain(
    "<p>[removed], quota, [removed], [removed], Quorr\u00e9 and \u0130[removed]</p>",
  );
});

test("where nobody of the list is there nothing changes, and a running collection is respected", async () => {
  const collection = collectionOf("nobody", ndjson(lines));
  const before = readFileSync(join(collection, "pages.ndjson"), "utf8");
  const list = listOf("n.txt", "nobody@nowhere.example");
  expect((await runCommand(["forget", collection, list])).code).toBe(1);
  expect(readFileSync(join(collection, "pages.ndjson"), "utf8")).toBe(before);
  const lock = { pid: process.ppid, host: "test", since: "2026-11-25T00:00:00.000Z" };
  writeFileSync(join(collection, "pages.ndjson.lock"), JSON.stringify(lock));
  const held = await runCommand(["forget", collection, listOf("h.txt", address)]);
  expect(held.code).toBe(2);
  expect(held.stderr).toMatch(/another run/u);
  expect(readFileSync(join(collection, "pages.ndjson"), "utf8")).toBe(before);
});
