import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/model/errors.js";
import type { PostItem } from "../../../src/model/item.js";
import { networkOfItems, tieWords } from "../../support/analyze-items.js";
import { cases } from "../../support/cases.js";
import { readText } from "../../support/items-of-text.js";
import { exampleTables } from "./example-tables.js";

describe("tables of tools", () => {
  test.each(
    exampleTables.map((table) => [table.format, table] as const),
  )("of %s give each tie by kind and pair, times and hashtags", async (format, {
    text,
    ties,
    times,
    tags,
  }) => {
    const { items, summary } = await readText(text);
    expect(summary.format).toBe(format);
    expect(tieWords(networkOfItems(items)).sort()).toEqual([...ties].sort());
    const posts = items.flatMap((item) => (item.type === "post" ? [item] : []));
    const timesOf = (post: PostItem) => new Date(post.time ?? Number.NaN).toISOString();
    if (times !== undefined) expect([...new Set(posts.map(timesOf))]).toEqual(times);
    expect([...new Set(posts.flatMap((post) => post.tags))]).toEqual(tags ?? []);
  });

  test.each(
    exampleTables.map((table) => [table.format, table] as const),
  )("of %s name a column that nothing was read from, and no other", async (format, { text }) => {
    const usual = await readText(text);
    if (format !== "table") expect(usual.summary.unusedColumns).toEqual([]);
    const separator = text.split("\n")[0].includes(";") ? ";" : ",";
    const further = text.replace("\n", `${separator}boosted_by_whom\n`);
    const { summary } = await readText(further);
    expect(summary.unusedColumns).toContain("boosted_by_whom");
  });

  test.each(
    exampleTables.map((table) => [table.format, table] as const),
  )("of %s whose bytes are changed, cut or spliced give rows, skipped rows or an error that says why", async (_, {
    text,
  }) => {
    const change = fc.record({
      at: fc.nat(text.length),
      length: fc.nat(12),
      put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('"', ",", "\n", "\r", "[", "\0")),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
        let changed = text;
        for (const { at, length, put } of changes) {
          changed = changed.slice(0, at) + put + changed.slice(at + length);
        }
        const outcome = await readText(changed).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
      }),
      { numRuns: cases(40) },
    );
  });

  test.each(
    exampleTables.map((table) => [table.format, table] as const),
  )("of %s lose no good row behind a bad one", async (_, { text }) => {
    const [header, ...rows] = text.split("\n");
    const whole = await readText(text);
    const torn = await readText([header, "a row that is none", ...rows].join("\n"));
    expect(torn.summary.kept).toBe(whole.summary.kept);
  });

  test("rows that twarc-csv puts before the rows that refer to them are not counted as found", async () => {
    const header =
      "id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,referenced_tweets.quoted.id,author_id,created_at,text,author.username";
    const row = (id: number, author: string, quoted: number | "" = "") =>
      `${id},,,${quoted},${author.length},2024-01-01T10:00:00Z,hi,${author}`;
    const originsOf = async (...rows: string[]) => {
      const { items } = await readText(`${[header, ...rows].join("\n")}\n`);
      return items.flatMap((item) => (item.type === "post" ? [`${item.key} ${item.origin}`] : []));
    };
    expect(
      await originsOf(row(300, "a"), row(50, "bb"), row(200, "ccc", 50), row(100, "d")),
    ).toEqual(["x:300 found", "x:50 referenced", "x:200 found", "x:100 found"]);
    // In a file that ascends, a post stands before what refers to it anyway.
    expect(await originsOf(row(50, "bb"), row(200, "ccc", 50), row(300, "a"))).toEqual([
      "x:50 found",
      "x:200 found",
      "x:300 found",
    ]);
  });
});
