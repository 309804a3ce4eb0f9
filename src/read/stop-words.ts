import * as lists from "stopword";

/** By ISO 639-1 and what servers still say for it; the package names its lists by ISO 639-3. */
const listsByLanguage: ReadonlyMap<string, readonly string[]> = new Map([
  ["af", lists.afr],
  ["ar", lists.ara],
  ["bg", lists.bul],
  ["bn", lists.ben],
  ["br", lists.bre],
  ["ca", lists.cat],
  ["cs", lists.ces],
  ["da", lists.dan],
  ["de", lists.deu],
  ["el", lists.ell],
  ["en", lists.eng],
  ["eo", lists.epo],
  ["es", lists.spa],
  ["et", lists.est],
  ["eu", lists.eus],
  ["fa", lists.fas],
  ["fi", lists.fin],
  ["fr", lists.fra],
  ["ga", lists.gle],
  ["gl", lists.glg],
  ["gu", lists.guj],
  ["ha", lists.hau],
  ["he", lists.heb],
  ["hi", lists.hin],
  ["hr", lists.hrv],
  ["hu", lists.hun],
  ["hy", lists.hye],
  ["id", lists.ind],
  ["in", lists.ind],
  ["it", lists.ita],
  ["iw", lists.heb],
  ["ja", lists.jpn],
  ["ko", lists.kor],
  ["ku", lists.kur],
  ["la", lists.lat],
  ["lt", lists.lit],
  ["lv", lists.lav],
  ["mr", lists.mar],
  ["ms", lists.msa],
  ["my", lists.mya],
  ["nb", lists.nob],
  ["nl", lists.nld],
  ["no", lists.nob],
  ["pl", lists.pol],
  ["pt", [...lists.por, ...lists.porBr]],
  ["ro", lists.ron],
  ["ru", lists.rus],
  ["sk", lists.slk],
  ["sl", lists.slv],
  ["so", lists.som],
  ["st", lists.sot],
  ["sv", lists.swe],
  ["sw", lists.swa],
  ["th", lists.tha],
  ["tl", lists.tgl],
  ["tr", lists.tur],
  ["uk", lists.ukr],
  ["ur", lists.urd],
  ["vi", lists.vie],
  ["yo", lists.yor],
  ["zh", lists.zho],
  ["zu", lists.zul],
]);

/** How people pass on what others wrote; in any language. */
const always = ["rt", "mt", "via"];

const pronouns = "i you he she it we they that this there here what who where when how let".split(
  " ",
);
const endings = ["s", "m", "re", "ve", "ll", "d"];
const negations =
  `aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't shouldn't
  wasn't weren't won't wouldn't`.split(/\s+/u);
const fillers =
  "again each even ever every go going just let no nor not off once one own really so than then too us use using via want when why will yes yet";

/** The list is short; what it lacks are contractions, and some of the commonest words. */
const moreEnglish = [
  ...pronouns.flatMap((word) => endings.map((ending) => `${word}'${ending}`)),
  ...negations,
  ...fillers.split(" "),
];

const sets = new Map<string, ReadonlySet<string>>();

/**
 * Words of a language that say nothing by themselves, in the form of `splitWords`. A language that
 * is not told, or has no list, is taken for English. `pt-BR` is `pt`.
 */
export function stopWordsOf(language: string | undefined): ReadonlySet<string> {
  const told = language?.toLowerCase().split(/[-_]/u)[0] ?? "en";
  const code = listsByLanguage.has(told) ? told : "en";
  const known = sets.get(code);
  if (known !== undefined) return known;
  const words = [
    ...always,
    ...(listsByLanguage.get(code) ?? []),
    ...(code === "en" ? moreEnglish : []),
  ];
  const found = new Set(words.map((word) => word.normalize("NFKC").toLowerCase()));
  sets.set(code, found);
  return found;
}
