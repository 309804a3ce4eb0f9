import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { includeAll } from "../../src/convert/included-rows.js";
import { makeUpKeys } from "../../src/convert/made-up-keys.js";
import { everyRow, postsFileRows } from "../../src/convert/posts-file-rows.js";
import { renderNdjson } from "../../src/convert/render-lines.js";
import { unknownProfile } from "../../src/model/account.js";
import { convertedSchemas, postsFileRowSchema } from "../../src/model/converted-rows.js";
import type { Corpus } from "../../src/model/corpus.js";
import type { Csr } from "../../src/model/csr.js";
import type { Item } from "../../src/model/item.js";
import type { Respect } from "../../src/model/provenance.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { respectConsent } from "../../src/pipeline/respect-consent.js";
import { startPublicTexts } from "../../src/report/view/public-texts.js";
import { wordNumbers } from "../../src/text/word-table.js";
import { cases } from "../support/cases.js";
import { readText } from "../support/items-of-text.js";

function corpusOf(items: readonly Item[]): Corpus {
  const builder = startCorpus("anybody");
  for (const item of items) builder.add(item);
  return builder.finish();
}

function written(corpus: Corpus, respect: Respect): string {
  const consent = respectConsent(corpus, { respect, tag: undefined, pseudonymKey: undefined });
  const included = includeAll(consent.corpus);
  const file = "0123abcd";
  const rows = postsFileRows({
    ...consent,
    file,
    included,
    keys: makeUpKeys(consent.corpus, consent.withheld, consent.heldBack, file),
    shown: startPublicTexts(consent.heldBack),
    tag: undefined,
  });
  return [...renderNdjson(everyRow(rows, included))].join("");
}

async function convertedCorpus(corpus: Corpus, respect: Respect): Promise<Corpus> {
  const { items, summary } = await readText(written(corpus, respect));
  expect(summary.skipped).toEqual([]);
  expect(summary.unknownKeys).toEqual([]);
  return corpusOf(items);
}

/** In names, since a corpus also numbers what only posts had that were taken back. */
function inNames(corpus: Corpus) {
  const { accounts, posts, relations, ties, isListed, deletedPosts, clampedTimes } = corpus;
  const names = ({ offsets, columns: values }: Csr, of: readonly string[]) =>
    posts.key.map((_, post) =>
      Array.from(values.subarray(offsets[post], offsets[post + 1]), (value) => of[value]),
    );
  return {
    ...{ accounts, relations, ties: asTies(ties), isListed, deletedPosts, clampedTimes },
    posts: {
      ...posts,
      seenBy: names(posts.seenBy, corpus.sources),
      tags: names(posts.tags, corpus.tagSpellings),
      links: names(posts.links, corpus.links),
      words: names(posts.words, corpus.words),
    },
  };
}

/** Without how many rows they came in: an undirected one comes back as a row each way. */
function asTies({ keptEdges: _, ...ties }: Corpus["ties"]) {
  return ties;
}

const people = ["ada@med.example", "ben@uni.example", "cem@med.example", "x:12", "x:@dan"];
const person = fc.constantFrom(...people);
const postKey = fc.nat({ max: 7 }).map((id) => `https://med.example/posts/${id}`);
const time = fc.option(
  fc.integer({ min: 0, max: 3 }).map((day) => Date.UTC(2026, 2, 1 + day)),
  {
    nil: undefined,
  },
);
const relation = fc.record({
  kind: fc.constantFrom("reply" as const, "quote" as const, "mention" as const),
  account: fc.option(person, { nil: undefined }),
  post: fc.option(postKey, { nil: undefined }),
  position: fc.nat({ max: 2 }),
});
const postItem: fc.Arbitrary<Item> = fc.record({
  type: fc.constant("post" as const),
  key: postKey,
  aliases: fc.constant([]),
  origin: fc.constantFrom("found" as const, "thread" as const, "referenced" as const),
  author: fc.option(person, { nil: undefined }),
  time,
  retrievedAt: fc.constant(undefined),
  url: fc.option(postKey, { nil: undefined }),
  tags: fc.array(fc.constantFrom("MedEd", "meded", "Éducation", "الطب"), { maxLength: 2 }),
  links: fc
    .array(fc.webUrl(), { maxLength: 2 })
    .map((links) => links.map((one) => new URL(one).href)),
  relations: fc.array(relation, { maxLength: 3 }),
  words: fc
    .array(fc.constantFrom("one", "two", "", "ada", "\u202eodd"), { maxLength: 5 })
    .map(wordNumbers),
  seenBy: fc.subarray(["med.example", "uni.example"]),
  version: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
  isDigest: fc.boolean(),
  addsWords: fc.boolean(),
});
const flag = fc.option(fc.boolean(), { nil: undefined });
const accountItem: fc.Arbitrary<Item> = fc.record({
  type: fc.constant("account" as const),
  key: person,
  aliases: fc.constant([]),
  profile: fc.record({
    handle: fc.constantFrom("ada", "ben", undefined),
    name: fc.option(fc.constantFrom("Ada Lovelace", "Ben"), { nil: undefined }),
    followers: fc.option(fc.nat(99), { nil: undefined }),
    isBot: flag,
    isGroup: flag,
    discoverable: flag,
    indexable: flag,
    noindex: flag,
    hasOptOutTag: flag,
  }),
  retrievedAt: fc.constant(undefined),
  seenAt: fc.constant(undefined),
  isNode: fc.constantFrom(true as const, undefined).map((isNode) => isNode as true),
});
const tieItem: fc.Arbitrary<Item> = fc.record({
  type: fc.constant("tie" as const),
  source: person,
  target: person,
  isDirected: fc.boolean(),
  strengths: fc
    .record({
      kind: fc.constantFrom("follow" as const, "mention" as const, undefined),
      weight: fc.constantFrom(1, 2.5),
    })
    .map((strength) => [strength]),
  first: time,
  last: time,
});
const deletion: fc.Arbitrary<Item> = fc.record({
  type: fc.constant("deletion" as const),
  post: postKey,
});
const items = fc.array(fc.oneof(postItem, postItem, accountItem, tieItem, deletion), {
  maxLength: 30,
});

describe("a file of posts", () => {
  test("reads back to the same corpus, where everybody may be named", async () => {
    await fc.assert(
      fc.asyncProperty(items, async (drawn) => {
        const corpus = corpusOf(drawn);
        const again = await convertedCorpus(corpus, "none");
        expect(inNames(again)).toEqual(inNames(corpus));
      }),
      { numRuns: cases(150) },
    );
  });

  test("keeps the places, posts and ties of people who opted out, and not their names", async () => {
    await fc.assert(
      fc.asyncProperty(items, async (drawn) => {
        const corpus = corpusOf(drawn);
        const again = await convertedCorpus(corpus, "discoverable");
        const shape = ({ accounts, posts, relations, ties, isListed }: Corpus) => ({
          people: accounts.length,
          bots: accounts.map(({ isBot, isGroup }) => [isBot, isGroup]),
          author: posts.author,
          time: posts.time,
          origin: posts.origin,
          seenBy: posts.seenBy.offsets,
          links: posts.links.offsets,
          words: posts.words.offsets,
          relations,
          ties: asTies(ties),
          isListed,
        });
        const consent = { tag: undefined, pseudonymKey: undefined } as const;
        const asked = respectConsent(corpus, { ...consent, respect: "discoverable" });
        const { withheld } = asked;
        expect(shape(again)).toEqual(shape(asked.corpus));
        // Withheld for good, whatever is asked for later.
        for (const respect of ["discoverable", "none"] as const) {
          expect(respectConsent(again, { ...consent, respect }).withheld).toEqual(withheld);
        }
        const text = written(corpus, "discoverable");
        for (const [index, { key, url }] of asked.corpus.accounts.entries()) {
          if (withheld[index] === 0) continue;
          expect(text).not.toContain(JSON.stringify(key));
          if (url !== undefined) expect(text).not.toContain(url);
        }
      }),
      { numRuns: cases(150) },
    );
  });

  test("names no one who opted out, in words, hashtags, links or others' names", async () => {
    const profile = { ...unknownProfile, handle: "quillby", name: "Ottoline Quillby" };
    const about = "https://blog.example/ottoline-quillby";
    const post = (id: string, author: string, more: object): Item => ({
      type: "post",
      key: `https://med.example/users/${author.split("@")[0]}/statuses/${id}`,
      aliases: [],
      origin: "found",
      author,
      time: Date.UTC(2026, 2, 1),
      retrievedAt: undefined,
      url: `https://med.example/@${author.split("@")[0]}/${id}`,
      tags: ["MedEd", "OttolineQuillby"],
      links: [about, "https://journal.example/1"],
      relations: [],
      words: wordNumbers(["thanks", "ottoline", "quillby", "secretly"]),
      ...more,
    });
    const account = (key: string, of: object): Item => ({
      type: "account",
      key,
      aliases: [],
      profile: of,
      retrievedAt: undefined,
      seenAt: undefined,
    });
    const corpus = corpusOf([
      account("quillby@med.example", { ...profile, discoverable: false }),
      account("ben@med.example", { handle: "ben", name: "Fan of Ottoline Quillby" }),
      post("1", "quillby@med.example", {}),
      post("2", "ben@med.example", {}),
    ]);
    const text = written(corpus, "discoverable");
    expect(text).not.toMatch(/quillby|ottoline/iu);
    // A word of hers that fewer than two others use would find her post again.
    expect(text.match(/"secretly"/gu)).toHaveLength(1);
    expect(text.match(/journal\.example\/1/gu)).toHaveLength(1);
    expect(written(corpus, "none")).toMatch(/quillby/iu);
  });

  test("has rows by its JSON Schema, which is published as it is", async () => {
    const folder = new URL("../../docs/schemas/", import.meta.url);
    for (const [name, schema] of Object.entries(convertedSchemas())) {
      const published = readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
      expect(JSON.parse(published), "npm run schemas").toEqual(schema);
    }
    await fc.assert(
      fc.property(items, (drawn) => {
        for (const line of written(corpusOf(drawn), "discoverable").trimEnd().split("\n")) {
          postsFileRowSchema.parse(JSON.parse(line));
        }
      }),
      { numRuns: cases(30) },
    );
  });
});
