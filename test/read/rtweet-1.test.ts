import { describe, expect, test } from "vitest";
import type { InputSummary } from "../../src/model/provenance.js";
import { networkOfItems, tieWords } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { ndjson } from "../support/statuses.js";
import { hasRtweet, writeWithRtweet } from "../support/write-with-rtweet.js";

const ids = { ann: "11", bob: "12", cat: "13", dan: "14" } as const;
type Handle = keyof typeof ids;

function post(day: number, handle: Handle, text: string, names: readonly Handle[], more = {}) {
  const mention = (name: Handle) => ({
    ...{ screen_name: name, name, id: Number(ids[name]), id_str: ids[name] },
    indices: [0, 4],
  });
  return {
    created_at: `Tue Dec 0${day} 10:00:00 +0000 2022`,
    id: 1600064592326197000 + day * 1000,
    id_str: `16000645923261972${day}1`,
    full_text: text,
    truncated: false,
    display_text_range: [0, text.length],
    entities: {
      hashtags: [{ text: "MedEd", indices: [0, 6] }],
      user_mentions: names.map(mention),
      ...{ symbols: [], urls: [] },
    },
    ...{ in_reply_to_status_id_str: null, in_reply_to_user_id_str: null },
    ...{ in_reply_to_screen_name: null, geo: null, coordinates: null, place: null },
    is_quote_status: false,
    ...{ favorited: false, retweeted: false, lang: "en" },
    user: {
      ...{ id: Number(ids[handle]), id_str: ids[handle], name: handle, screen_name: handle },
      ...{ description: "teaches", protected: false, followers_count: 5, friends_count: 6 },
      ...{ created_at: "Mon Mar 02 08:00:00 +0000 2009", statuses_count: 3 },
    },
    ...more,
  };
}

const hello = post(1, "bob", "hello @cat #MedEd", ["cat"]);
const posts = [
  post(2, "ann", "RT @bob: hello @cat #MedEd", ["bob", "cat"], { retweeted_status: hello }),
  post(3, "cat", "@ann thanks #MedEd", ["ann"], {
    in_reply_to_status_id_str: "1600064592326197221",
    in_reply_to_user_id_str: "11",
    in_reply_to_screen_name: "ann",
  }),
  post(4, "dan", "so true #MedEd", [], {
    is_quote_status: true,
    quoted_status_id_str: hello.id_str,
    quoted_status: hello,
  }),
];
const ties = ["repost x:11 x:12", "reply x:13 x:11", "quote x:14 x:12"];

function reasons({ remarks }: InputSummary): string {
  return remarks.map(({ reason }) => reason).join("; ");
}

describe("a row of rtweet 1.x", () => {
  const [{ user, retweeted_status, ...row }] = posts as Record<string, unknown>[];
  const { id, id_str, created_at, ...rest } = user as Record<string, unknown>;
  const beside = { ...row, retweeted_status: [retweeted_status], quoted_status: [null] };

  test.each([
    ["behind", { ...beside, "id.1": id, "id_str.1": id_str, "created_at.1": created_at, ...rest }],
    [
      "before",
      {
        ...{ id, id_str, ...rest, created_at },
        ...Object.fromEntries(
          Object.entries(beside).map(([key, value]) => [
            ["id", "id_str", "created_at"].includes(key) ? `${key}.1` : key,
            value,
          ]),
        ),
      },
    ],
  ])("has its author in columns %s the post's, and its repost in a list", async (_, written) => {
    const { items, summary } = await readText(ndjson([written]));
    expect(summary).toMatchObject({ format: "x-v1.1", kept: 1, unknownKeys: [] });
    expect(tieWords(networkOfItems(items))).toEqual(["repost x:11 x:12"]);
    expect(items).toContainEqual(
      expect.objectContaining({
        key: "x:1600064592326197221",
        time: Date.UTC(2022, 11, 2, 10),
      }),
    );
  });

  test("without an author says so, and how to write it with one", async () => {
    const { summary } = await readText(ndjson([row]));
    expect(summary).toMatchObject({ format: "x-v1.1", kept: 1 });
    expect(reasons(summary)).toMatch(/no author.*cbind\(tweets, users_data\(tweets\)\)/u);
  });

  test.each([
    ["behind", "created_at,id_str,full_text,truncated,id_str.1,screen_name,created_at.1", "pu"],
    ["before", "id_str,screen_name,created_at,created_at.1,id_str.1,full_text,truncated", "up"],
    ["before", "id_str,screen_name,created_at,created_at,id_str,full_text,truncated", "up"],
  ])("in a CSV with its author in columns %s the post's has its own id and time", async (_, header, order) => {
    const rows = [1, 2].map((day) => {
      const cells = {
        p: `Tue Dec 0${day} 10:00:00 +0000 2022,160006459232619722${day},@bob hello,FALSE`,
        u: "11,ann,Mon Mar 02 08:00:00 +0000 2009",
      };
      return [...order].map((part) => cells[part === "p" ? "p" : "u"]).join(",");
    });
    const { items, summary } = await readText([header, ...rows, ""].join("\n"));
    for (const day of [1, 2]) {
      expect(items).toContainEqual(
        expect.objectContaining({
          type: "post",
          key: `x:160006459232619722${day}`,
          author: "x:11",
          time: Date.UTC(2022, 11, day, 10),
        }),
      );
    }
    expect(summary.notes.join()).toMatch(/lost who is quoted; jsonlite/u);
  });

  test("in a CSV without authors names nobody: the file is refused by the name of its program", async () => {
    const header = "created_at,id_str,full_text,truncated,favorited_by,display_text_width";
    await expect(readText(`${header}\n2022-12-02,1,hello,FALSE,NA,5\n`)).rejects.toThrow(
      /rtweet 1\.0 or later without their authors/u,
    );
  });
});

describe.skipIf(!hasRtweet)("posts that rtweet 1.x wrote", { timeout: 120_000 }, () => {
  test.each([
    "users beside",
    "users before",
    "boxes",
  ] as const)("with %s give the ties of the posts themselves", async (form) => {
    const { items, summary } = await readText(writeWithRtweet(ndjson(posts), form));
    expect(summary).toMatchObject({ format: "x-v1.1", read: 3, kept: 3, skipped: [] });
    expect(tieWords(networkOfItems(items))).toEqual(ties);
  });

  test.each([
    "csv with users beside",
    "csv with users before",
  ] as const)("as a %s give the authors, times and ties that a CSV can hold", async (form) => {
    const { items, summary } = await readText(writeWithRtweet(ndjson(posts), form));
    expect(summary).toMatchObject({ format: "table", read: 3, kept: 3, skipped: [] });
    expect(tieWords(networkOfItems(items))).toEqual(["repost x:11 x:@bob", "reply x:13 x:11"]);
  });

  test("alone have lost their authors, which is told", async () => {
    const { summary } = await readText(writeWithRtweet(ndjson(posts), "posts alone"));
    expect(reasons(summary)).toMatch(/no author/u);
    await expect(readText(writeWithRtweet(ndjson(posts), "csv"))).rejects.toThrow(/rtweet/u);
  });
});
