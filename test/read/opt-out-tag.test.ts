import { expect, test } from "vitest";
import { hasOptOutTag } from "../../src/read/opt-out-tag.js";

test.each([
  "#nobot",
  "#NoBots please",
  "I teach. #noindex, #nosearch",
  "＃ｎｏｂｏｔ",
  "#no\u200bbot",
  "#NoArchive",
  "#noresearch",
  "#nobridge",
  "#no_bot",
])("%s opts out, in a bio, a name or a field", (text) => {
  expect(hasOptOutTag(text, [])).toBe(true);
  expect(hasOptOutTag(undefined, [text])).toBe(true);
  expect(hasOptOutTag("A teacher.", [undefined, text])).toBe(true);
});

test.each(["#nobotany", "nobot", "#notabot", "#yesbots", ""])("%s does not", (text) => {
  expect(hasOptOutTag(text, ["Finn"])).toBe(false);
  expect(hasOptOutTag(undefined, [text])).toBeUndefined();
});
