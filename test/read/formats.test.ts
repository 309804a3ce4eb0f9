import { describe, expect, test } from "vitest";
import type { PostItem } from "../../src/model/item.js";
import { networkOfItems, tieWords } from "../support/analyze-items.js";
import { formatSamples } from "../support/format-samples.js";
import { readText } from "../support/items-of-text.js";

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
    const posts = own.filter(({ role }) => role === "hit");
    const ownerOf = (author: string | undefined) =>
      author?.endsWith("#owner") === true
        ? built.corpus.accounts[built.corpus.posts.author[0]].key
        : author;
    const words = posts.map((post) => inWords({ ...post, author: ownerOf(post.author) }));
    expect(words.sort()).toEqual([...sample.posts].sort());
    expect(summary.unknownKeys).toEqual([]);
  });
});
