import { startMemory } from "../text/memory.js";
import { optOutSigns, optOutWords } from "./opt-out-words.js";
import { asIfLatin, plainLetters, unmixed } from "./plain-letters.js";

const unwanted =
  "bots?|robots?|(?:search)?_?(?:index(?:e[rs]|ing|ation)?|engines?)|search(?:ing)?|archiv(?:e|es|er|ers|ing)|research(?:ers?)?" +
  "|(?:web_?)?scrap(?:e|ers?|ing)|crawl(?:ers?|ing)?|spiders?|bridg(?:e|es|ing)|data_?(?:min(?:ing|ers?)|collection|sets?)|harvest(?:ers?|ing)?" +
  "|(?:ai|ml|llm)_?(?:training|learning|scrap(?:e|ers?|ing)|crawl(?:ers?|ing)?|bots?)|machine_?learning";
const actions = "index|scrape|crawl|archive|bridge|harvest|mine|research|trainai";
const after = "(?:_?(?:me|pls|please|allowed|welcome|thanks))?(?![\\p{L}\\p{N}_])";
const ai = "(?:to_?)?(?:image_?|gen_?)?(?:ai|ki|ia|llms?)";
/** Tags of other languages. */
const others =
  "keine?_?(?:ro)?bots?|keine_?(?:forschung|indexierung|archivierung|scraper|suchmaschinen?|ki)|pas_?de_?(?:ro)?bots?|pas_?d'?_?ia" +
  "|(?:sin|sem|nada_?de)_?(?:ro)?bo(?:ts|s)|niente_?(?:ro)?bot|geen_?(?:ro)?bots?|geen_?ai|ing(?:a|en)_?(?:ro)?bo(?:tar|ter|ts)|bez_?(?:ro)?botow";

/**
 * Written in one, with or without `#`: `#nobot`, `#no-index`, `#NoSearchIndex`, `#DontScrapeMe`. Parted,
 * `no-AI` is only meant so as a tag.
 */
const inOne = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:no_?(?:${unwanted})|no(?:image)?ai|(?:do_?not|dont|never)_?(?:${actions}))${after}|#(?:no_?${ai}|${others})${after}`,
  "iu",
);

/**
 * Whether somebody says no to bots, indexes, archives, research, training or bridges, in their bio, their
 * name or a field of their profile: by one of the tags that people use for it, or in plain words
 * (`optOutWords`). No platform defines them, so what is doubtful counts as a no. `#nobridge` speaks against copies in other networks, and whoever does not want that is
 * not listed here either. `undefined` where no bio is told and nothing else says it.
 */
export function hasOptOutTag(
  bio: string | undefined,
  others: readonly (string | undefined)[],
): boolean | undefined {
  if (saysNoBots(bio) || others.some(saysNoBots)) return true;
  return bio === undefined ? undefined : false;
}

const remembered = startMemory<boolean>(16_384);

function saysNoBots(written: string | undefined): boolean {
  if (written === undefined || written === "") return false;
  return remembered(written, () => findsNo(written));
}

function findsNo(written: string): boolean {
  const plain = plainLetters(written);
  const latin = unmixed(plain);
  return (
    inOne.test(joined(asIfLatin(plain))) ||
    optOutWords.test(plain) ||
    (latin !== plain && optOutWords.test(latin)) ||
    optOutSigns.test(written.normalize("NFKC").replace(/\p{Cf}|\ufe0f/gu, ""))
  );
}

function joined(plain: string): string {
  return plain.replace(/['·-]/gu, "_");
}
