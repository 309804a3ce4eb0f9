import fc from "fast-check";
import { expect, test } from "vitest";
import { type Corpus, none } from "../../src/model/corpus.js";
import type { PostItem } from "../../src/model/item.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { wordNumbers } from "../../src/text/word-table.js";

function post(id: number, words: readonly string[]): PostItem {
  return {
    type: "post",
    key: `x:${id}`,
    aliases: [],
    origin: "found",
    author: "x:1",
    time: id,
    retrievedAt: undefined,
    url: undefined,
    tags: [],
    links: [],
    words: wordNumbers(words),
    relations: [],
  };
}

function corpusOf(items: readonly PostItem[]): Corpus {
  const builder = startCorpus();
  for (const item of items) builder.add(item);
  return builder.finish();
}

function textsOf({ posts, words }: Corpus): string[] {
  return Array.from({ length: posts.count }, (_, at) =>
    Array.from(
      posts.words.columns.subarray(posts.words.offsets[at], posts.words.offsets[at + 1]),
      (word) => (word === none ? "|" : words[word]),
    ).join(" "),
  );
}

test("words keep their order, their repeats and their gaps, and posts without any have none", () => {
  const corpus = corpusOf([post(3, ["b", "a", "", "b"]), post(2, []), post(1, ["c"])]);
  expect(textsOf(corpus)).toEqual(["c", "", "b a | b"]);
  expect(corpus.words).toEqual(["a", "b", "c"]);
});

test("of two copies the longer one counts, and no word of the other is left", () => {
  const corpus = corpusOf([post(1, ["long", "words"]), post(1, ["short"])]);
  expect(textsOf(corpus)).toEqual(["long words"]);
  expect(corpus.words).toEqual(["long", "words"]);
});

test("words are the same in whatever order, and however often, copies come", () => {
  const word = fc.constantFrom("", "a", "b", "c", "d");
  const copies = fc.array(
    fc.tuple(fc.nat(3), fc.array(word, { maxLength: 3 })).map(([id, words]) => post(id, words)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      copies.chain((items) =>
        fc.tuple(
          fc.constant(items),
          fc.shuffledSubarray([...items, ...items], {
            minLength: 2 * items.length,
          }),
        ),
      ),
      ([items, shuffled]) => {
        const corpus = corpusOf(items);
        const again = corpusOf(shuffled);
        expect(again.words).toEqual(corpus.words);
        expect(again.posts.words).toEqual(corpus.posts.words);
      },
    ),
  );
});
