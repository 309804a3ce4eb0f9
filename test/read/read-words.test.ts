import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Item } from "../../src/model/item.js";
import { readWords as readNumbers } from "../../src/read/read-words.js";
import { stopWordsOf } from "../../src/read/stop-words.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";
import { wordsOfNumbers } from "../support/words-of-numbers.js";

const none = new Set<string>();
const english = stopWordsOf("en");

function readWords(text: string, stopWords: ReadonlySet<string>): string[] {
  return wordsOfNumbers(readNumbers(text, stopWords));
}

/** Words of each post, parted by `|` where two are no pair. */
function wordsOf(items: readonly Item[]): string[] {
  return items.flatMap((item) =>
    item.type === "post" && item.words !== undefined
      ? [
          wordsOfNumbers(item.words)
            .map((word) => (word === "" ? "|" : word))
            .join(" "),
        ]
      : [],
  );
}

describe("the words of a post", () => {
  test("are parted by all but letters, digits, ' and _, in lower case, as in NodeXL", () => {
    expect(readWords("R-devel: Don't use my_data (2nd try)!", none)).toEqual(
      "r devel don't use my_data 2nd try".split(" "),
    );
  });

  test("come without links and emoji, and words beside them are next to each other", () => {
    const text = "Learn https://x.example/a_b?c=d#e statistics 🎉 :blob_cat: www.r.example now";
    expect(readWords(text, none)).toEqual(["learn", "statistics", "now"]);
  });

  test("hold no handle, hashtag or mail address, and no pair reaches over one", () => {
    const text =
      "@ada@med.example thanks, @ben's talk #MedEd on (@cem) sims. Write to d@e.example!";
    expect(readWords(text, none).join(" ")).toBe("thanks  talk  on  sims write to");
  });

  test("take a typographic apostrophe for a plain one, and an outer one for a quotation mark", () => {
    expect(readWords("‘It’s’ 'quoted' rock'n'roll", none)).toEqual([
      "it's",
      "quoted",
      "rock'n'roll",
    ]);
  });

  test("come without stop words and contractions of them", () => {
    expect(readWords("It's what we're doing, and you don't", english)).toEqual(["doing"]);
    expect(readWords("Wir haben die Daten", stopWordsOf("de-AT"))).toEqual(["daten"]);
    expect(readWords("Wir haben die Daten", stopWordsOf("und"))).toContain("haben");
  });

  test("are found in scripts without spaces, and whole in scripts with marks", () => {
    expect(readWords("統計を勉強する", stopWordsOf("ja"))).toEqual(["統計", "勉強"]);
    expect(readWords("医学教育 and OSCE", english)).toEqual(["医学", "教育", "osce"]);
    expect(readWords("हिन्दी भाषा", none)).toEqual(["हिन्दी", "भाषा"]);
  });

  test("are never empty, never long and never of other characters, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const words = readWords(text, english);
        expect(words[0]).not.toBe("");
        expect(words.at(-1)).not.toBe("");
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{M}\p{N}'_]{0,60}$/u);
      }),
    );
    expect(readWords(`a${"\u0301".repeat(10_000)} ${"b".repeat(61)}`, none)).toEqual([]);
  });
});

test("a text that repeats one thing without end is read to its end", () => {
  for (const piece of ["a", "@", "a@", "#1", "'", ":a", "www.", "a.", "_", "http://", "王", "é"]) {
    const words = readWords(piece.repeat(200_000 / piece.length), none);
    expect(Array.isArray(words), piece).toBe(true);
  }
});

describe("a reader of posts", () => {
  test("of Mastodon takes out what a server marks as a name, and parts paragraphs and lists", async () => {
    const content =
      '<p>Ask <a class="u-url mention" href="https://x.example/d">Dora Quill</a> about ' +
      '<a href="https://y.example/a"><span class="invisible">https://</span>y.example/a</a></p>' +
      "<ul><li>debriefing</li><li>moulage</li></ul>";
    const status = mastodonStatus("1", "ada", { content, language: "en" });
    expect(wordsOf((await readText(ndjson([status]))).items)).toEqual(["ask | debriefing moulage"]);
  });

  test("gives no words of a repost, of a quoted post, or of a post that is not public", async () => {
    const inner = mastodonStatus("1", "ada", { content: "<p>Original words</p>" });
    const rows = [
      mastodonStatus("2", "ben", { reblog: inner, content: "" }),
      mastodonStatus("3", "cem", { content: "<p>Hidden</p>", visibility: "private" }),
    ];
    expect(wordsOf((await readText(ndjson(rows))).items)).toEqual([""]);
  });

  test("of X unescapes the text, takes the long one and believes the language", async () => {
    const post = {
      id_str: "7",
      created_at: "Wed Jan 03 10:00:00 +0000 2024",
      user: { id_str: "1", screen_name: "ada" },
      text: "Statistik &amp; …",
      extended_tweet: { full_text: "Statistik &amp; die Daten @ben https://t.co/x" },
      lang: "de",
    };
    expect(wordsOf((await readText(ndjson([post]))).items)).toEqual(["statistik daten"]);
  });

  test("of a table takes a reposter's own words and leaves what is passed on", async () => {
    const table = `id,created_at,user,text
1,2013-03-10T19:48:32Z,ada,Great stuff! RT @ben: about plots
2,2013-03-10T19:49:32Z,cem,RT @ben: about plots
`;
    expect(wordsOf((await readText(table)).items)).toEqual(["great stuff", ""]);
  });
});
