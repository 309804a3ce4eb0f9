import { describe, expect, test } from "vitest";
import type { BuiltNetwork } from "../support/analyze-items.js";
import { networkOfItems, tieWords } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { ndjson } from "../support/statuses.js";

async function builtFrom(text: string): Promise<BuiltNetwork> {
  return networkOfItems((await readText(text)).items);
}

function goneOf({ corpus }: BuiltNetwork): string[] {
  return corpus.accounts.filter(({ isGone }) => isGone === true).map(({ key }) => key);
}

const users = [
  { id: "11", username: "ada" },
  { id: "22", username: "ben" },
];
const post = (id: string, author_id: string, more: object = {}) => ({
  id,
  author_id,
  text: "words",
  created_at: "2026-03-01T12:00:00.000Z",
  ...more,
});
const named = (username: string, id: string) => ({ mentions: [{ id, username }] });

describe("an edited post of X", () => {
  const history = ["130", "131"];
  const versions = [
    post("130", "11", { edit_history_tweet_ids: ["130"], entities: named("ben", "22") }),
    post("131", "11", { edit_history_tweet_ids: history, entities: named("cem", "33") }),
    post("132", "22", { referenced_tweets: [{ type: "replied_to", id: "131" }] }),
  ];

  test("is one post, with the ties of its newest version, whichever came first", async () => {
    for (const data of [versions, versions.toReversed()]) {
      const built = await builtFrom(ndjson([{ data, includes: { users } }]));
      expect(built.corpus.posts.key).toEqual(["x:130", "x:132"]);
      expect(tieWords(built).sort()).toEqual(["mention x:11 x:33", "reply x:22 x:11"]);
    }
  });

  test("is taken back whole by a notice that names any of its versions", async () => {
    const notice = { delete: { status: { id_str: "131" } } };
    const v11 = {
      id_str: "131",
      created_at: "Sun Mar 01 12:00:00 +0000 2026",
      user: { id_str: "11", screen_name: "ada" },
      edit_control: { initial_tweet_id: "130", edit_control_initial: { edit_tweet_ids: history } },
    };
    const { corpus } = await builtFrom(ndjson([v11, notice]));
    expect([corpus.posts.count, corpus.deletedPosts]).toEqual([0, 1]);
  });
});

describe("somebody whom X no longer shows", () => {
  const page = { data: [post("1", "11"), post("2", "22"), post("3", "77")], includes: { users } };

  test("is gone: named by an error, or left out where most authors came along", async () => {
    const error = {
      resource_type: "user",
      title: "Forbidden",
      detail: "User has been suspended: [88].",
      parameter: "author_id",
      value: "88",
    };
    expect(goneOf(await builtFrom(ndjson([page])))).toEqual(["x:77"]);
    expect(goneOf(await builtFrom(ndjson([{ ...page, errors: [error] }])))).toEqual([
      "x:77",
      "x:88",
    ]);
  });

  test("is not gone where nobody asked for profiles, or a protected post was asked for", async () => {
    const bare = { data: page.data, includes: { users: [{ id: "55", username: "eva" }] } };
    const hidden = {
      ...page,
      data: page.data.slice(0, 2),
      errors: [{ resource_type: "tweet", title: "Authorization Error", value: "99" }],
    };
    expect(goneOf(await builtFrom(ndjson([bare])))).toEqual([]);
    expect(goneOf(await builtFrom(ndjson([hidden])))).toEqual([]);
  });

  test("is back where a later answer has the profile", async () => {
    const at = (retrieved_at: string) => ({ __twarc: { retrieved_at } });
    const back = { data: [], includes: { users: [{ id: "77", username: "gil" }] } };
    const rows = [
      { ...page, ...at("2026-03-02T00:00:00Z") },
      { ...back, ...at("2026-03-03T00:00:00Z") },
    ];
    expect(goneOf(await builtFrom(ndjson(rows)))).toEqual([]);
  });
});

describe("ids that are numbers", () => {
  const row = (id: string, handle: string, more = "") =>
    `{"id":${id},"created_at":"Sun Mar 01 12:00:00 +0000 2026","text":"x","user":{"id":${id},"screen_name":"${handle}"}${more}}\n`;

  test("keep their digits where there are no others", async () => {
    const { corpus } = await builtFrom(row("1294030472427835393", "ada"));
    expect(corpus.posts.key).toEqual(["x:1294030472427835393"]);
    expect(corpus.accounts[0].key).toBe("x:1294030472427835393");
  });

  test("of people who share a rounded one stay of two posts and two people, and it is said", async () => {
    const text = row("1294030472427835400", "ada") + row("1.2940304724278354e18", "ben");
    const { items, summary } = await readText(text + row("1294030472427835400", "ada"));
    const { corpus } = networkOfItems(items);
    expect(summary).toMatchObject({ kept: 2, duplicates: 1 });
    expect(summary.remarks).toMatchObject([{ count: 3 }]);
    expect(corpus.accounts.map(({ key }) => key)).toEqual(["x:@ada", "x:@ben"]);
    expect(corpus.posts.count).toBe(2);
  });

  test("give way to id_str, and it is said where they were rounded", async () => {
    const text = row("1294030472427835400", "ada", ',"id_str":"1294030472427835393"');
    const { items, summary } = await readText(text);
    expect(networkOfItems(items).corpus.posts.key).toEqual(["x:1294030472427835393"]);
    expect(summary.remarks).toMatchObject([{ count: 1, firstLines: [1] }]);
  });
});
