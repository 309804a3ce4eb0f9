import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import type { Corpus } from "../../src/model/corpus.js";
import { none } from "../../src/model/corpus.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { findHeldBack } from "../../src/network/held-back.js";
import { readCorpus } from "../../src/pipeline/read-corpus.js";
import { hasRealData, realData } from "../support/real-data.js";

describe.skipIf(!hasRealData)("where 15 of 100 people of #useR2018 had opted out", () => {
  let corpus: Corpus;
  beforeAll(async () => {
    const read = await readCorpus(
      {
        inputs: [realData("hashtags/useR2018.rtweet.ndjson.gz")],
        standardInput: Readable.from([]),
        onProgress() {},
      },
      "anybody",
    );
    corpus = read.corpus;
  }, 60_000);

  /** The most frequent of some names. */
  function mostUsed(values: Int32Array, names: readonly string[], most: number): string[] {
    const counts = new Int32Array(names.length);
    for (const value of values) if (value !== none) counts[value] += 1;
    const order = [...names.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
    return order.slice(0, most).map((at) => names[at]);
  }

  test.each([
    1, 2, 3, 4, 5,
  ])("nearly all of the most used words and hashtags stay (draw %i)", (seed) => {
    const random = seededRandom(seed);
    const withheld = Uint8Array.from(corpus.accounts, () => (random() < 0.15 ? 1 : 0));
    const { isText } = findHeldBack(corpus, withheld, ["user2018"]);
    const words = mostUsed(corpus.posts.words.columns, corpus.words, 300);
    const tags = mostUsed(corpus.posts.tags.columns, corpus.tags, 300).map((tag) => `#${tag}`);
    const [lostWords, lostTags] = [words.filter(isText), tags.filter(isText)];
    expect(lostWords.length).toBeLessThanOrEqual(15);
    expect(lostTags.length).toBeLessThanOrEqual(30);
    for (const everyday of ["data", "talk", "r", "package"]) {
      expect(lostWords).not.toContain(everyday);
    }
  });
});
