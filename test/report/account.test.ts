import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases } from "../support/cases.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

const name = fc.constantFrom("ada", "ben@uni.example", "cem");
const status = fc
  .record({
    id: fc.nat({ max: 9 }),
    author: name,
    day: fc.integer({ min: 1, max: 6 }),
    tag: fc.constantFrom("MedEd", "other"),
    visibility: fc.constantFrom("public", "public", "public", "private"),
    created_at: fc.constantFrom(undefined, undefined, undefined, "no time at all"),
    mention: fc.option(name, { nil: undefined }),
    answers: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
  })
  .map(({ id, author, day, tag, visibility, created_at, mention, answers }) =>
    JSON.stringify(
      mastodonStatus(`${id}`, author, {
        day,
        visibility,
        tags: [{ name: tag }],
        mentions: mention === undefined ? [] : [mastodonMention(mention)],
        in_reply_to_id: answers === undefined ? null : `${answers}`,
        in_reply_to_account_id: answers === undefined ? null : "nobody known",
        ...(created_at === undefined ? {} : { created_at }),
      }),
    ),
  );
const line = fc.oneof(status, status, status, fc.constantFrom("{broken", "[1]", '{"no":"post"}'));
const asked = fc.constantFrom(
  [],
  ["--tag", "MedEd"],
  ["--since", "2026-03-03"],
  ["--tag", "MedEd", "--since", "2026-03-02", "--until", "2026-03-05"],
);

describe("the numbers of what was read", () => {
  test("add up to the whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 5, maxLength: 25 }),
        asked,
        async (rows, words) => {
          const first = JSON.stringify(mastodonStatus("100", "dan", { day: 3 }));
          const input = `${[first, ...rows].join("\n")}\n`;
          const run = ["analyze", "-", "--json", "--bootstrap", "0", ...words];
          const { stdout, stderr } = await runCommand(run, input);
          expect(stdout, stderr).not.toBe("");
          const { provenance: of } = JSON.parse(stdout);
          expect(of.read).toBe(rows.length + 1);
          expect(of.kept + of.duplicates + of.skippedRows).toBe(of.read);
          const { analysed, threads, withoutTag, outsidePeriod, withoutTime } = of;
          const unused = withoutTag + outsidePeriod + withoutTime + of.takenBack + of.droppedPosts;
          expect(of.keptTies + analysed + threads + unused).toBe(of.kept);
        },
      ),
      { numRuns: cases(30) },
    );
  });

  const shy = mastodonStatus("4", "ada", { created_at: "no time at all" });
  const rows = [
    mastodonStatus("1", "ada", {
      day: 2,
      mentions: [mastodonMention("ada"), mastodonMention("ben")],
    }),
    mastodonStatus("1", "ada", {
      day: 2,
      mentions: [mastodonMention("ada"), mastodonMention("ben")],
    }),
    mastodonStatus("2", "ben", { day: 3, in_reply_to_id: "77", in_reply_to_account_id: "who" }),
    mastodonStatus("3", "ben", { day: 9 }),
    mastodonStatus("5", "cem", { tags: [{ name: "other" }] }),
    shy,
  ];

  test("are the same in the terminal, the reports and the manifest", async () => {
    const out = join(folder, "out");
    const words = [
      "--tag",
      "MedEd",
      "--until",
      "2026-03-05",
      "--bootstrap",
      "0",
      "--scale",
      "0.25",
    ];
    const { stdout } = await runCommand(["analyze", "-", ...words, "--out", out], ndjson(rows));
    const sentences = [
      "6 rows read: 5 kept, 1 met before.",
      "5 posts kept: 2 analysed, 1 without the hashtag, 1 outside the period, 1 of unknown time.",
      "Ties to people whom no file tells, left out: 1 reply. What is missing: 1 to a post that is not in the files.",
      "Ties of people with themselves, left out: 1 mention.",
    ];
    const [markdown, page, manifest] = await Promise.all(
      ["report.md", "report.html", "manifest.json"].map((file) =>
        readFile(join(out, file), "utf8"),
      ),
    );
    for (const text of [stdout, markdown, page]) {
      for (const sentence of sentences) expect(text).toContain(sentence);
    }
    expect(JSON.parse(manifest).coverage).toMatchObject({
      ...{ read: 6, kept: 5, duplicates: 1, skippedRows: 0, analysed: 2, threads: 0 },
      ...{ withoutTag: 1, outsidePeriod: 1, withoutTime: 1, takenBack: 0, droppedPosts: 0 },
      unresolved: { reply: 1 },
      unresolvedBecause: { postNotInFiles: 1, postWithoutAuthor: 0, idOfNobody: 0 },
      withOneself: { mention: 1 },
    });
  });

  test("say of a mention that nobody has its id", async () => {
    const note = { id: "n1", createdAt: "2026-03-01T12:00:00.000Z", visibility: "public" };
    const user = { id: "u1", username: "ada", host: "mk.example" };
    const row = { ...note, user, text: "hello", mentions: ["u9"] };
    const out = join(folder, "mention");
    const { stdout } = await runCommand(["analyze", "-", "--out", out], ndjson([row]));
    expect(stdout).toContain(
      "left out: 1 mention. What is missing: 1 to an id that nobody in the files has.",
    );
  });

  test("of ties left out count once a post and target, however often a post names it", async () => {
    const self = mastodonStatus("1", "ada", {
      in_reply_to_id: "9",
      in_reply_to_account_id: "id-ada",
      mentions: [mastodonMention("ada"), mastodonMention("ben")],
    });
    const { stdout } = await runCommand(["analyze", "-", "--json"], ndjson([self]));
    expect(JSON.parse(stdout).network.withOneself).toMatchObject({ reply: 1, mention: 0 });
  });
});
