import { describe, expect, test } from "vitest";
import type { AccountItem, Item, PostItem } from "../../src/model/item.js";
import { networkOfItems, tieWords } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonAccount, mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";

function postOf(items: readonly Item[], uriEnd: string): PostItem | undefined {
  return items.find((item): item is PostItem => item.type === "post" && item.key.endsWith(uriEnd));
}

function profileOf(items: readonly Item[], key: string): AccountItem["profile"] | undefined {
  return items.findLast((item): item is AccountItem => item.type === "account" && item.key === key)
    ?.profile;
}

async function tiesOf(rows: readonly unknown[]): Promise<string[]> {
  return tieWords(networkOfItems((await readText(ndjson(rows))).items));
}

describe("a Mastodon status", () => {
  test("is known by its content, as lines, as an array and inside a recorded answer", async () => {
    const status = mastodonStatus("1", "ada");
    const recorded = {
      request: { method: "GET", uri: "https://home.example/api/v1/timelines/tag/meded" },
      status: 200,
      headers: { date: "Tue, 03 Mar 2026 12:00:00 GMT" },
      body: [status],
    };
    const texts = [
      ndjson([status]),
      JSON.stringify([status]),
      JSON.stringify([status], undefined, 2),
      JSON.stringify(recorded, undefined, 2),
    ];
    for (const text of texts) {
      const { items, summary } = await readText(text);
      expect(summary).toMatchObject({ format: "mastodon", read: 1, kept: 1 });
      expect(postOf(items, "/1")).toMatchObject({ author: "ada@home.example", tags: ["MedEd"] });
    }
  });

  test("gives a local account the host of its page, in one spelling", async () => {
    const { items } = await readText(
      ndjson([
        mastodonStatus("1", "Ada"),
        mastodonStatus("2", "eva@bawü.example"),
        mastodonStatus("3", "eva@xn--baw-joa.example"),
      ]),
    );
    expect(postOf(items, "/1")?.author).toBe("ada@home.example");
    expect(postOf(items, "/2")?.author).toBe("eva@xn--baw-joa.example");
    expect(postOf(items, "/3")?.author).toBe("eva@xn--baw-joa.example");
  });

  test("mentions people also where it answers nobody", async () => {
    const status = mastodonStatus("1", "ada", { mentions: [mastodonMention("ben@b.example")] });
    expect(await tiesOf([status])).toEqual(["mention ada@home.example ben@b.example"]);
  });

  test("finds whom it answers: by its mentions, by another post's author, by the post", async () => {
    const ben = mastodonStatus("1", "ben@b.example");
    const byMention = mastodonStatus("2", "ada", {
      day: 2,
      in_reply_to_id: "not here",
      in_reply_to_account_id: "id-cem@c.example",
      mentions: [mastodonMention("cem@c.example")],
    });
    const byAccount = mastodonStatus("3", "ada", {
      day: 3,
      in_reply_to_id: "not here",
      in_reply_to_account_id: "id-ben@b.example",
    });
    const byPost = mastodonStatus("4", "ada", { day: 4, in_reply_to_id: "1" });
    expect(await tiesOf([byPost, byAccount, byMention, ben])).toEqual([
      "reply ada@home.example cem@c.example",
      "reply ada@home.example ben@b.example",
      "reply ada@home.example ben@b.example",
    ]);
  });

  test("that answers nobody who is known makes no tie, and is counted", async () => {
    const { items } = await readText(
      ndjson([mastodonStatus("1", "ada", { in_reply_to_id: "x", in_reply_to_account_id: "y" })]),
    );
    const { interactions } = networkOfItems(items);
    expect(interactions.count).toBe(0);
    expect(interactions.unresolved.reply).toBe(1);
  });

  test("reposts the author of what stands inside, and no more", async () => {
    const original = mastodonStatus("1", "ben@b.example", {
      mentions: [mastodonMention("cem@c.example")],
    });
    const wrapper = mastodonStatus("2", "ada", {
      reblog: original,
      mentions: [mastodonMention("cem@c.example")],
      tags: [],
    });
    const { items } = await readText(ndjson([wrapper]));
    const built = networkOfItems(items);
    expect(tieWords(built)).toEqual(["repost ada@home.example ben@b.example"]);
    expect(built.corpus.tags).toEqual(["meded"]);
    const repost = built.corpus.posts.key.findIndex((key) => key.endsWith("/2"));
    const { offsets } = built.corpus.posts.tags;
    expect(offsets[repost + 1] - offsets[repost]).toBe(1);
  });

  test("quotes only where the quoted have accepted", async () => {
    const quoted = mastodonStatus("1", "ben@b.example");
    const rows = [
      mastodonStatus("2", "ada", { quote: { state: "accepted", quoted_status: quoted } }),
      mastodonStatus("3", "cem", { quote: { state: "pending", quoted_status: null } }),
      mastodonStatus("4", "dan", { quote: { state: "revoked", quoted_status: quoted } }),
    ];
    expect(await tiesOf(rows)).toEqual(["quote ada@home.example ben@b.example"]);
  });

  test("quotes also as Akkoma, Fedibird, Pleroma and Misskey's descendants tell it", async () => {
    const quoted = mastodonStatus("9", "ben@b.example");
    const ties = ["quote ada@home.example ben@b.example"];
    const shapes = [
      { quote: quoted, quote_id: "9" },
      { quote: null, pleroma: { quote: quoted, quote_id: "9" } },
      { quote: { state: "accepted", quoted_status: quoted }, quote_id: "9" },
    ];
    for (const shape of shapes) {
      expect(await tiesOf([mastodonStatus("1", "ada", shape)])).toEqual(ties);
    }
    const byId = [
      { quote_id: "9" },
      { pleroma: { quote_id: "9" } },
      { quote: { state: "accepted", quoted_status_id: "9" } },
      { pleroma: { quote_url: quoted.uri } },
    ];
    for (const shape of byId) {
      const quoting = mastodonStatus("1", "ada", shape);
      expect(await tiesOf([quoting, quoted])).toEqual(ties);
      const alone = networkOfItems((await readText(ndjson([quoting]))).items);
      expect(tieWords(alone)).toEqual([]);
      expect(alone.interactions.unresolved).toMatchObject({ quote: 1 });
    }
  });

  test("does not share what it quotes, wherever the link to it stands", async () => {
    const quoted = mastodonStatus("9", "ben@b.example");
    const link = `<a href="${quoted.url}">${quoted.url}</a>`;
    const paper = '<a href="https://journal.example/1">paper</a>';
    const { items } = await readText(
      ndjson([
        mastodonStatus("1", "ada", {
          quote: quoted,
          content: `<p>RE: ${link}</p><p>${paper}</p>`,
          card: { url: quoted.url },
        }),
      ]),
    );
    expect(postOf(items, "users/ada/statuses/1")?.links).toEqual(["https://journal.example/1"]);
  });

  test("that was edited says what its newest version says, in whichever order they come", async () => {
    const version = (text: string, names: string, edited_at: string | null) =>
      mastodonStatus("1", "ada", {
        content: `<p>${text} <a href="https://${text}.example/">#</a></p>`,
        mentions: [mastodonMention(names)],
        tags: [{ name: text }],
        edited_at,
      });
    const versions = [
      version("first", "ben", null),
      version("second", "cem", "2026-03-02T08:00:00.000Z"),
      version("third", "dora", "2026-03-03T08:00:00.000Z"),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { items, summary } = await readText(ndjson(order.map((at) => versions[at])));
      expect(summary).toMatchObject({ read: 3, kept: 1, duplicates: 2 });
      const built = networkOfItems(items);
      expect(tieWords(built)).toEqual(["mention ada@home.example dora@home.example"]);
      const { posts, links, tags, words } = built.corpus;
      expect(posts.count).toBe(1);
      expect(built.corpus.deletedPosts).toBe(0);
      const told = (lists: typeof posts.tags, names: readonly string[]) =>
        [...lists.columns].map((at) => names[at]);
      expect(told(posts.tags, tags)).toEqual(["third"]);
      expect(told(posts.links, links)).toEqual(["https://third.example/"]);
      expect(words).toEqual(["third"]);
    }
  });

  test("that is a digest of others' posts names nobody, but may be passed on", async () => {
    const digest = mastodonStatus("1", "daily@feeds.example", {
      content: "<p>The MedEd Daily is out! Stories via <span>@ben</span></p>",
      mentions: [mastodonMention("ben@b.example")],
    });
    const { items } = await readText(
      ndjson([digest, mastodonStatus("2", "ada", { reblog: digest })]),
    );
    expect(tieWords(networkOfItems(items))).toEqual([
      "repost ada@home.example daily@feeds.example",
    ]);
    expect(tieWords(networkOfItems(items, "twarc:mention"))).toHaveLength(1);
    const person = mastodonStatus("3", "cem", {
      content: "<p>ggplot2 is out! Thanks to @ben, more stories soon</p>",
      mentions: [mastodonMention("ben@b.example")],
    });
    expect(await tiesOf([person])).toEqual(["mention cem@home.example ben@b.example"]);
  });

  test("that is not public is dropped and counted", async () => {
    const { items, summary } = await readText(
      ndjson([
        mastodonStatus("1", "ada", { visibility: "direct" }),
        mastodonStatus("2", "ada", { visibility: "private" }),
        mastodonStatus("3", "ada", { visibility: "unlisted" }),
        mastodonStatus("4", "ada", { local_only: true }),
      ]),
    );
    expect(items.filter((item) => item.type === "post")).toHaveLength(1);
    expect(summary).toMatchObject({ read: 4, kept: 1 });
    expect(summary.skipped).toEqual([
      {
        reason: "not public (direct, followers-only or local-only)",
        count: 3,
        firstLines: [1, 2, 4],
      },
    ]);
  });

  test("and a boost that has its uri, as Pleroma, Akkoma and Indiekit give it, are two", async () => {
    const original = mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")] });
    const boost = {
      ...mastodonStatus("2", "cem", { tags: [], content: "", reblog: original }),
      uri: original.uri,
    };
    for (const rows of [
      [original, boost],
      [boost, original],
    ]) {
      expect(await tiesOf(rows)).toEqual([
        "mention ada@home.example ben@home.example",
        "repost cem@home.example ada@home.example",
      ]);
    }
    expect(await tiesOf([boost])).toEqual(["repost cem@home.example ada@home.example"]);
  });

  test("tells of opting out: by flags, and by a tag in the bio", async () => {
    const bio =
      '<p>Nurse <a href="https://h.example/t" class="hashtag">#<span>NoBot</span></a></p>';
    const { items } = await readText(
      ndjson([
        mastodonStatus("1", "ada", { account: { note: bio, discoverable: true } }),
        mastodonStatus("2", "ben", { account: { note: "<p>#nobotany</p>", noindex: true } }),
        mastodonStatus("3", "cem", { account: { discoverable: false } }),
      ]),
    );
    expect(profileOf(items, "ada@home.example")).toMatchObject({ hasOptOutTag: true });
    expect(profileOf(items, "ben@home.example")).toMatchObject({
      hasOptOutTag: false,
      noindex: true,
    });
    expect(profileOf(items, "cem@home.example")).toMatchObject({ discoverable: false });
  });

  test("tells who is limited, and where somebody has moved", async () => {
    const moved = { id: "9", acct: "Ada@New.example", url: "https://new.example/@Ada" };
    const { items } = await readText(
      ndjson([
        mastodonStatus("1", "ada", { account: { moved } }),
        mastodonStatus("2", "ben", { account: { limited: true } }),
        mastodonStatus("3", "cem", { account: { moved: { id: "10" }, limited: false } }),
      ]),
    );
    expect(profileOf(items, "ada@home.example")).toMatchObject({
      isGone: true,
      movedTo: "ada@new.example",
    });
    expect(profileOf(items, "ben@home.example")).toMatchObject({ isLimited: true });
    expect(profileOf(items, "cem@home.example")).toMatchObject({
      isGone: true,
      isLimited: false,
      movedTo: undefined,
    });
  });

  test("keeps the links of its text without names, hashtags and scripts", async () => {
    const content =
      '<p><a href="https://home.example/@ben" class="u-url mention">@<span>ben</span></a> read ' +
      '<a href="https://journal.example/1">this</a> <a href="javascript:alert(1)">x</a></p>';
    const { items } = await readText(ndjson([mastodonStatus("1", "ada", { content })]));
    expect(postOf(items, "/1")?.links).toEqual(["https://journal.example/1"]);
  });

  test("with a broken field loses the field; without an author, itself alone", async () => {
    const { items, summary } = await readText(
      ndjson([
        mastodonStatus("1", "ada", { mentions: "no list", created_at: 17 }),
        { ...mastodonStatus("2", "ben"), account: { acct: "no good address@" } },
        mastodonStatus("3", "cem"),
      ]),
    );
    expect(postOf(items, "/1")).toMatchObject({ time: undefined, relations: [] });
    expect(postOf(items, "/3")).toBeDefined();
    expect(summary).toMatchObject({ read: 3, kept: 2 });
  });

  test("of two servers with the same local ids stays of two people", async () => {
    const answer = (host: string, status: unknown) => ({
      request: { uri: `https://${host}/api/v1/timelines/tag/meded` },
      status: 200,
      body: [status],
    });
    const account = { id: "23" };
    const rows = [
      answer("a.example", {
        ...mastodonStatus("1", "ada@a.example"),
        account: { ...mastodonAccount("ada", account), url: "https://a.example/@ada" },
      }),
      answer("b.example", {
        ...mastodonStatus("2", "ben@b.example"),
        account: { ...mastodonAccount("ben", account), url: "https://b.example/@ben" },
      }),
      answer("b.example", {
        ...mastodonStatus("3", "cem@c.example", { in_reply_to_account_id: "23" }),
      }),
    ];
    expect(await tiesOf(rows)).toEqual(["reply cem@c.example ben@b.example"]);
  });

  test("of a thread makes ties and is nobody's own post in the hashtag", async () => {
    const thread = {
      ancestors: [],
      descendants: [
        mastodonStatus("2", "ben", {
          in_reply_to_account_id: "id-ada",
          in_reply_to_id: "1",
          tags: [],
        }),
      ],
    };
    const { items } = await readText(ndjson([mastodonStatus("1", "ada"), thread]));
    expect(postOf(items, "/2")?.origin).toBe("thread");
    expect(tieWords(networkOfItems(items))).toEqual(["reply ben@home.example ada@home.example"]);
  });
});
