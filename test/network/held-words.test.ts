import { expect, test } from "vitest";
import { unknownProfile } from "../../src/model/account.js";
import { findWithheld } from "../../src/network/consent.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { findHeldBack } from "../../src/network/held-back.js";

/** What may be written of people of whom one, called so, has opted out. */
function heldBackOf(name: string, others: readonly string[]) {
  const builder = startCorpus("anybody");
  for (const [at, called] of [name, ...others].entries()) {
    builder.add({
      type: "account",
      key: `zq${at}@med.example`,
      aliases: [],
      profile: { ...unknownProfile, handle: `zq${at}`, name: called, discoverable: at > 0 },
      retrievedAt: undefined,
      seenAt: undefined,
    });
  }
  const corpus = builder.finish();
  return findHeldBack(corpus, findWithheld(corpus, "discoverable"));
}

const scientists = ["Ann", "Ben", "Cem", "Dan", "Eve"].map((name) => `${name}, Data and Rose`);

test("an everyday word in a longer name stays where five people carry it, and the whole name goes", () => {
  const { isText } = heldBackOf("Rose Data", scientists);
  expect(["data", "#data", "rose", "roses", "database"].filter(isText)).toEqual([]);
  expect(
    ["rose data", "#RoseData", "data rose", "thanks rosedata"].filter((text) => !isText(text)),
  ).toEqual([]);
});

test("a word that fewer carry is theirs, and words around it that only look alike stay", () => {
  const { isText } = heldBackOf("Rose Quillby", scientists);
  expect(["quillby", "#quillby2026", "drquillby"].filter((text) => !isText(text))).toEqual([]);
  expect(["rose", "prose", "quill", "billing"].filter(isText)).toEqual([]);
});

test("somebody who is called by one everyday word alone takes that word along, and no longer one", () => {
  const { isText } = heldBackOf("Rose", scientists);
  expect(isText("rose")).toBe(true);
  expect(["prose", "rosemary", "roster", "primrose"].filter(isText)).toEqual([]);
});
