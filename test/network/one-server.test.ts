import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { networkOfFiles } from "../support/analyze-items.js";
import { collectionLine } from "../support/collection-lines.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

function file(name: string, rows: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, ndjson(rows));
  return path;
}

describe("one server", () => {
  const page = "https://social.uni.example/@ada";
  const home = file("home.ndjson", [
    mastodonStatus("1", "ada", { account: { url: page } }),
    mastodonStatus("2", "ben@med.example", {
      mentions: [{ id: "id-ada", acct: "ada", url: page }],
    }),
  ]);
  const elsewhere = file("elsewhere.ndjson", [
    mastodonStatus("3", "cem@med.example", {
      mentions: [{ id: "9001", acct: "ada@uni.example", url: page }],
    }),
  ]);

  test("that names people by another host than its pages has each of them once", async () => {
    for (const files of [
      [home, elsewhere],
      [elsewhere, home],
    ]) {
      const { corpus, interactions } = await networkOfFiles(files);
      expect(corpus.accounts.map(({ key, server }) => [key, server])).toEqual([
        ["ada@uni.example", "uni.example"],
        ["ben@med.example", "med.example"],
        ["cem@med.example", "med.example"],
      ]);
      expect([...interactions.target]).toEqual([0, 0]);
    }
  });

  const described = (source: string, domain: string) =>
    collectionLine("server", { domain }, { source });
  const answered = (source: string) =>
    collectionLine("timeline", [mastodonStatus("5", "ada", { account: { url: page } })], {
      source,
    });
  const table = join(folder, "table.csv");
  writeFileSync(
    table,
    "author,created_at,text\nben@med.example,2026-01-05T10:00:00Z,@ada@uni.example hello\n",
  );

  test("that says itself by which host it names people has each of them once", async () => {
    const source = "social.uni.example";
    const log = file("log.ndjson", [answered(source), described(source, "uni.example")]);
    const { corpus, interactions } = await networkOfFiles([log, table]);
    expect(corpus.accounts.map(({ key, server }) => [key, server])).toEqual([
      ["ada@uni.example", "uni.example"],
      ["ben@med.example", "med.example"],
    ]);
    expect([...interactions.target]).toEqual([0]);
  });

  test("cannot take the names of one that is not above it", async () => {
    for (const domain of ["med.example", "example", "l.uni.example", "not a host", ""]) {
      const source = "social.uni.example";
      const log = file("log.ndjson", [answered(source), described(source, domain)]);
      const { corpus } = await networkOfFiles([log, table]);
      expect(corpus.accounts.map(({ key }) => key)).toContain("ada@social.uni.example");
    }
  });

  test("is none of another's because of a page, where its own name is told", async () => {
    const named = file("named.ndjson", [
      mastodonStatus("4", "ada@social.uni.example", { account: { url: page } }),
    ]);
    const { corpus } = await networkOfFiles([home, elsewhere, named]);
    expect(corpus.accounts.map(({ key }) => key)).toContain("ada@social.uni.example");
    expect(corpus.accounts.map(({ key }) => key)).toContain("ada@uni.example");
  });

  test("has the same ids in all its pages, however its answers are cut into files", async () => {
    const posts = [
      mastodonStatus("1", "ada", {}),
      mastodonStatus("2", "ben@med.example", {
        in_reply_to_id: "1",
        in_reply_to_account_id: "id-ada",
      }),
      mastodonStatus("3", "cem", {
        in_reply_to_id: "2",
        in_reply_to_account_id: "id-ben@med.example",
      }),
      mastodonStatus("4", "ben@med.example", {
        mentions: [{ id: "id-cem", acct: "cem", url: "https://home.example/@cem" }],
        in_reply_to_id: "3",
        in_reply_to_account_id: "id-cem",
      }),
    ];
    const whole = await networkOfFiles([file("whole.ndjson", posts)]);
    const pages = [[posts[0], posts[3]], [posts[2]], [posts[1], posts[3]]];
    const cut = await networkOfFiles(pages.map((rows, at) => file(`page-${at}.ndjson`, rows)));
    expect(cut.corpus.relations).toEqual(whole.corpus.relations);
    expect(cut.corpus.accounts).toEqual(whole.corpus.accounts);
    expect(whole.interactions.unresolved.reply).toBe(0);
  });

  test("shares no ids with another, and none of a file that holds two servers' answers", async () => {
    const other = mastodonStatus("1", "dan", { account: { url: "https://other.example/@dan" } });
    const reply = (id: string, acct: string, url: string) =>
      mastodonStatus(id, acct, { account: { url }, in_reply_to_id: "1" });
    const apart = await networkOfFiles([
      file("a.ndjson", [mastodonStatus("1", "ada")]),
      file("b.ndjson", [{ ...other, uri: "https://other.example/1" }]),
      file("c.ndjson", [reply("2", "eve", "https://other.example/@eve")]),
    ]);
    const key = ({ corpus }: typeof apart, post: number) => corpus.posts.key[post];
    const answered = apart.corpus.relations.post[0];
    expect(key(apart, answered)).toBe("https://other.example/1");
    const mixed = await networkOfFiles([
      file("ab.ndjson", [mastodonStatus("1", "ada"), { ...other, uri: "https://other.example/1" }]),
      file("c.ndjson", [reply("2", "eve", "https://other.example/@eve")]),
    ]);
    expect(mixed.corpus.relations.post[0]).toBe(-1);
  });
});

test("people of Misskey with one name are two where nothing tells their servers", async () => {
  const note = (id: string, user: string, username: string, text: string) => ({
    ...{ id, createdAt: "2026-01-05T10:00:00.000Z", text, visibility: "public" },
    user: { id: user, username, host: null },
  });
  const one = file("mk-1.ndjson", [
    note("a1", "u1", "ann", "hello"),
    note("a2", "u2", "bob", "@ann hello"),
  ]);
  const two = file("mk-2.ndjson", [
    note("b1", "v1", "ann", "hello"),
    note("a1", "u1", "ann", "hello"),
  ]);
  for (const files of [
    [one, two],
    [two, one],
  ]) {
    const { corpus, interactions } = await networkOfFiles(files);
    expect(corpus.accounts.map(({ key, handle }) => [key, handle])).toEqual([
      ["misskey:u1", "ann"],
      ["misskey:u2", "bob"],
      ["misskey:v1", "ann"],
    ]);
    expect(corpus.posts.count).toBe(3);
    expect([...interactions.source, ...interactions.target]).toEqual([1, 0]);
  }
});
