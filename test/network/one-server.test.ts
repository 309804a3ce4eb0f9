import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { networkOfFiles } from "../support/analyze-items.js";
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
