import { expect, test } from "vitest";
import { unknownProfile } from "../../src/model/account.js";
import { findWithheld } from "../../src/network/consent.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { findHeldBack } from "../../src/network/held-back.js";

/** What may be written of people of whom one, called so, has opted out. */
function heldBackOf(
  name: string,
  others: readonly string[],
  handle = "zq0",
  sites: readonly string[] = [],
) {
  const builder = startCorpus("anybody");
  for (const [at, called] of [name, ...others].entries()) {
    builder.add({
      type: "account",
      key: `zq${at}@med.example`,
      aliases: [],
      profile: {
        ...unknownProfile,
        handle: at === 0 ? handle : `zq${at}`,
        name: called,
        discoverable: at > 0,
      },
      sites: at === 0 ? sites : undefined,
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

test("two titles before a name, and digits around a handle's part, hide nobody", () => {
  const { isText } = heldBackOf("Rose Quillby", scientists, "Dr_Zarn_77Quob");
  const spellings = [
    "askdrquillby",
    "thankyoudrquillby",
    "askdrzarn",
    "drquob",
    "quob2026",
    "quobs",
  ];
  expect(spellings.filter((text) => !isText(text))).toEqual([]);
  expect(["ask", "quo", "dr", "77"].filter(isText)).toEqual([]);
});

test("a name counts in each of its scripts, in their cases, and without its middle", () => {
  const { isText, isName } = heldBackOf(
    "Nora “Quibble” van der Græbhof 佐久間凛 (Зинаида)",
    scientists,
  );
  const spellings = ["grabhof", "graebhof", "норазинаида", "Зинаиды", "Зинаидой", "#TeamЗинаида"];
  expect(spellings.filter((text) => !isText(text))).toEqual([]);
  const named = ["Nora Græbhof fan club", "Ivo ❤ 佐久間凛", "Graebhof, Nora"];
  expect(named.filter((text) => !isName(text, "zq1"))).toEqual([]);
  expect(["Nora Data", "van der Rose", "Зина"].filter((text) => isName(text, "zq1"))).toEqual([]);
});

test("letters of other alphabets among Latin ones hide nobody, and words of those alphabets stay", () => {
  const { isText } = heldBackOf("Rose Quillby", scientists, "Dr_Zarn_77Quob");
  const spellings = ["quіllbу", "QUІLLBY", "dr_zаrn_77quоb", "#Quіllby2026"];
  expect(spellings.filter((text) => !isText(text))).toEqual([]);
  expect(["роза", "куиллби", "ρόδο"].filter(isText)).toEqual([]);
});

test("an address that keeps its page behind # counts, and an ORCID iD on whatever site", () => {
  const { isLink } = heldBackOf("Rose Quillby", scientists, "Dr_Zarn_77Quob", [
    "https://orcid.org/0000-0002-9999-1230",
  ]);
  const links = [
    "https://app.example/#/Dr_Zarn_77Quob",
    "https://app.example/#!/user?name=Quillby",
    "https://matrix.example/#/@dr_zarn_77quob:med.example",
    "https://pub.orcid.org/v3.0/0000-0002-9999-1230/works",
  ];
  expect(links.filter((link) => !isLink(link))).toEqual([]);
  expect(
    ["https://app.example/#/help", "https://orcid.org/0000-0002-1111-1230"].filter((link) =>
      isLink(link),
    ),
  ).toEqual([]);
});
