import { describe, expect, test } from "vitest";
import { networkOfItems, tieWords } from "../../support/analyze-items.js";
import { readText } from "../../support/items-of-text.js";
import { hasTableWriters, writeTable } from "../../support/write-tables.js";

const people = [
  ["11", "ann"],
  ["12", "bob"],
  ["13", "cat"],
  ["14", "dan"],
] as const;

type Named = readonly [id: string, handle: string];
const [ann, bob, cat, dan] = people;

function v2Post(id: number, [author]: Named, text: string, more: object, mentions: Named[] = []) {
  return {
    id: String(id),
    author_id: author,
    text,
    created_at: `2024-01-0${id}T10:00:00.000Z`,
    lang: "en",
    public_metrics: { retweet_count: 0, reply_count: 0, like_count: 0, quote_count: 0 },
    entities: {
      hashtags: [{ start: 0, end: 2, tag: "x" }],
      mentions: mentions.map(([number, username]) => ({ start: 0, end: 4, username, id: number })),
    },
    ...more,
  };
}

const references = (type: string) => ({ referenced_tweets: [{ type, id: "1" }] });
const page = {
  data: [
    v2Post(6, ann, "RT @bob: hello", references("retweeted"), [bob]),
    v2Post(5, cat, "so true @dan", references("quoted"), [dan]),
    v2Post(4, dan, "@bob yes", { ...references("replied_to"), in_reply_to_user_id: "12" }, [bob]),
  ],
  includes: {
    users: people.map(([id, username]) => ({ id, username, name: username })),
    tweets: [v2Post(1, bob, "hello\n@cat", {}, [cat])],
  },
  // With referenced posts in rows of their own, twarc-csv drops a page without it.
  __twarc: { url: "https://api.example", version: "2.14.0", retrieved_at: "2024-02-01T10:00:00Z" },
};

function v1Post(
  id: number,
  [author, handle]: Named,
  text: string,
  more: object,
  mentions: Named[] = [],
) {
  return {
    id,
    id_str: String(id),
    created_at: `Wed Jan 0${id} 10:00:00 +0000 2024`,
    full_text: text,
    truncated: false,
    source: '<a href="https://x.com" rel="nofollow">web</a>',
    lang: "en",
    retweet_count: 0,
    favorite_count: 0,
    in_reply_to_status_id: null,
    in_reply_to_status_id_str: null,
    in_reply_to_user_id: null,
    in_reply_to_user_id_str: null,
    in_reply_to_screen_name: null,
    entities: {
      hashtags: [{ text: "x", indices: [0, 2] }],
      urls: [],
      user_mentions: mentions.map(([number, screen_name]) => ({
        id_str: number,
        id: Number(number),
        screen_name,
        name: screen_name,
        indices: [0, 4],
      })),
    },
    user: {
      id: Number(author),
      id_str: author,
      screen_name: handle,
      name: handle,
      description: "",
      created_at: "Wed Jan 01 10:00:00 +0000 2020",
      location: "",
      url: null,
      protected: false,
      verified: false,
      default_profile_image: false,
      profile_image_url_https: "https://pbs.example/a.jpg",
      followers_count: 1,
      friends_count: 1,
      favourites_count: 0,
      listed_count: 0,
      statuses_count: 1,
      time_zone: null,
      entities: { description: { urls: [] } },
    },
    ...more,
  };
}

const original = v1Post(1, bob, "hello @cat", {}, [cat]);
const answers = {
  in_reply_to_status_id: 1,
  in_reply_to_status_id_str: "1",
  in_reply_to_user_id: 12,
  in_reply_to_user_id_str: "12",
  in_reply_to_screen_name: "bob",
};
const quotes = {
  is_quote_status: true,
  quoted_status_id: 1,
  quoted_status_id_str: "1",
  quoted_status: original,
  quoted_status_permalink: {
    url: "https://t.co/a",
    expanded: "https://twitter.com/bob/status/1",
    display: "twitter.com/bob/status/1",
  },
};
const posts = [
  v1Post(6, ann, "RT @bob: hello @cat", { retweeted_status: original }, [bob]),
  v1Post(5, cat, "so true @dan", quotes, [dan]),
  v1Post(4, dan, "@bob yes", answers, [bob]),
];

const tiesOf = async (text: string) =>
  tieWords(networkOfItems((await readText(text)).items)).sort();
const ndjson = (objects: readonly unknown[]) =>
  objects.map((object) => `${JSON.stringify(object)}\n`).join("");

describe.skipIf(!hasTableWriters)("tables that the programs themselves wrote", () => {
  test.each([
    "twarc-csv",
    "twarc-csv inline",
    "twarc-csv raw",
    "twarc-csv unmerged",
  ])("%s gives the network of the pages that it was made of", async (form) => {
    const table = writeTable(form, [page]);
    const { summary } = await readText(table);
    expect(summary).toMatchObject({ format: "twarc-csv", unusedColumns: [] });
    expect(await tiesOf(table)).toEqual(await tiesOf(ndjson([page])));
  });

  test.each([
    ["twarc json2csv", "twarc-1-csv"],
    ["twitwi", "minet"],
  ])("%s gives the network of the posts that it was made of", async (form, format) => {
    const table = writeTable(form, posts);
    expect((await readText(table)).summary).toMatchObject({ format, unusedColumns: [] });
    expect(await tiesOf(table)).toEqual(await tiesOf(ndjson(posts)));
  });
});
