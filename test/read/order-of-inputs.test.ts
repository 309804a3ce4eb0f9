import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { networkOfFiles, tieWords } from "../support/analyze-items.js";
import { cases } from "../support/cases.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { exampleTables } from "./tables/example-tables.js";
import { flattenedPosts } from "./tables/flattened-posts.js";

const folder = temporaryFolder();

/** An edited post in two versions, a quote by its fallback link, ids of one server alone, row numbers. */
const texts: readonly string[] = [
  ndjson([
    mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")] }),
    mastodonStatus("2", "ben", { in_reply_to_id: "1", in_reply_to_account_id: "acc-ada" }),
  ]),
  ndjson([
    mastodonStatus("1", "ada", {
      edited_at: "2026-03-05T10:00:00.000Z",
      mentions: [mastodonMention("cia")],
    }),
  ]),
  ndjson([
    mastodonStatus("3", "cia", {
      content:
        '<p>so</p><p class="quote-inline">RE: <a href="https://example.social/@ada/1">https://example.social/@ada/1</a></p>',
    }),
  ]),
  "id,created_at,user,text,in_reply_to_id\n1,2020-01-01 10:00,ann,hi,\n2,2020-01-01 11:00,bob,yes,1\n",
  "id,created_at,user,text,in_reply_to_id\n1,2020-01-02 10:00,cee,hi,\n2,2020-01-02 11:00,dan,yes,1\n",
  ...exampleTables.slice(0, 6).map(({ text }) => text),
  ...Object.values(flattenedPosts).map(({ tables }) => Object.values(tables)[0] ?? ""),
];

test("the order of inputs, and giving one twice, changes no post, person or tie", async () => {
  const paths = texts.map((text, at) => {
    const path = join(folder, `input-${at}`);
    writeFileSync(path, text);
    return path;
  });
  const found = async (inputs: readonly string[]) => {
    const built = await networkOfFiles(inputs);
    const { posts, accounts } = built.corpus;
    return {
      ties: tieWords(built).sort(),
      posts: posts.count,
      people: [...accounts].map(({ key }) => key).filter((key) => !key.startsWith("input ")),
    };
  };
  const expected = await found(paths);
  expect(expected.ties.length).toBeGreaterThan(20);
  // The newer version of an edited post counts, by itself.
  expect(expected.ties).toContainEqual(expect.stringMatching(/^mention ada@\S+ cia@/u));
  expect(expected.ties).not.toContainEqual(expect.stringMatching(/^mention ada@\S+ ben@/u));
  const twice = fc.constantFrom(...paths);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(paths, { minLength: paths.length }),
      fc.array(twice, { maxLength: 2 }),
      async (order, again) => {
        expect(await found([...again, ...order])).toEqual(expected);
      },
    ),
    { numRuns: cases(12) },
  );
});
