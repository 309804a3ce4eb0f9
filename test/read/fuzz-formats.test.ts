import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/model/errors.js";
import { cases } from "../support/cases.js";
import { everyFormat } from "../support/every-format.js";
import { readText } from "../support/items-of-text.js";

/** Changes that befall files: bytes are changed, cut out, or another part is put between. */
const damage = fc.array(
  fc.record({
    at: fc.nat({ max: 1 << 16 }),
    cut: fc.nat({ max: 40 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom("{", "}", "[", '"', "null", "\\", "\n", ":", ",", "1e999", "{}", "[]"),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

function damaged(
  text: string,
  changes: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Buffer {
  let bytes = Buffer.from(text);
  for (const { at, cut, put } of changes) {
    const from = at % (bytes.length + 1);
    bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + cut)]);
  }
  return bytes;
}

describe("a damaged file of each format", () => {
  test.each(everyFormat)("$name is read or refused in words, never worse", async ({ text }) => {
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        try {
          const { summary } = await readText(damaged(text, changes));
          expect(summary.read).toBeGreaterThanOrEqual(summary.kept);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: cases(40) },
    );
  });

  const byLines = everyFormat.filter(({ text }) => text.trimEnd().split("\n").length > 1);

  test.each(byLines)("$name loses no good row behind a bad one", async ({ text }) => {
    const whole = await readText(text);
    const rows = text.trimEnd().split("\n");
    if (!rows.every((row) => row.startsWith("{"))) return;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: rows.length - 1 }),
        fc.constantFrom('{"broken": ', "not JSON at all", '{"a":"\\u0000"}', "{}", '["x"]', "null"),
        async (at, bad) => {
          const { summary } = await readText(
            [...rows.slice(0, at), bad, ...rows.slice(at)].join("\n"),
          );
          expect(summary.kept).toBe(whole.summary.kept);
        },
      ),
      { numRuns: cases(12) },
    );
  });
});
