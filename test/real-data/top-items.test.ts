import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { analyzeFiles } from "../support/analyze-files.js";
import { hasRealData, realData } from "../support/real-data.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const rowSchema = z.object({
  community: z.string(),
  kind: z.string(),
  item: z.string(),
  authors: z.coerce.number(),
  count: z.coerce.number(),
});

describe.skipIf(!hasRealData)("what 5,967 posts of #useR2018 are about", () => {
  const out = join(temporaryFolder(), "user2018");
  const itemsOf = (community: string, kind: string) => {
    const rows = parse(readFileSync(join(out, "top-items.csv")), { columns: true, bom: true });
    return z
      .array(rowSchema)
      .parse(rows)
      .filter((row) => row.community === community && row.kind === kind);
  };

  beforeAll(async () => {
    const archive = realData("hashtags/useR2018.rtweet.ndjson.gz");
    await analyzeFiles([archive], out, { tag: "user2018" });
  }, 60_000);

  test("is talks, R, data and the keynotes, in words that are no stop words", () => {
    const words = itemsOf("", "word").map(({ item }) => item);
    expect(words).toEqual(expect.arrayContaining(["talk", "r", "data", "brisbane", "keynote"]));
    expect(words).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(the|not|rt|amp)$/u)]),
    );
    const pairs = itemsOf("", "pair").map(({ item }) => item);
    expect(pairs.slice(0, 5)).toEqual(expect.arrayContaining(["bill venables", "code smells"]));
  });

  test("is linked and tagged by several people, the most first", () => {
    expect(itemsOf("", "domain")[0]).toMatchObject({ item: "github.com" });
    for (const kind of ["hashtag", "link", "domain", "word", "pair"]) {
      for (const community of ["", "G1", "G2"]) {
        const authors = itemsOf(community, kind).map((row) => row.authors);
        expect(authors).toEqual(authors.toSorted((a, b) => b - a));
        expect(Math.min(2, ...authors)).toBe(2);
      }
    }
    expect(itemsOf("", "hashtag").map(({ item }) => item)).not.toContain("#user2018");
  });
});
