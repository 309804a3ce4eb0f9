import { describe, expect, test } from "vitest";
import { chronicle } from "../../src/measure/network/chronicle.js";
import { networkOfItems } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";

async function chronicleOf(rows: readonly unknown[]) {
  const { items } = await readText(ndjson(rows));
  const { corpus, selection } = networkOfItems(items);
  return chronicle(corpus, selection);
}

const original = mastodonStatus("1", "ada", { day: 1 });

describe("a hashtag over time", () => {
  test("has a span for every day from the first post to the last, reposts apart", async () => {
    const found = await chronicleOf([
      original,
      mastodonStatus("2", "ben", { day: 1 }),
      mastodonStatus("3", "ben", { day: 4, reblog: original, content: "" }),
    ]);
    expect(found?.activity.binDays).toBe(1);
    const days = found?.activity.bins.map(({ posts, reposts, people }) => [posts, reposts, people]);
    expect(days).toEqual([
      [2, 0, 2],
      [0, 0, 0],
      [0, 0, 0],
      [0, 1, 1],
    ]);
    expect(found?.activity.bins[3].start).toBe(Date.UTC(2026, 2, 4));
  });

  test("counts by the week who came, and who of them posted in a later week again", async () => {
    const found = await chronicleOf([
      mastodonStatus("1", "ada", { day: 1 }),
      mastodonStatus("2", "ben", { day: 2 }),
      mastodonStatus("3", "ben", { day: 5 }),
      mastodonStatus("4", "ada", { day: 9 }),
      mastodonStatus("5", "cleo", { day: 15 }),
      // To pass something on is not to post.
      mastodonStatus("6", "ben", { day: 16, reblog: original, content: "" }),
    ]);
    expect(found?.arrivals.binDays).toBe(7);
    const weeks = found?.arrivals.bins.map(({ newcomers, stayed }) => [newcomers, stayed]);
    expect(weeks).toEqual([
      [2, 1],
      [0, 0],
      [1, 0],
    ]);
  });

  test("takes longer spans for longer times, at most 120 of them", async () => {
    const year = (number: number) => ({ created_at: `${number}-03-01T12:00:00.000Z` });
    const spans = async (last: number) => {
      const posts = [
        mastodonStatus("1", "ada", year(2020)),
        mastodonStatus("2", "ada", year(last)),
      ];
      const found = await chronicleOf(posts);
      return [found?.activity, found?.arrivals].map((part) => [part?.binDays, part?.bins.length]);
    };
    expect(await spans(2021)).toEqual([
      [7, 53],
      [7, 53],
    ]);
    expect(await spans(2026)).toEqual([
      [28, 79],
      [28, 79],
    ]);
    expect(await spans(2035)).toEqual([
      [56, 98],
      [56, 98],
    ]);
  });

  test("is none without times", async () => {
    expect(await chronicleOf([mastodonStatus("1", "ada", { created_at: null })])).toBeUndefined();
  });
});
