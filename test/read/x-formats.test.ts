import { describe, expect, test } from "vitest";
import { networkOfItems, sizes, tieWords } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { ndjson } from "../support/statuses.js";
import { wordsOfNumbers } from "../support/words-of-numbers.js";

async function tiesOf(rows: readonly unknown[], edges = "clean"): Promise<string[]> {
  return tieWords(networkOfItems((await readText(ndjson(rows))).items, edges));
}

const users = [
  { id: "11", username: "Ada" },
  { id: "22", username: "ben" },
  { id: "33", username: "cem" },
];

function v2Page(posts: readonly object[], includedPosts: readonly object[] = []) {
  return { data: posts, includes: { users, tweets: includedPosts }, meta: {} };
}

function v2Post(id: string, author: string, more: object = {}) {
  return {
    id,
    author_id: author,
    text: "t",
    created_at: `2026-03-01T12:00:0${id.at(-1)}.000Z`,
    ...more,
  };
}

describe("an answer of X's API v2", () => {
  test("takes a link for the page that it leads to in the end, where X has followed it", async () => {
    const urls = [
      {
        url: "https://t.co/a",
        expanded_url: "https://bit.example/a",
        unwound_url: "https://journal.example/paper",
      },
      { url: "https://t.co/b", expanded_url: "https://blog.example/post" },
    ];
    const page = v2Page([v2Post("1", "11", { entities: { urls } })]);
    const { corpus } = networkOfItems((await readText(ndjson([page]))).items);
    expect(corpus.links).toEqual(["https://blog.example/post", "https://journal.example/paper"]);
  });

  test("finds mentioned people by name where it tells no id, also from a later page", async () => {
    const mentioning = v2Post("1", "11", { entities: { mentions: [{ username: "Dan" }] } });
    const later = {
      ...v2Page([v2Post("2", "44")]),
      includes: { users: [{ id: "44", username: "dan" }] },
    };
    expect(await tiesOf([v2Page([mentioning])])).toEqual(["mention x:11 x:@dan"]);
    expect(await tiesOf([v2Page([mentioning]), later])).toEqual(["mention x:11 x:44"]);
  });

  test("is a reply to a person also where it names no post", async () => {
    const post = v2Post("1", "11", { in_reply_to_user_id: "22" });
    expect(await tiesOf([v2Page([post])])).toEqual(["reply x:11 x:22"]);
    expect(await tiesOf([v2Page([post])], "twarc")).toEqual([]);
  });

  test("says the same in the words of before and after August 2026", async () => {
    const before = v2Page(
      [v2Post("1", "11", { referenced_tweets: [{ type: "retweeted", id: "9" }] })],
      [v2Post("9", "22")],
    );
    const after = {
      data: [v2Post("1", "11", { referenced_posts: [{ type: "retweeted", id: "9" }] })],
      includes: { users, posts: [v2Post("9", "22")] },
      meta: {},
    };
    expect(await tiesOf([before])).toEqual(["repost x:11 x:22"]);
    expect(await tiesOf([after])).toEqual(["repost x:11 x:22"]);
  });

  test("takes one post as data too, and counts an answer that holds only errors", async () => {
    const { summary } = await readText(
      ndjson([
        { data: v2Post("1", "11"), includes: { users }, matching_rules: [] },
        { errors: [{ title: "Service Unavailable" }] },
      ]),
    );
    expect(summary).toMatchObject({ format: "x-v2", read: 2, kept: 1 });
    expect(summary.skipped[0]).toMatchObject({ reason: "an error answer without posts" });
  });

  test("makes no ties of posts that only came along", async () => {
    const along = v2Post("9", "22", { entities: { mentions: [{ username: "cem", id: "33" }] } });
    const built = networkOfItems(
      (await readText(ndjson([v2Page([v2Post("1", "11")], [along])]))).items,
    );
    expect(sizes(built)).toMatchObject({ ties: 0, connected: 0, isolated: 1 });
  });

  test("gives the hashtags that a repost lost from its original", async () => {
    const page = v2Page(
      [v2Post("1", "11", { referenced_tweets: [{ type: "retweeted", id: "9" }] })],
      [v2Post("9", "22", { entities: { hashtags: [{ tag: "MedEd" }] } })],
    );
    const { corpus } = networkOfItems((await readText(ndjson([page]))).items);
    const repost = corpus.posts.key.indexOf("x:1");
    expect(corpus.posts.tags.offsets[repost + 1] - corpus.posts.tags.offsets[repost]).toBe(1);
  });

  test("drops what a protected account wrote", async () => {
    const page = {
      data: [v2Post("1", "11")],
      includes: { users: [{ id: "11", username: "ada", protected: true }] },
    };
    const { summary } = await readText(ndjson([page]));
    expect(summary.skipped[0]).toMatchObject({ reason: "not public (protected account)" });
  });

  test("names the keys that are new", async () => {
    const { summary } = await readText(
      ndjson([v2Page([v2Post("1", "11", { brand_new: 1 }), v2Post("2", "11", { brand_new: 1 })])]),
    );
    expect(summary.unknownKeys).toEqual([{ key: "brand_new", count: 2 }]);
  });
});

test("a flattened post carries its author and referenced posts inside", async () => {
  const flat = {
    ...v2Post("1", "11", {
      referenced_tweets: [{ type: "quoted", ...v2Post("9", "22"), author: users[1] }],
    }),
    author: users[0],
    in_reply_to_user_id: "33",
    in_reply_to_user: users[2],
  };
  const { items, summary } = await readText(ndjson([flat]));
  expect(summary.format).toBe("x-v2-flat");
  expect(tieWords(networkOfItems(items))).toEqual(["reply x:11 x:33", "quote x:11 x:22"]);
});

function v11Post(id: string, user: object, more: object = {}) {
  return {
    id: Number(id),
    id_str: id,
    created_at: "Wed Apr 16 02:38:15 +0000 2014",
    user,
    entities: {},
    ...more,
  };
}

const v11Ada = { id_str: "11", screen_name: "Ada" };
const v11Ben = { id_str: "22", screen_name: "ben" };

describe("a post of X's API v1.1", () => {
  test("comes in search pages and one a line", async () => {
    const page = { statuses: [v11Post("1", v11Ada), v11Post("2", v11Ben)], search_metadata: {} };
    const { summary } = await readText(ndjson([page, v11Post("2", v11Ben)]));
    expect(summary).toMatchObject({ format: "x-v1.1", read: 3, kept: 2, duplicates: 1 });
  });

  test("is known by its text id, which JavaScript does not round", async () => {
    const rows = [v11Post("456260249939238913", v11Ada), v11Post("456260249939238914", v11Ada)];
    expect((await readText(ndjson(rows))).summary.kept).toBe(2);
  });

  test("that reposts a quote is no quote by the one who reposts", async () => {
    const quoted = v11Post("3", { id_str: "33", screen_name: "cem" });
    const original = v11Post("2", v11Ben, { is_quote_status: true, quoted_status: quoted });
    const repost = v11Post("1", v11Ada, {
      retweeted_status: original,
      is_quote_status: true,
      quoted_status_id_str: "3",
      quoted_status: quoted,
    });
    expect(await tiesOf([repost])).toEqual(["repost x:11 x:22"]);
  });

  test("of a renamed account stays one person, under the newest name", async () => {
    const rows = [
      v11Post(
        "2",
        { id_str: "11", screen_name: "ada_new" },
        { created_at: "Thu Apr 17 02:38:15 +0000 2014" },
      ),
      v11Post("1", v11Ada),
    ];
    const { corpus, network } = networkOfItems((await readText(ndjson(rows))).items);
    expect(network.nodeCount).toBe(1);
    expect(corpus.accounts[0].handle).toBe("ada_new");
  });

  test("that was taken back is gone, whenever the notice came", async () => {
    const notice = { delete: { status: { id: 1, id_str: "1", user_id: 11 } } };
    for (const rows of [
      [notice, v11Post("1", v11Ada)],
      [v11Post("1", v11Ada), notice],
    ]) {
      const { items, summary } = await readText(ndjson([...rows, v11Post("2", v11Ben)]));
      expect(summary.format).toBe("x-v1.1");
      const { corpus } = networkOfItems(items);
      expect(corpus.posts.key).toEqual(["x:2"]);
      expect(corpus.deletedPosts).toBe(1);
    }
  });
});

test("an rtweet row tells reply, mentions, repost and quote in columns", async () => {
  const row = (id: string, more: object) => ({
    status_id: id,
    user_id: "x11",
    screen_name: "Ada",
    created_at: `2018-07-10T22:20:0${id}Z`,
    hashtags: ["useR2018"],
    mentions_user_id: null,
    mentions_screen_name: null,
    is_quote: false,
    is_retweet: false,
    ...more,
  });
  const ben = { reply_to_user_id: "22", reply_to_screen_name: "ben" };
  const rows = [
    row("1", { ...ben, mentions_user_id: ["22", "33"], mentions_screen_name: ["ben", "cem"] }),
    row("2", {
      is_retweet: true,
      retweet_status_id: "9",
      retweet_user_id: "22",
      retweet_screen_name: "ben",
      mentions_user_id: ["22", "33"],
      mentions_screen_name: ["ben", "cem"],
    }),
    row("3", {
      is_quote: true,
      quoted_status_id: "8",
      quoted_user_id: "33",
      quoted_screen_name: "NA",
    }),
  ];
  const { items, summary } = await readText(ndjson(rows));
  expect(summary).toMatchObject({ format: "rtweet", kept: 3, unknownKeys: [] });
  expect(tieWords(networkOfItems(items))).toEqual([
    "reply x:11 x:22",
    "mention x:11 x:33",
    "repost x:11 x:22",
    "quote x:11 x:33",
  ]);
});

describe("a post of Apify", () => {
  const row = {
    id: "1500000000000000001",
    createdAt: "Sun Mar 01 12:00:00 +0000 2026",
    author: { userName: "ada", id: "11" },
    entities: { hashtags: [{ text: "MedEd" }], user_mentions: [], urls: [] },
  };
  const wordsOf = async (more: object) => {
    const { items } = await readText(ndjson([{ ...row, ...more }]));
    return items.flatMap((item) => (item.type === "post" ? wordsOfNumbers(item.words ?? []) : []));
  };

  test("that is long is read to its end, whichever field has it whole", async () => {
    const whole = { text: "anatomy teaching #MedEd", fullText: "anatomy…" };
    expect(await wordsOf(whole)).toContain("teaching");
    expect(await wordsOf({ text: "anatomy…", fullText: "anatomy teaching" })).toContain("teaching");
    const noteTweet = { text: "anatomy teaching" };
    expect(await wordsOf({ text: "anatomy…", fullText: "anatomy…", noteTweet })).toContain(
      "teaching",
    );
  });

  test("tells hashtags and mentions behind the first 280 characters, too", async () => {
    const entity_set = {
      hashtags: [{ text: "MedEd" }, { text: "FOAM" }],
      user_mentions: [{ screen_name: "ben", id_str: "12" }],
    };
    const long = { ...row, text: "a", noteTweet: { text: "a #FOAM @ben", entity_set } };
    const { items } = await readText(ndjson([long]));
    expect(items.flatMap((item) => (item.type === "post" ? [item.tags] : []))).toEqual([
      ["MedEd", "FOAM"],
    ]);
    expect(await tiesOf([long])).toEqual(["mention x:11 x:12"]);
  });
});
