import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Corpus } from "../../src/model/corpus.js";
import { selectPosts } from "../../src/network/select-posts.js";
import { networkOfItems } from "../support/analyze-items.js";
import { cases } from "../support/cases.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";

async function corpusOf(rows: readonly unknown[]): Promise<Corpus> {
  return networkOfItems((await readText(ndjson(rows))).items).corpus;
}

const everything = { since: undefined, until: undefined };

describe("hashtags", () => {
  test("of servers that fold their names and of servers that do not are one set", async () => {
    const corpus = await corpusOf([
      mastodonStatus("1", "ada", { tags: [{ name: "pedagogie" }] }),
      mastodonStatus("2", "ben", { tags: [{ name: "Pédagogie" }] }),
    ]);
    for (const tag of ["Pédagogie", "#pedagogie", "PEDAGOGIE"]) {
      expect(selectPosts(corpus, { tag, ...everything }).analysed).toBe(2);
    }
  });

  test("are shown as most people write them, whatever their server makes of them", async () => {
    const written = (id: string, acct: string, tag: string) =>
      mastodonStatus(id, acct, {
        tags: [{ name: "meded" }, { name: "ecole" }],
        content: `<p>On <a href="https://home.example/tags/x">#<span>${tag}</span></a></p>`,
      });
    const corpus = await corpusOf([
      written("1", "ada", "MedEd"),
      written("2", "ben", "MedEd"),
      written("3", "cem", "MEDED"),
      // One person counts once, however often.
      written("4", "cem", "MEDED"),
      written("5", "cem", "MEDED"),
      mastodonStatus("6", "dan", { tags: [], reblog: written("3", "cem", "MEDED") }),
    ]);
    expect(corpus.tags).toEqual(["ecole", "meded"]);
    expect(corpus.tagSpellings).toEqual(["ecole", "MedEd"]);
  });

  test("are spelled the same in whatever order posts come", async () => {
    const spelling = fc.constantFrom("MedEd", "meded", "MEDED", "Méded", "École", "ecole");
    const posts = fc.array(fc.tuple(fc.nat(2), spelling), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        posts.chain((drawn) =>
          fc.tuple(
            fc.constant(drawn),
            fc.shuffledSubarray([...drawn.keys()], { minLength: drawn.length }),
          ),
        ),
        async ([drawn, order]) => {
          const rows = drawn.map(([author, name], at) =>
            mastodonStatus(String(at), `user${author}`, { tags: [{ name }] }),
          );
          const forward = await corpusOf(rows);
          const shuffled = await corpusOf(order.map((at) => rows[at]));
          expect(shuffled.tagSpellings).toEqual(forward.tagSpellings);
          expect(shuffled.posts.tags).toEqual(forward.posts.tags);
        },
      ),
      { numRuns: cases(50) },
    );
  });
});
