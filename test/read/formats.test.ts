import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PostItem } from "../../src/model/item.js";
import { networkOfFiles, networkOfItems, tieWords } from "../support/analyze-items.js";
import { formatSamples } from "../support/format-samples.js";
import { readText } from "../support/items-of-text.js";
import { temporaryFolder } from "../support/temporary-folder.js";

function inWords({ author, time, tags, links }: PostItem): string {
  const day = time === undefined ? "?" : new Date(time).toISOString().slice(0, 10);
  return [author, day, ...tags, ...links].join(" ");
}

describe("a file of each format", () => {
  test.each(formatSamples)("$name is known, and read by kind, pair and author", async (sample) => {
    const { items, summary } = await readText(sample.text);
    expect(summary.format).toBe(sample.format);
    const built = networkOfItems(items);
    expect(tieWords(built).sort()).toEqual([...sample.ties].sort());
    const own = items.filter((item): item is PostItem => item.type === "post");
    const posts = own.filter(({ origin }) => origin === "found");
    const ownerOf = (author: string | undefined) =>
      author?.endsWith("#owner") === true
        ? built.corpus.accounts[built.corpus.posts.author[0]].key
        : author;
    const words = posts.map((post) => inWords({ ...post, author: ownerOf(post.author) }));
    expect(words.sort()).toEqual([...sample.posts].sort());
    expect(summary.unknownKeys).toEqual([]);
  });
});

describe("an archive of one's own", () => {
  const folder = temporaryFolder();

  test("of X is refused where nothing tells whose it is, and read with account.js beside it", async () => {
    const tweet = {
      id_str: "1",
      created_at: "Sun Mar 01 12:00:00 +0000 2026",
      full_text: "hello @ben",
      entities: { hashtags: [], user_mentions: [{ screen_name: "ben", id_str: "22" }], urls: [] },
    };
    const path = join(folder, "tweets.js");
    await writeFile(path, `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet }])}`);
    await expect(networkOfFiles([path])).rejects.toThrow("does not tell whose posts these are");
    const account = { username: "ada", accountId: "11", accountDisplayName: "Ada" };
    const ownerPath = join(folder, "account.js");
    await writeFile(ownerPath, `window.YTD.account.part0 = ${JSON.stringify([{ account }])}`);
    const built = await networkOfFiles([path, ownerPath]);
    expect(tieWords(built)).toEqual(["mention x:11 x:22"]);
    expect(built.inputs.map(({ skipped }) => skipped)).toEqual([[], []]);
  });

  test("of X is refused by the name of the part where it holds no posts", async () => {
    const text = "window.YTD.direct_messages.part0 = [ ]";
    await expect(readText(text)).rejects.toThrow('the part "direct_messages" of an X archive');
  });

  test("of Mastodon names its owner by the page of a post, where the actor is a number", async () => {
    const actor = "https://med.example/ap/users/1";
    const to = ["https://www.w3.org/ns/activitystreams#Public"];
    const boost = {
      type: "Announce",
      actor,
      to,
      cc: ["https://b.example/users/ben"],
      object: "https://b.example/users/ben/statuses/2",
    };
    const object = {
      id: `${actor}/statuses/1`,
      url: "https://med.example/@ada/1",
      to,
      content: "hi",
    };
    const post = { type: "Create", actor, to, object };
    const outbox = `{"type":"OrderedCollection","orderedItems":${JSON.stringify([boost, post])},"orderedItems":[]}`;
    const { items } = await readText(outbox);
    expect(tieWords(networkOfItems(items))).toEqual(["repost ada@med.example ben@b.example"]);
  });
});
