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
  "#no-bot",
  "#no bots",
  "nobot",
  ":nobot: teacher",
  "#NoSearchIndex",
  "#NoSearchEngines",
  "#NoDataMining",
  "#no_bots_please",
  "#nobotsplease",
  "#norobots",
  "#DontScrapeMe",
  "#DoNotIndex",
  "no bots please",
  "Not for research.",
  "I opt out of research",
  "Please do not use my posts for research",
  "Don't use my toots in any study",
  "No AI training",
  "No bots, no indexing.",
  "Teacher. Please don’t index or archive.",
  "Do not scrape.",
  "Bots are not welcome here",
  "Bots: no",
  "🚫🤖",
  "No 🤖 ❌",
  "Keine Bots!",
  "Bitte nicht indexieren",
  "Pas de bots",
  "Ne pas indexer, merci",
  "Sin bots",
  "Não indexar",
  "Niente bot",
  "Geen bots",
  "bot禁止",
  "ボットお断り",
])("%s opts out, in a bio, a name or a field", (text) => {
  expect(hasOptOutTag(text, [])).toBe(true);
  expect(hasOptOutTag(undefined, [text])).toBe(true);
  expect(hasOptOutTag("A teacher.", [undefined, text])).toBe(true);
});

test.each([
  "#nobotany",
  "#notabot",
  "#yesbots",
  "",
  "I am no bot",
  "Not for profit, for research",
  "I do not use research for training",
  "I build bots",
  "No research without teaching",
  "Kein Bot, sondern Mensch",
  "I know bots; no, robots are fine",
  "Casino bots",
  "I never archive mail",
  "nominer",
])("%s does not", (text) => {
  expect(hasOptOutTag(text, ["Finn"])).toBe(false);
  expect(hasOptOutTag(undefined, [text])).toBeUndefined();
});
