import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const tiny = "test/golden/tiny.ndjson";
const rowsSchema = z.array(z.record(z.string(), z.string()));

async function analyzed(name: string, input: string, ...words: string[]): Promise<string> {
  const out = join(folder, name);
  const told = await runCommand(["analyze", input, "--quiet", "--out", out, ...words]);
  expect(told.stderr).toBe("");
  return out;
}

function rowsOf(out: string, file: string): z.output<typeof rowsSchema> {
  return rowsSchema.parse(parse(readFileSync(join(out, file)), { columns: true, bom: true }));
}

/** Weights by source, target and kind. */
function sums(rows: readonly (readonly [string, number])[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [key, weight] of rows) if (weight > 0) sum.set(key, (sum.get(key) ?? 0) + weight);
  return new Map([...sum].sort());
}

const kinds = ["repost", "reply", "quote", "mention", "follow"];

describe("interactions.csv", () => {
  test.each([
    ["plain", []],
    ["flow", ["--edges", "flow"]],
    ["coarse", ["--coarsen"]],
    ["pseudonymized", ["--pseudonymize", "--key", join(folder, "key")]],
  ])("adds up to edges.csv (%s)", async (name, words) => {
    const out = await analyzed(
      `sum-${name}`,
      "fixtures/community.ndjson",
      ...["--bootstrap", "0", "--only", "interactions.csv,edges.csv"],
      ...words,
    );
    const ofRows = rowsOf(out, "interactions.csv").map(
      ({ source, target, kind, weight }) =>
        [`${source} ${target} ${kind}`, Number(weight)] as const,
    );
    const ofTies = rowsOf(out, "edges.csv").flatMap((row) =>
      kinds.map((kind) => [`${row.source} ${row.target} ${kind}`, Number(row[kind])] as const),
    );
    expect(ofRows.length).toBeGreaterThan(100);
    expect(sums(ofRows)).toEqual(sums(ofTies));
  });

  test("names posts by which both tables join", async () => {
    const out = await analyzed("join", tiny, "--tag", "MedEd");
    const ids = rowsOf(out, "posts.csv").map(({ id }) => id);
    const reply = rowsOf(out, "interactions.csv").find(({ kind }) => kind === "reply");
    expect(reply).toEqual({
      source: "ben@uni.example",
      target: "ada@med.example",
      kind: "reply",
      weight: "1",
      time: "2026-03-02T09:00:00Z",
      first: "",
      post: "https://uni.example/users/ben/statuses/2",
      target_post: "https://med.example/users/ada/statuses/1",
    });
    expect(ids).toContain(reply?.post);
    expect(ids).toContain(reply?.target_post);
  });
});

describe("of somebody who has opted out", () => {
  let out: string;
  beforeAll(async () => {
    out = await analyzed("consent", tiny, "--tag", "MedEd");
  });

  test("interactions tell no time and no post, and stand last", () => {
    const rows = rowsOf(out, "interactions.csv");
    const isUnnamed = rows.map(({ source, target }) => `${source} ${target}`.includes("withheld-"));
    expect(isUnnamed).toEqual([false, false, false, true, true, true]);
    for (const { time, post, target_post } of rows.slice(3)) {
      expect([time, post, target_post]).toEqual(["", "", ""]);
    }
  });

  test("no post has a row, and posts that engage them tell only their kind and author", () => {
    const rows = rowsOf(out, "posts.csv");
    expect(rows.some(({ author }) => author.startsWith("withheld"))).toBe(false);
    const bare = rows.filter(({ id }) => id === "");
    expect(bare).toHaveLength(1);
    expect(Object.values(bare[0]).filter((cell) => cell !== "")).toEqual([
      "ben@uni.example",
      "post",
      "found",
    ]);
  });
});

describe("posts.csv", () => {
  test("tells of a post all but its text", async () => {
    const rows = [
      {
        tagatlas: "person",
        id: "ada@a.example",
        handle: "ada",
        server: "a.example",
        discoverable: true,
        indexable: true,
      },
      {
        tagatlas: "post",
        id: "https://a.example/1",
        origin: "found",
        author: "ada@a.example",
        time: "2026-01-02T03:04:05Z",
        language: "de",
        tags: ["MedEd", "OSCE"],
        links: ["https://b.example/x"],
        words: ["kept", "secret"],
        relations: [{ kind: "quote", person: "ben@b.example", post: "https://b.example/2" }],
      },
      {
        tagatlas: "post",
        id: "https://b.example/2",
        origin: "referenced",
        author: "ben@b.example",
      },
    ];
    const input = join(folder, "posts.ndjson");
    writeFileSync(input, rows.map((row) => JSON.stringify(row)).join("\n"));
    const out = await analyzed("posts", input);
    expect(rowsOf(out, "posts.csv")).toEqual([
      {
        id: "https://a.example/1",
        author: "ada@a.example",
        time: "2026-01-02T03:04:05Z",
        kind: "quote",
        origin: "found",
        language: "de",
        hashtags: "MedEd OSCE",
        links: "https://b.example/x",
        reply_to: "",
        repost_of: "",
        quote_of: "https://b.example/2",
        url: "",
      },
    ]);
  });

  test("has under pseudonyms nothing that leads to a post", async () => {
    const words = ["--tag", "MedEd", "--pseudonymize", "--key", join(folder, "key")];
    const out = await analyzed("pseudonyms", tiny, ...words);
    const rows = rowsOf(out, "posts.csv");
    expect(rows).toHaveLength(5);
    for (const { author, kind: _, origin: __, language: ___, ...rest } of rows) {
      expect(author).toMatch(/^p-[0-9a-f]{16}$/u);
      expect(new Set(Object.values(rest))).toEqual(new Set([""]));
    }
  });
});

describe("texts of posts", () => {
  const say = (id: string, acct: string, content: string, more: object = {}) =>
    mastodonStatus(id, acct, { content, ...more });
  const mention = (acct: string) => [mastodonMention(acct)];
  const posts = [
    say("1", "ada", "<p>=1+1 is <b>two</b> &amp; no\nmore</p>"),
    say("2", "ben", "<p>I never said that</p>", {
      account: { discoverable: false, display_name: "Benedict Nobody" },
    }),
    say("3", "ada", "<p>@ben I answer</p>", { mentions: mention("ben") }),
    say("4", "cem", "<p>as Benedict Nobody would say</p>"),
    say("5", "cem", "<p>hello @ada</p>", { mentions: mention("ada") }),
    say("6", "eve", "<p>new</p>", { edited_at: "2026-03-02T00:00:00Z" }),
    say("6", "eve", "<p>old and longer</p>"),
  ];
  const input = join(folder, "texts.ndjson");
  writeFileSync(input, ndjson(posts));
  const only = ["--only", "posts.csv,codebook.csv", "--bootstrap", "0"];
  const textsOf = (out: string) =>
    rowsOf(out, "posts.csv").map(({ author, text }) => `${author[0]}: ${text}`);

  test("stand in posts.csv only where they are asked for, and never of or about people who have opted out", async () => {
    const without = await analyzed("no-texts", input, ...only);
    expect(Object.keys(rowsOf(without, "posts.csv")[0])).not.toContain("text");
    const out = await analyzed("texts", input, ...only, "--with-text");
    expect(textsOf(out).sort()).toEqual([
      "a: ",
      "a: '=1+1 is two & no more",
      "c: ",
      "c: hello @ada",
      "e: new",
    ]);
    expect(rowsOf(out, "codebook.csv").some(({ column }) => column === "text")).toBe(true);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest.run.options["--with-text"]).toEqual({ source: "flag" });
  });

  test("are never of people who have opted out, even where everybody is named", async () => {
    const words = [...only, "--with-text", "--respect", "none"];
    const out = await analyzed("texts-of-all", input, ...words);
    expect(textsOf(out)).toContain("b: ");
    expect(textsOf(out)).not.toContain("b: I never said that");
  });

  test("are in no other file than posts.csv", async () => {
    const out = await analyzed("texts-everywhere", input, "--bootstrap", "0", "--with-text");
    const holding = readdirSync(out).filter((file) =>
      readFileSync(join(out, file), "utf8").includes("hello @ada"),
    );
    expect(holding).toEqual(["posts.csv"]);
  });

  test.each([
    [
      ["--pseudonymize", "--key", join(folder, "texts-key")],
      "a search for a text finds who wrote it",
    ],
    [["--network", "hashtags"], "posts.csv is of a network of people alone"],
  ])("are refused with %j", async (words, message) => {
    const told = await runCommand(["analyze", input, "--with-text", ...words]);
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
