import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Corpus, none } from "../../src/model/corpus.js";
import type { Item } from "../../src/model/item.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { orderByLot } from "../../src/network/order-by-lot.js";
import { wordNumbers } from "../../src/text/word-table.js";

const secret = Buffer.from("a secret");
const people = ["ada", "ben", "cem", "dan", "eve", "fay"].map((name) => `${name}@med.example`);
const person = fc.constantFrom(...people, `withheld:0123abcd:7`, `withheld:0123abcd:12`);
const postKey = fc.nat({ max: 9 }).map((id) => `https://med.example/posts/${id}`);
const time = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined });
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record({
    type: fc.constant("post" as const),
    key: postKey,
    aliases: fc.constant([]),
    origin: fc.constant("found" as const),
    author: person,
    time,
    retrievedAt: fc.constant(undefined),
    url: fc.constant(undefined),
    tags: fc.subarray(["MedEd", "FOAMed"]),
    links: fc.subarray(["https://a.example/", "https://b.example/"]),
    relations: fc.array(
      fc.record({
        kind: fc.constantFrom("reply" as const, "mention" as const),
        account: person,
        post: fc.option(postKey, { nil: undefined }),
        position: fc.nat({ max: 2 }),
      }),
      { maxLength: 3 },
    ),
    words: fc.subarray(["one", "two", "three"]).map(wordNumbers),
    seenBy: fc.subarray(["med.example"]),
  }),
  fc.record({
    type: fc.constant("tie" as const),
    source: person,
    target: person,
    isDirected: fc.constant(true),
    strengths: fc.constant([{ kind: "follow" as const, weight: 2 }]),
    first: time,
    last: fc.constant(undefined),
  }),
);

function corpusOf(items: readonly Item[]): Corpus {
  const builder = startCorpus("anybody");
  for (const one of items) builder.add(one);
  return builder.finish();
}

/** Everything a corpus says of whom and what, in no order. */
function told({ accounts, posts, relations, ties, isListed, ...names }: Corpus) {
  const key = (account: number) => (account === none ? "-" : accounts[account].key);
  const list = (lists: typeof posts.tags, post: number, of: readonly string[]) =>
    [...lists.columns.subarray(lists.offsets[post], lists.offsets[post + 1])].map((at) => of[at]);
  const rows = posts.key.map((id, post) => ({
    id,
    author: key(posts.author[post]),
    time: posts.time[post],
    tags: list(posts.tags, post, names.tags),
    links: list(posts.links, post, names.links),
    words: list(posts.words, post, names.words),
    seenBy: list(posts.seenBy, post, names.sources),
    acts: Array.from({ length: relations.offsets[post + 1] - relations.offsets[post] }, (_, at) => {
      const row = relations.offsets[post] + at;
      const target = relations.post[row];
      const on = [key(relations.account[row]), target === none ? "-" : posts.key[target]];
      return [relations.kind[row], relations.position[row], ...on].join(" ");
    }).sort(),
  }));
  return {
    people: accounts.map(({ key: id }, index) => `${id} ${isListed[index]}`).sort(),
    posts: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ties: Array.from(ties.source, (from, tie) =>
      [key(from), key(ties.target[tie]), ties.weight[tie], ties.first[tie]].join(" "),
    ).sort(),
  };
}

const items = fc.array(item, { maxLength: 25 });
const marks = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

describe("an order by lot", () => {
  test("says the same of everybody, whoever is hidden", () => {
    fc.assert(
      fc.property(items, marks, (drawn, isHidden) => {
        const corpus = corpusOf(drawn);
        const hidden = Uint8Array.from(corpus.accounts, (_, at) => (isHidden[at] ? 1 : 0));
        const isPost = (post: number) => hidden[corpus.posts.author[post]] === 1;
        const found = orderByLot(corpus, { people: hidden, isPost, secret });
        expect(told(found.corpus)).toEqual(told(corpus));
        for (const [place, account] of found.accounts.entries()) {
          expect(found.corpus.accounts[place]).toBe(corpus.accounts[account]);
        }
      }),
    );
  });

  test("has the named by the alphabet, then the hidden by lot, then made-up names by number", () => {
    fc.assert(
      fc.property(items, marks, (drawn, isHidden) => {
        const corpus = corpusOf(drawn);
        const isMadeUp = (key: string) => key.startsWith("withheld:");
        const hidden = Uint8Array.from(corpus.accounts, ({ key }, at) =>
          isHidden[at] || isMadeUp(key) ? 1 : 0,
        );
        const { corpus: found } = orderByLot(corpus, {
          people: hidden,
          isPost: (post) => hidden[corpus.posts.author[post]] === 1,
          secret,
        });
        const lot = (key: string) => createHmac("sha256", secret).update(key).digest("hex");
        const of = (wanted: number) =>
          corpus.accounts.map(({ key }) => key).filter((_, at) => hidden[at] === wanted);
        const drawnKeys = of(1).filter((key) => !isMadeUp(key));
        expect(found.accounts.map(({ key }) => key)).toEqual([
          ...of(0).sort(),
          ...drawnKeys.sort((a, b) => (lot(a) < lot(b) ? -1 : 1)),
          ...of(1)
            .filter(isMadeUp)
            .sort((a, b) => a.length - b.length),
        ]);
        // Posts stay in the order of time.
        const times = [...found.posts.time].map((at) => (Number.isNaN(at) ? 99 : at));
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });
});
