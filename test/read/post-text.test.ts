import { describe, expect, test } from "vitest";
import { readPostText } from "../../src/read/post-text.js";

interface Case {
  readonly says: string;
  readonly text: string;
  readonly reposted?: readonly string[];
  readonly answered?: string;
  readonly mentioned?: readonly string[];
}

const cases: readonly Case[] = [
  { says: "RT credits a repost", text: "RT @ann: news #x", reposted: ["ann"] },
  { says: "the text after RT is the other's", text: "RT @ann: thanks @bob", reposted: ["ann"] },
  { says: "of nested reposts the first is credited", text: "RT @a: RT @b: hi", reposted: ["a"] },
  { says: "RT may touch the name", text: "so true MT@ann: news", reposted: ["ann"] },
  { says: "what is longer than any handle is none", text: `hi @${"a".repeat(60)}` },
  { says: "MT is a repost too", text: "MT @ann cut short by @bob", reposted: ["ann"] },
  { says: "RT may be written small or with a colon", text: "rt: @ann news", reposted: ["ann"] },
  { says: "via is a repost", text: "A book via @ann", reposted: ["ann"] },
  { says: "via inside reposted text is not ours", text: "RT @a: book via @b", reposted: ["a"] },
  { says: "via twice is two reposts", text: "A book via @a, via @b", reposted: ["a", "b"] },
  { says: "HT and cc are mentions", text: "Look, HT @a cc @b", mentioned: ["a", "b"] },
  {
    says: "a leading name is a reply",
    text: "@ann yes, and @bob too",
    answered: "ann",
    mentioned: ["bob"],
  },
  { says: "spaces may stand before a leading name", text: "  @ann yes", answered: "ann" },
  { says: "a dot before it makes it a mention", text: ".@ann says so", mentioned: ["ann"] },
  { says: "a quotation mark too", text: "“@ann: news”", mentioned: ["ann"] },
  {
    says: "a comment before RT is our own",
    text: "@bob see RT @ann: hi @c",
    reposted: ["ann"],
    answered: "bob",
  },
  { says: "an e-mail address names nobody", text: "write to ann@example.org or b.c@x.de" },
  { says: "an @ inside a link names nobody", text: "https://example.org/@ann is good" },
  {
    says: "a link before a name does not make it leading",
    text: "http://a.org @ann",
    mentioned: ["ann"],
  },
  {
    says: "a credit before a name does not make it leading",
    text: "via @a @b",
    reposted: ["a"],
    mentioned: ["b"],
  },
  { says: "a full-width ＠ counts as @", text: "＠ann hello", answered: "ann" },
  {
    says: "a word that ends in rt is no RT",
    text: "start @ann, smart @bob",
    mentioned: ["ann", "bob"],
  },
  { says: "a lone @ names nobody", text: "meet @ 5, @ noon" },
  { says: "one who is named twice is named once", text: "so @ann and @ann", mentioned: ["ann"] },
];

describe("ties in the text of a post", () => {
  test.each(cases)("$says: $text", ({ text, reposted = [], answered, mentioned = [] }) => {
    const found = readPostText(text, "x");
    expect(found.reposted).toEqual(reposted);
    expect(found.answered).toBe(answered);
    expect(found.mentioned).toEqual(mentioned);
  });

  test("only a repost with words or names of its own adds something", () => {
    expect(readPostText("RT @ann: news", "x").addsWords).toBe(false);
    expect(readPostText("#rstats RT @ann: news", "x").addsWords).toBe(false);
    expect(readPostText("http://a.org via @ann", "x").addsWords).toBe(false);
    expect(readPostText("+++ RT @ann: news", "x").addsWords).toBe(false);
    expect(readPostText("Great! RT @ann: news", "x").addsWords).toBe(true);
    expect(readPostText("@bob RT @ann: news", "x").addsWords).toBe(true);
    expect(readPostText("no repost at all", "x").addsWords).toBe(false);
  });

  test("hashtags are as they are written, of reposted text too, and numbers alone are none", () => {
    const text = "#RStats #1 ＃Ｒ RT @ann: #ggplot2, a#b http://a.org/#top &#39; #été";
    expect(readPostText(text, "x").tags).toEqual(["RStats", "Ｒ", "ggplot2", "été"]);
  });

  test("links end before the punctuation of the sentence", () => {
    expect(readPostText("(see http://a.org/b?c=d). “https://e.org”", "x").links).toEqual([
      "http://a.org/b?c=d",
      "https://e.org",
    ]);
  });
});
