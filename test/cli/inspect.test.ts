import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startDistinct } from "../../src/model/distinct.js";
import { inspect } from "../../src/pipeline/inspect.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const posts = ndjson([
  mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")], language: "en" }),
  mastodonStatus("2", "ben", { day: 3, language: "de", "made up": 1 }),
  mastodonStatus("2", "ben", { day: 3, language: "de" }),
  mastodonStatus("3", "cia", { day: 2, reblog: mastodonStatus("1", "ada") }),
  mastodonStatus("4", "dan", { tags: [{ name: "Other" }] }),
  mastodonStatus("5", "eve", { visibility: "direct" }),
]);

test("inspect says what a file is, holds and would lose, and how to go on", async () => {
  const path = file("it's mine.ndjson", `${posts}{"broken":\n`);
  const { code, stdout } = await runCommand(["inspect", path]);
  expect(stdout).toBe(`${path}: Mastodon statuses (mastodon)
  recognised by \`account.acct\` and \`uri\` are text
  posts         4, 1 of them reposts, by 4 people
  people        4
  times         2026-03-01 to 2026-03-03
  ties          repost 1, mention 1
  languages     de (1), en (1)
  hashtags      MedEd (3)
  skipped       1: broken JSON (line 7)
  skipped       1: not public (direct, followers-only or local-only) (line 6)
  not used      made up (1)
  INCOMPLETE    it stops inside a row

To analyse it:
  tagatlas analyze '${path.replace("'", "'\\''")}' --tag MedEd
`);
  expect(code).toBe(3);
});

test("inspect says what to know of how a file is read, and of rows that are read all the same", async () => {
  const table = file("posts.csv", "id,time,author,text\n1,2026-01-01 10:00,ann,hi @bob\n");
  const rounded = {
    id: 1.6e18,
    id_str: "1600000000000000001",
    created_at: "Wed Jan 03 10:00:00 +0000 2024",
    text: "hi",
    user: { id_str: "11", screen_name: "ann" },
  };
  const { code, stdout } = await runCommand([
    "inspect",
    table,
    file("x.ndjson", ndjson([rounded])),
  ]);
  expect(stdout.match(/^ {2}to know .*$/gmu)).toEqual([
    '  to know       times in "time" name no time zone and are read as UTC',
    "  to know       1: an `id` that was rounded before; `id_str` is used (line 1)",
  ]);
  expect(code).toBe(0);
});

test("inspect gives the same as JSON, with a version, and a command that works as it is", async () => {
  const path = file("posts.ndjson", posts);
  const edges = file("edges.csv", "source,target,weight\na,b,2\nb,c,1\n");
  const { code, stdout } = await runCommand(["inspect", path, edges, "--json", "--quiet"]);
  expect(code).toBe(0);
  const found = JSON.parse(stdout);
  expect(found.schemaVersion).toBe(2);
  expect(found.inputs[0]).toMatchObject({
    path,
    summary: { format: "mastodon", kept: 4, duplicates: 1 },
    contents: {
      posts: { count: 4, isEstimate: false },
      first: "2026-03-01T12:00:00.000Z",
      last: "2026-03-03T12:00:00.000Z",
      withoutTime: 0,
    },
  });
  expect(found.inputs[1]).toMatchObject({
    summary: { format: "edge-list", kept: 2 },
    contents: { people: { count: 3 }, tiesOfNoKind: 2, hashtags: [] },
  });
  expect(found.next.words).toEqual(["tagatlas", "analyze", path, edges, "--tag", "MedEd"]);
  const again = await runCommand([...found.next.words.slice(1), "--bootstrap", "0", "--json"]);
  expect(again.code).toBe(0);
});

test("inspect describes the other files where one cannot be read, and ends with 2", async () => {
  const path = file("posts.ndjson", posts);
  const { code, stdout } = await runCommand(["inspect", path, join(folder, "nowhere"), folder]);
  expect(code).toBe(2);
  expect(stdout).toContain("posts         4");
  expect(stdout).toContain(`nowhere: cannot be read\n  there is no file`);
  expect(stdout).toContain("is a folder");
  expect(stdout).toContain(`tagatlas analyze ${path} --tag MedEd\n`);
  const nothing = await runCommand(["inspect", file("blank", " \n")]);
  expect(nothing.code).toBe(1);
  expect(nothing.stdout).toContain("There is nothing here to analyse.");
});

test("inspect proposes --map for a table that it does not know, as far as names tell", async () => {
  const path = file("odd.csv", "User Name,posted date,message text\nada,2026-01-01,hi @ben\n");
  const { stdout } = await runCommand(["inspect", path, "--json"]);
  const { inputs, next } = JSON.parse(stdout);
  if ("refused" in inputs[0]) expect(next.words).toContain("--map");
  const again = await runCommand([...next.words.slice(1), "--bootstrap", "0", "--json"]);
  expect(again.code).toBe(0);
});

test("a hashtag of fewer than three people is not listed", async () => {
  const own = mastodonStatus("9", "ada", { tags: [{ name: "DrAdaExample" }] });
  const { stdout } = await runCommand(["inspect", "-"], posts + ndjson(Array(9).fill(own)));
  expect(stdout).not.toContain("DrAdaExample");
});

test("names are counted exactly up to 100,000, then estimated within 3 %", () => {
  const counter = startDistinct();
  for (let name = 0; name < 100_000; name += 1) counter.add(`person${name}@home.example`);
  expect(counter.add("person7@home.example")).toBe(false);
  expect(counter.count()).toEqual({ count: 100_000, isEstimate: false });
  for (let name = 0; name < 400_000; name += 1) counter.add(`person${name}@home.example`);
  const { count, isEstimate } = counter.count();
  expect(isEstimate).toBe(true);
  expect(Math.abs(count / 400_000 - 1)).toBeLessThan(0.03);
});

test("inspect keeps nothing of a long input but its numbers", async () => {
  const rowCount = 120_000;
  async function* stream(): AsyncGenerator<Buffer> {
    for (let row = 0; row < rowCount; row += 1) {
      yield Buffer.from(`p${row},q${row},1\n`);
    }
  }
  async function* table(): AsyncGenerator<Buffer> {
    yield Buffer.from("source,target,weight\n");
    yield* stream();
  }
  const { inputs } = await inspect({
    inputs: ["-"],
    standardInput: table(),
    onProgress() {},
  });
  const [input] = inputs;
  if (!("contents" in input)) throw new Error("not read");
  expect(input.summary.kept).toBe(rowCount);
  expect(input.contents.people.isEstimate).toBe(true);
  expect(Math.abs(input.contents.people.count / (2 * rowCount) - 1)).toBeLessThan(0.03);
});

describe("of people who opted out", () => {
  const hidden = { display_name: "Zqann Zzdata", discoverable: false };
  const tags = ["teamZqquill", "zqquill2026", "zzdata", "MedEd"].map((name) => ({ name }));
  const others = ["ben", "cem", "dan", "eve", "fay"].map((author, at) => ({
    ...mastodonStatus(`5${at}`, author, { account: { display_name: `${author} zzdata` }, tags }),
    zqquillnote: 1,
    plainnote: 1,
  }));
  const text = ndjson([
    ...others.slice(0, 3),
    mastodonStatus("50", "zqquill", { account: hidden }),
    ...others.slice(3),
    ...others.map((status, at) => ({
      ...status,
      id: `6${at}`,
      uri: `https://home.example/x/6${at}`,
    })),
  ]);

  test("inspect names nobody, in hashtags, fields and the command; common words stay", async () => {
    for (const more of [[], ["--json"]]) {
      const { stdout, stderr, code } = await runCommand(["inspect", "-", ...more], text);
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(/zqquill|zqann/iu);
      expect(stdout).toMatch(/zzdata/u);
      expect(stdout).toMatch(/plainnote/u);
    }
  });

  test("validate names nobody in what it says of its inputs", async () => {
    const lines = `${readFileSync("fixtures/community.ndjson", "utf8")}${text}`;
    const asked = ["validate", "-", "--resamples", "40", "--cuts", "1", "--json"];
    const { stdout, stderr } = await runCommand(asked, lines);
    expect(stderr).toMatch(/plainnote/u);
    expect(stdout + stderr).not.toMatch(/zqquill|zqann/iu);
  });
});

test("of names of fields that nobody uses the first thousand are told apart", async () => {
  const rows = Array.from({ length: 1500 }, (_, row) => ({
    ...mastodonStatus(String(row), "ada"),
    [`field${row}`]: 1,
    [`long${"x".repeat(5000)}`]: 1,
  }));
  const { stdout } = await runCommand(["inspect", "-", "--json"], ndjson(rows));
  const keys: { key: string; count: number }[] = JSON.parse(stdout).inputs[0].summary.unknownKeys;
  expect(keys.length).toBe(1001);
  expect(keys.find(({ key }) => key === "(others)")?.count).toBe(501);
  expect(Math.max(...keys.map(({ key }) => key.length))).toBe(120);
});

test("a table with a row for each tie has the ties of all its rows, and the posts that they are of", async () => {
  const row = (from: string, isMention: boolean, to: string, type: string): string =>
    `${from},${isMention},${to},2026-03-01T10:00:00Z,7,${type}`;
  const path = file(
    "hoaxy.csv",
    [
      "from_user_screen_name,is_mention,to_user_screen_name,tweet_created_at,tweet_id,tweet_type",
      row("ada", false, "ben", "quote"),
      row("ben", true, "cem", "quote"),
      row("ben", true, "dan", "quote"),
      row("ben", true, "dan", "quote"),
    ].join("\n"),
  );
  const { stdout } = await runCommand(["inspect", path]);
  expect(stdout).toContain("  posts         1, by 1 person\n");
  expect(stdout).toContain("  people        4\n");
  expect(stdout).toMatch(/ {2}ties {10}(?:mention 2, quote 1|quote 1, mention 2)\n/u);
});
