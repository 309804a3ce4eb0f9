import { describe, expect, test } from "vitest";
import { selectPosts } from "../../src/network/select-posts.js";
import { networkOfItems } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";

const day = (number: number): number => Date.UTC(2026, 2, number);

async function corpusOf(rows: readonly unknown[]) {
  return networkOfItems((await readText(ndjson(rows))).items).corpus;
}

describe("the posts that count", () => {
  test("carry the hashtag in any spelling, and reposts have their original's", async () => {
    const original = mastodonStatus("1", "ada", { tags: [{ name: "ＭｅｄＥｄ" }], day: 1 });
    const corpus = await corpusOf([
      original,
      mastodonStatus("2", "ben", { tags: [{ name: "rstats" }], day: 2 }),
      mastodonStatus("3", "cem", { tags: [], reblog: original, day: 3 }),
    ]);
    const selection = selectPosts(corpus, { tag: "#meded", since: undefined, until: undefined });
    expect(selection).toMatchObject({ analysed: 2, withoutTag: 1, outsidePeriod: 0 });
    expect(selection.now).toBe(day(3) + 12 * 3_600_000);
  });

  test("lie from `since` on and before `until`, which is then", async () => {
    const corpus = await corpusOf([
      mastodonStatus("1", "ada", { created_at: "2026-03-01T00:00:00Z" }),
      mastodonStatus("2", "ben", { created_at: "2026-03-02T00:00:00Z" }),
      mastodonStatus("3", "cem", { created_at: "2026-03-03T00:00:00Z" }),
      mastodonStatus("4", "dan", { created_at: "no time" }),
    ]);
    const selection = selectPosts(corpus, { tag: undefined, since: day(2), until: day(3) });
    expect(selection).toMatchObject({
      analysed: 1,
      outsidePeriod: 2,
      withoutTime: 1,
      first: day(2),
      now: day(3),
    });
    const all = selectPosts(corpus, { tag: undefined, since: undefined, until: undefined });
    expect(all).toMatchObject({ analysed: 4, outsidePeriod: 0, first: day(1), last: day(3) });
  });

  test("are never younger than the moment they were fetched", async () => {
    const answer = {
      request: { uri: "https://home.example/api/v1/timelines/tag/meded" },
      status: 200,
      headers: { date: "Mon, 02 Mar 2026 00:00:00 GMT" },
      body: [mastodonStatus("1", "ada", { created_at: "2027-01-01T00:00:00Z" })],
    };
    const corpus = await corpusOf([answer]);
    expect(corpus.clampedTimes).toBe(1);
    expect(corpus.posts.time[0]).toBe(day(2));
  });
});
