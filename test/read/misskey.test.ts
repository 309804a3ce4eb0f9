import { expect, test } from "vitest";
import { networkOfItems, tieWords } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { ndjson } from "../support/statuses.js";

function note(text: string) {
  return {
    ...{ id: "n1", createdAt: "2026-03-01T12:00:00.000Z", text, visibility: "public" },
    user: { id: "u1", username: "ada", host: "mk.example" },
  };
}

test.each([
  ["code", "`@ben` and ```\n@cem\n``` thanks @dan", ["mention ada@mk.example dan@mk.example"]],
  [
    "a text that quotes with RT",
    "RT @ben@b.example: so true via @cem",
    ["mention ada@mk.example ben@b.example", "mention ada@mk.example cem@mk.example"],
  ],
  ["an address", "see https://mk.example/@ben", []],
])("a note of Misskey names people by its own rules: %s", async (_, text, ties) => {
  const { items } = await readText(ndjson([note(text)]));
  expect(tieWords(networkOfItems(items))).toEqual(ties);
});

test("hashtags that the server does not list are read from the text", async () => {
  const { items } = await readText(ndjson([note("#covid-19 `#no` #MedEd: #2026")]));
  expect(items).toContainEqual(expect.objectContaining({ tags: ["covid-19", "MedEd"] }));
});
