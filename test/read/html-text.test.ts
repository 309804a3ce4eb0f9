import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/platform/html-text.js";
import { readWords } from "../../src/read/read-words.js";
import { wordsOfNumbers } from "../support/words-of-numbers.js";

const link = '<a href="https://b.example/@ben/1" rel="nofollow">https://b.example/@ben/1</a>';

function contentOf(html: string) {
  const { prose, links, quoteLinks } = readHtml(html);
  return { words: wordsOfNumbers(readWords(prose, new Set())), links, quoteLinks };
}

describe("the stand-in for a quote", () => {
  test("is neither word nor link, as Mastodon, Misskey and Akkoma write it", () => {
    const quoteLinks = ["https://b.example/@ben/1"];
    for (const html of [
      `<p class="quote-inline">RE: ${link}</p><p>well said</p>`,
      `<p>well said<span class="quote-inline"><br><br>RE: ${link}</span></p>`,
      `<p>well said</p><p>RE: ${link}</p>`,
      `well said<br><br>RE: ${link}`,
      `<p>well said</p><p class="other quote-inline">QT: ${link}`,
    ]) {
      expect(contentOf(html)).toEqual({ words: ["well", "said"], links: [], quoteLinks });
    }
  });

  test("is nothing that stands amid a text, or with words of one's own", () => {
    for (const html of [
      `<p>RE: ${link}</p><p>well said</p>`,
      `<p>well said, see also re: ${link} today</p>`,
    ]) {
      expect(contentOf(html)).toMatchObject({
        links: ["https://b.example/@ben/1"],
        quoteLinks: [],
      });
    }
  });

  test("that is never closed ends with the text, and costs none before it", () => {
    const cut = `<p>well said<span class="quote-inline"><br>RE: <a href="https://b.exa`;
    expect(contentOf(cut).words).toEqual(["well", "said"]);
    const nested = `<p class="quote-inline"><b>RE:</p></b> <p>well said</p>`;
    expect(contentOf(nested).words).toEqual(["well", "said"]);
  });
});

describe("a hashtag or a name that is a link", () => {
  test("is none that is shared, whether its server marks it or not", () => {
    for (const anchor of [
      '<a href="https://mk.example/tags/MedEd" rel="tag">#MedEd</a>',
      '<a href="https://mk.example/tags/MedEd">#MedEd</a>',
      '<a href="https://a.example/tag/meded" class="hashtag" data-tag="meded">#MedEd</a>',
      '<a href="https://f.example/search?tag=meded" rel="nofollow tag noopener">#<span>MedEd</span></a>',
      '<a href="https://b.example/@ben">@ben</a>',
      '<a href="https://b.example/users/ben">@ben@b.example</a>',
    ]) {
      expect(contentOf(`<p>well ${anchor} said</p>`)).toEqual({
        words: ["well", "", "said"],
        links: [],
        quoteLinks: [],
      });
    }
  });

  test("is one where it leads elsewhere", () => {
    const html = '<a href="https://shop.example/no1">#1</a> <a href="https://b.example/x">@ben</a>';
    expect(contentOf(html).links).toEqual(["https://shop.example/no1", "https://b.example/x"]);
  });
});
