/*
 * How people say no to programs, research, archives and training in plain words, a row a language. Spaces
 * stand for any gap; case and accents do not matter. No platform defines these, so what is
 * doubtful counts as a no; but who builds bots, or does research, says nothing of the kind.
 */

import { plainLetters } from "./plain-letters.js";

const ai = "(?:ai|ki|ia|llm|genai|machine learning)";
const programs =
  "(?:ro)?bots|scrap(?:ing|ers?|es)|web ?scraping|crawl(?:ing|ers?)|indexing|indexers?|data ?mining";

/** A sentence by itself, or with thanks: "No AI." says more than "No AI in this office". */
const alone = "(?= ?(?:$|[.,;:!|/•·\\n\\r)\\]]|please|pls|thanks|thank you))";
const start = "(?<=(?:^|[.,;:!|/•·\\n\\r(\\[-]) ?)";

const english: readonly string[] = [
  // "I am no bot" and "no robots were harmed" say something else.
  `(?<!(?:am|i'm|is|are|was|were|has|have|there's|see|sees|saw|know|knows|use|uses|run|runs|with|like|likes|hate|hates|love|loves) )no (?:more |ai |web |search |automated )?(?:(?:ro)?bots|bot|indexing|index|indexers?|scraping|scrapers?|crawling|crawlers?|spiders|archiving|archivers?|bridging|search engines?|data (?:mining|scraping|harvesting|collection)|research (?:use|please|thanks))(?! (?:were|was|have|had|has|can|could|would|involved|needed|used|harmed|or humans|cards?|fingers?|funds?))`,
  "(?<!(?:i|we|you|they|who|that|people|robots|libraries|to) )(?:do not|don't|dont|please never|not to be|not be) (?:index|indexed|scrape|scraped|crawl|crawled|archive|archived|bridge|bridged|harvest|harvested|data mine)",
  "(?:bots?|crawlers?|scrapers?|indexing|scraping|crawling|archiving|bridging|research(?:ers)?|data mining|ai training) (?:are |is )?(?:not (?:welcome|allowed|wanted|permitted|ok|okay)|unwelcome|forbidden|prohibited|keep out|go away|stay away)",
  `not for (?:research|scientific|data|archiving|archives|indexing|scraping|training|${ai})|opt(?:ed|ing)? ?out of (?:all )?(?:research|studies|archiv(?:es|ing)|index(?:es|ing)|scraping|data collection|search(?: engines)?|${ai})`,
  `(?<!(?:i|we|you|they) )(?:do not|don't|dont|may not|must not|never) use (?:my|this|these|any of my|them|it|me) (?:(?:posts?|toots?|tweets?|data|words|account|content|profile|work|art) )?(?:for|in|to train) (?:any |an )?(?:research|stud(?:y|ies)|training|data|archives?|${ai})`,
  `no (?:${ai} )?training|no ${ai} (?:scraping|learning|crawlers?|crawling|bots|harvesting|use of my|please|thanks)|${start}no (?:to )?${ai}${alone}`,
  `(?:do not|don't|dont|never) (?:feed|give|sell) (?:my|this|these|any of my) (?:posts?|toots?|tweets?|words|content|data|work|art) to (?:an |any |your )?(?:${ai}|machines?)|(?:do not|don't|dont) train (?:your |any |an )?(?:${ai}|models?)`,
  "(?:do not|don't|dont|no) consent (?:to|for) (?:be |being |any |my )?(?:research|researched|studied|studies|scraping|scraped|archiving|archived|indexing|indexed|data (?:mining|collection)|training|ai|use in research)",
  "no unauthori[sz]ed (?:research|scraping|archiving|indexing|data)|not a research (?:subject|object)|keep (?:me|my (?:posts?|toots?|data|account)) out of (?:your |any |all )?(?:research|studies|datasets?|data sets?|archives?|search|ai)",
];

const others: readonly string[] = [
  // German. "Kein Bot" alone says that somebody is none.
  `keine?(?:rlei|n)? (?:${programs}|roboter|indexierung|indizierung|archivierung|suchmaschinen?|datensammler|datensammlung|datenerhebung|${ai} ?(?:training|scraping|crawler|nutzung)|forschung bitte|forschungsnutzung)`,
  "nicht (?:indexieren|indizieren|crawlen|scrapen|archivieren|beforschen|für (?:die )?(?:wissenschaftliche )?(?:forschung|forschungszwecke|studien|zwecke der forschung|archive|ki|ai|training)|zur (?:forschung|archivierung|indexierung))",
  "(?:bots|crawler|scraping|archivierung|indexierung|forschung|ki ?training|data ?mining) (?:ist |sind )?(?:unerwünscht|verboten|untersagt|nicht (?:erwünscht|erlaubt|gestattet|gewünscht))",
  // French.
  `(?:pas de|pas d'|aucune?s?|sans|non aux?|non à l'|stop aux?) ?(?:${programs}|robots?(?: d'indexation)?|indexation|archivage|moissonnage|collecte de données|entra[iî]nement d'${ai})`,
  "(?:ne|merci de ne|prière de ne) pas (?:m'|me )?(?:indexer|archiver|scraper|aspirer|moissonner)|n'(?:indexez|archivez) pas|ne (?:scrapez|m'indexez|m'archivez) pas",
  `(?:pas|ne pas utiliser (?:mes|ces) (?:pouets|posts|messages|publications|contenus|données)) (?:pour|à des fins de) (?:la |une |l'|des )?(?:recherche|étude|${ai}|entra[iî]nement)`,
  "(?:(?:ro)?bots|crawlers) interdits|(?:archivage|scraping|moissonnage) interdit|(?:indexation|recherche|collecte de données) interdite",
  // Spanish.
  `(?:sin|no a los|no al|no a la|nada de) (?:${programs}|indexación|raspado|archivado|rastreo|minería de datos|entrenamiento de ${ai})`,
  `no (?:me )?(?:indexar|indexes|indexéis|archivar|archives|archivéis|rastrear|rastrees|raspar|scrapear|entrenar ${ai})|(?:ro)?bots no${alone}|prohibid[oa]s? (?:el |la |los |su )?(?:(?:ro)?bots|scraping|archivado|indexación|rastreo|uso en investigación)`,
  `no (?:(?:apt[oa] |utilizar |usar |uséis |uses )?(?:(?:mis|estas|estos) (?:publicaciones|mensajes|toots|tuits|datos) )?)para (?:la |una |fines de )?(?:investigación|estudios|entrenar|${ai})`,
  // Portuguese.
  `(?:sem|nada de|não aos?|não à) (?:${programs}|robôs|indexação|raspagem|arquivamento|rastreamento|mineração de dados|treino de ${ai}|treinamento de ${ai})`,
  `não (?:me )?(?:indexar|indexe|indexem|arquivar|arquive|arquivem|rastrear|raspar)|não (?:é |use |usem |usar |utilizar )?(?:(?:meus|os meus|minhas|estes) (?:posts|toots|dados|conteúdos|publicações) )?(?:para|em) (?:fins de )?(?:pesquisas?|investigação|estudos|treinar|${ai})|(?:bots|robôs) proibidos|(?:pesquisa|indexação) proibida|(?:arquivamento|scraping) proibido`,
  // Italian.
  `(?:niente|nessun[oa]?|senza|no ai|no agli|vietati) (?:${programs}|(?:ro)?bot|indicizzazione|archiviazione|raccolta dati|addestramento di ${ai})`,
  `non (?:mi )?(?:indicizzare|indicizzate|archiviare|archiviate)|non (?:(?:usare|usate|utilizzare) )?(?:(?:i miei|questi) (?:post|toot|contenuti|dati|messaggi) )?per (?:la |scopi di |l')?(?:ricerca|studi|addestrare|${ai})|(?:ro)?bot vietati|(?:indicizzazione|archiviazione|ricerca) vietata|scraping vietato`,
  // Dutch.
  `geen (?:${programs}|indexering|archivering|zoekmachines?|dataverzameling|${ai} ?training)|niet (?:indexeren|scrapen|archiveren|crawlen)|niet (?:gebruiken )?voor (?:wetenschappelijk )?(?:onderzoek|${ai}|training)|(?:ro)?bots (?:verboden|niet welkom|ongewenst)|(?:scraping|archivering|onderzoek) (?:verboden|niet toegestaan)`,
  // Swedish.
  `ing(?:a|en|et) (?:${programs}|(?:ro)?botar|indexering|skrapning|arkivering|sökmotorer|datainsamling|${ai} ?träning)|(?:inte|ej) (?:för|till|i) forskning|(?:inte|ej) (?:indexeras|arkiveras|skrapas)|(?:indexera|arkivera|skrapa) (?:mig )?(?:inte|ej)|(?:botar|forskning|skrapning) (?:undanbedes|förbjud(?:na|en|et))`,
  // Danish and Norwegian.
  `ing(?:en|a) (?:${programs}|(?:ro)?boter|robotter|indeksering|skraping|arkivering|søgemaskiner|søkemotorer|dataindsamling|datainnsamling|${ai} ?(?:træning|trening))|(?:ikke|ikkje) (?:til|for|i) forskning|(?:ikke|ikkje) (?:indekser(?:es)?|arkiver(?:es)?|skrap(?:es)?|scrapes)`,
  // Polish.
  "(?:bez|żadnych) (?:ro)?botów|bez (?:indeksowania|archiwizacji|archiwizowania|scrapingu|scrapowania|trenowania (?:ai|si))|nie (?:indeksować|indeksuj(?:cie)?|archiwizować|archiwizuj(?:cie)?|scrapować|scrapuj(?:cie)?)|nie wyrażam zgody na (?:badania|indeksowanie|archiwizację|scraping|scrapowanie|udział w badaniach|wykorzystanie)|nie do (?:celów )?bada(?:ń|wczych)|zakaz (?:botów|indeksowania|scrapowania|archiwizacji)|botom wstęp wzbroniony",
  // Catalan.
  "(?:sense|cap|res de) (?:ro)?bots|no (?:m')?(?:indexar|indexeu|arxivar|arxiveu)|no per a (?:la )?recerca",
  // Czech.
  "žádní (?:ro)?boti|žádné (?:ro)?boty|bez (?:ro)?botů|ne(?:indexovat|indexujte|archivovat|archivujte|scrapovat|scrapujte)|ne pro výzkum",
  // Finnish.
  "ei (?:ro)?botteja|ei (?:indeksointia|arkistointia|tutkimuskäyttöön|tutkimukseen)|älä (?:indeksoi|arkistoi)",
  // Russian and Ukrainian.
  "(?:без|никаких) (?:ро)?ботов|не (?:индексировать|индексируйте|архивировать|архивируйте|парсить)|не для исследований|(?:ро)?боты запрещены|(?:индексация|архивация) запрещена|(?:парсинг|скрапинг) запрещ[её]н|ботам (?:нельзя|вход запрещ[её]н)",
  "без (?:ро)?ботів|не (?:індексувати|індексуйте|архівувати|архівуйте)|не для досліджень|ботам не можна",
];

const noes =
  "no|none|never|not|nein|keine?|non|aucun|não|nee|nej|nei|nie|ingen|ne|нет|ні|off|false|opt-?out|forbidden|❌|🚫|⛔|✖|✗|👎";
const subjects = plainLetters(
  "bots?|robots?|index(?:ing|ation|ierung)?|search ?engines?|search|suche|scrap(?:e|ing|er|ers)|crawl(?:ing|ers?)?|archiv(?:e|es|ing|ierung|age|o)|bridg(?:e|ing)|research|forschung|recherche|investigación|ricerca|pesquisa|onderzoek|forskning|badania|" +
    `${ai}(?: ?training)?|data ?mining`,
);
/** A field of a profile, or a line of a bio: "Bots: no". */
const field = `${start}(?:${subjects}) ?[:=?] ?(?:${noes})(?= ?(?:$|[.,;:!|/•·\\n\\r)\\]]|please|pls|thanks|thank|danke|merci|gracias|grazie|obrigad|bedankt|tack))`;
const sign = `(?:🚫|❌|⛔|🙅) ?(?:${subjects})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?:${subjects}) ?(?:🚫|❌|⛔)`;

/** Of `plainLetters`. Gaps are bounded, so that it takes time linear in the text. */
export const optOutWords = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:${plainLetters([...english, ...others].join("|"))})(?![\\p{L}\\p{N}])`,
    field,
    sign,
  ]
    .join("|")
    .replaceAll(" ?", "[\\s_-]{0,4}")
    .replaceAll(" ", "[\\s_-]{1,4}"),
  "iu",
);

/** Chinese, Japanese and Korean, which put no space between words. */
export const optOutSigns = new RegExp(
  [
    "[🚫❌⛔]\\s*🤖|🤖\\s*[🚫❌⛔]",
    "(?:bot|ボット|クローラー?|クロール|スクレイピング|インデックス|アーカイブ|検索避|研究(?:利用|目的)|(?:AI|機械)の?学習)\\s*(?:は|を|の|での利用|への?|に)?\\s*(?:禁止|お断り|拒否|しないで|使わないで|ご遠慮|け)",
    "(?:禁止|请勿|請勿|谢绝|謝絕|拒绝|拒絕|不要|不得)(?:任何|被|以|将|將)?\\s*(?:机器人|機器人|爬虫|爬蟲|爬取|抓取|采集|採集|索引|收录|收錄|存档|存檔|归档|歸檔|AI ?(?:训练|訓練|学习|學習)|用[于於]研究)",
    "(?:봇|크롤링|스크래핑|수집|아카이브|인덱싱|AI ?학습|연구 ?이용)\\s*(?:을|를|은|는)?\\s*(?:금지|사절|거부)",
  ].join("|"),
  "iu",
);
