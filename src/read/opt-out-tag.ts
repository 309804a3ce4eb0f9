/** Never seen, and put into words that a filter is not to find; also what colours an emoji. */
const unseen = /\p{Cf}|\ufe0f/gu;

const unwanted =
  "bots?|robots?|(?:search)?_?(?:index(?:e[rs]|ing|ation)?|engines?)|search(?:ing)?|archiv(?:e|es|er|ers|ing)|research(?:ers?)?" +
  "|scrap(?:e|ers?|ing)|crawl(?:ers?|ing)?|spiders?|bridg(?:e|es|ing)|data_?(?:min(?:ing|ers?)|collection)|harvest(?:ers?|ing)?";
const actions = "index|scrape|crawl|archive|bridge|harvest|mine";
const after = "(?:_?(?:me|pls|please|allowed|welcome|thanks))?(?![\\p{L}\\p{N}_])";

/** Written in one, with or without `#`: `#nobot`, `#no-index`, `#NoSearchIndex`, `#DontScrapeMe`. */
const inOne = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:no_?(?:${unwanted})|(?:do_?not|dont|never)_?(?:${actions}))${after}`,
  "iu",
);

/** What people write who say it in words. Each line is a language; spaces stand for any gap. */
const inWords: readonly string[] = [
  // English. "I am no bot" says something else.
  "(?<!(?:am|i'm|is|are|was) )no (?:more |ai |web |search )?(?:bots?|robots?|indexing|index|indexers?|scraping|scrapers?|crawling|crawlers?|spiders|archiving|archivers?|bridging|search engines?|data (?:mining|scraping|harvesting|collection)|research (?:use|please))",
  "(?:do not|don't|dont|not to be|not be) (?:index|indexed|scrape|scraped|crawl|crawled|archive|archived|bridge|bridged|harvest|harvested|data mine)",
  "(?:bots?|crawlers?|scrapers?|indexing|scraping|crawling|archiving|bridging) (?:are |is )?(?:not (?:welcome|allowed|wanted|permitted|ok|okay)|unwelcome|forbidden|prohibited|keep out|go away|stay away)",
  // Of research and of training, which others than bots do.
  "not for (?:research|scientific|data|archiving|archives|indexing|scraping|training)|opt(?:ed|ing)? ?out of (?:all )?(?:research|studies|archiv(?:es|ing)|index(?:es|ing)|scraping|data collection|search(?: engines)?)|(?:do not|don't|dont|may not|must not) use (?:my|this|these|any of my|them|it|me) (?:(?:posts?|toots?|tweets?|data|words|account|content|profile) )?(?:for|in) (?:any )?(?:research|stud(?:y|ies)|training|data|archives?)|no (?:ai )?training",
  // German. "Kein Bot" alone says that somebody is none.
  "(?:keine|keinerlei) (?:ro)?bots?|keine? (?:indexierung|indizierung|crawler|scraper|scraping|archivierung|suchmaschinen?)|nicht (?:indexieren|indizieren|crawlen|scrapen|archivieren)|bots (?:unerwünscht|verboten|nicht erwünscht)",
  // French.
  "(?:pas de|aucuns?|sans) (?:ro)?bots?|(?:pas d'|pas de |aucune? )(?:indexation|archivage|scraping|crawlers?)|ne pas (?:m'|me )?(?:indexer|archiver|scraper)|(?:ro)?bots interdits",
  // Spanish.
  "(?:sin|no a los|nada de) (?:ro)?bots|no (?:me )?(?:indexar|indexes|indexéis|archivar|rastrear)|(?:ro)?bots no|prohibidos? (?:los )?(?:ro)?bots",
  // Portuguese.
  "(?:sem|nada de) (?:bots|robôs)|não (?:me )?(?:indexar|indexe|arquivar|rastrear)",
  // Italian.
  "(?:niente|nessun|senza) (?:ro)?bot|non (?:mi )?(?:indicizzare|indicizzate|archiviare)",
  // Dutch.
  "geen (?:ro)?bots|geen (?:indexering|scraping|archivering)|niet (?:indexeren|scrapen|archiveren|crawlen)",
  // A field of a profile: "Bots: no".
  "(?:bots?|index(?:ing)?|search ?engines?|scrap(?:e|ing)|crawl(?:ing|ers?)?|archiv(?:e|ing)|bridg(?:e|ing)) ?[:=?] ?(?:no|none|never|not|nein|keine|non|aucun|não|nee|❌|🚫|✖|✗|forbidden|opt-?out)",
];
const words = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${inWords
    .join("|")
    .replaceAll("  ", " ")
    .replaceAll(/ (?!\?)/gu, "[\\s_-]+")
    .replaceAll(" ?", "\\s*")})(?![\\p{L}\\p{N}])`,
  "iu",
);
/** Signs, and Japanese, which puts no space between words. */
const signs =
  /[🚫❌⛔]\s*🤖|🤖\s*[🚫❌⛔]|(?:bot|ボット|クローラー?|スクレイピング|インデックス|検索避)\s*(?:は|を|の)?\s*(?:禁止|お断り|拒否|しないで|け)/iu;

/**
 * Whether somebody says no to bots, indexes, archives, research or bridges, in their bio, their name or a
 * field of their profile: by one of the tags that people use for it, or in plain words of English, German,
 * French, Spanish, Portuguese, Italian, Dutch or Japanese. No platform defines them, so what is doubtful
 * counts as a no. `#nobridge` speaks against copies in other networks, and whoever does not want that is
 * not listed here either. `undefined` where no bio is told and nothing else says it.
 */
export function hasOptOutTag(
  bio: string | undefined,
  others: readonly (string | undefined)[],
): boolean | undefined {
  if (saysNoBots(bio) || others.some(saysNoBots)) return true;
  return bio === undefined ? undefined : false;
}

function saysNoBots(written: string | undefined): boolean {
  if (written === undefined) return false;
  const text = written
    .normalize("NFKC")
    .replace(unseen, "")
    .replace(/[’‘`´]/gu, "'");
  return inOne.test(text.replace(/['-]/gu, "_")) || words.test(text) || signs.test(text);
}
