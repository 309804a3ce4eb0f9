/** What a profile says of itself; names and bios are in any language. */
interface ProfileWords {
  readonly handle: string | undefined;
  readonly name: string | undefined;
  readonly bio: string | undefined;
}

/** A sign that speaks for an organisation, or with a negative weight for a person. */
interface Sign {
  readonly weight: number;
  readonly words: RegExp;
}

/** Nouns that name an organisation, a group or an event, and are hardly ever somebody's name. */
const nouns =
  "conferences?|society|societies|association|asociaci[oó]n|associa[cç][aã]o|universit(?:y|ies)|universidad|universidade|université|universität|" +
  "institut(?:e|o|ion)?|departments?|departamento|faculty|facultad|fakultät|journal|foundation|fundaci[oó]n|stiftung|groupe?|gruppe|team|" +
  "labs?|laborator(?:y|io|ium)|cent(?:re|er)|centro|zentrum|consortium|alliance|union|network|netzwerk|community|comunidad|communauté|club|" +
  "council|ministry|museum|museo|musée|library|biblioth[eè]que|bibliothek|biblioteca|press|verlag|media|news|radio|podcast|magazine|gazette|" +
  "inc|ltd|llc|gmbh|corp|company|studios?|hub|initiative|project|programme|platform|meet-?ups?|hackathon|symposium|workshops?|summit|congress|" +
  "congreso|kongress|festival|academy|solutions|services|technologies|consulting|agency|bureau|collective|coalition|committee|federation|" +
  "charity|hospital|clinic|verein|r-?ladies|pyladies|pydata|newsletter|assembly|shop|store|zeitschrift|magazin|fachmagazin|nieuwsmedium|publishing|publications|forum|task ?force";
const inWords = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");

const inName: readonly Sign[] = [
  { weight: 4, words: inWords(nouns) },
  {
    weight: 2,
    words: inWords(
      "post|times|herald|tribune|daily|today|trends?|alerts|updates|jobs|the conversation",
    ),
  },
  // "useR! 2019": an event; somebody's year of birth stands without a space.
  { weight: 3, words: /\p{L}.*[\s!'’](?:19|20)\d\d$/u },
];

/** Two or three words with capitals, and none of the nouns: most people are called like that. */
const likePerson =
  /^(?:Dr\.? |Prof\.? )?\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|van|von|da|der|del|la|bin) )?\p{Lu}[\p{L}'’.-]*){1,2}(?:,? [Pp][Hh]\.?[Dd]\.?)?$/u;

const inHandle: readonly Sign[] = [
  {
    weight: 2,
    words:
      /(?:conf|_org|post|times|herald|tribune|today|official|hq|_?news|society|assoc|univ|dept|journal|labs?|group|team|club|meetup|media|foundation|network|alliance|union|community|platform|consortium|magazine|podcast|radio|_inc|ltd|gmbh)\d*$/iu,
  },
  { weight: 2, words: /^(?:rladies|pyladies|pydata|satrdays)/iu },
  { weight: 1, words: /20(?:1|2)\d(?:_?conf)?$/iu },
];

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const inBio: readonly Sign[] = [
  {
    weight: 4,
    words: inWords(
      "(?:un)?official (?:twitter|mastodon|x|acct|account|page|feed|handle|home|living)|twitter ufficiale|(?:cuenta|compte|conta|account) (?:oficial|officiel|ufficiale)|offizielle[rs]? (?:account|kanal)",
    ),
  },
  { weight: 4, words: inWords("(?:twitter |mastodon )?(?:account|feed) (?:of|for) the") },
  { weight: 2, words: inWords("we|our|we['’](?:re|ve)|somos|nuestr[ao]s?|nous|notre|wir|unsere?") },
  {
    weight: 3,
    words: inWords(
      "we (?:are(?! all)|aim|believe|bring|build|connect|create|develop|have|help|host|make|offer|organi[sz]e|promote|provide|publish|run|share|support|work)|" +
        "we['’]re|(?:join|contact|follow|visit) us|somos una?|nous sommes|wir sind|" +
        "our (?:aim|blog|community|events?|members?|mission|newsletter|podcast|readers|research|services|site|students|team|website|work)",
    ),
  },
  {
    weight: 3,
    words: inWords(
      "brought to you by|a project of|(?:tweets|posts|creator|maintainers?|maintained by|run by):?(?: by)?(?= @)|(?:blog|site|podcast|show|project|account) (?:run |maintained )?by",
    ),
  },
  {
    weight: 3,
    words: inWords(
      `(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)? ?(?:[-–&]|to) ?(?:(?:${months})\\.? )?\\d{1,2}`,
    ),
  },
  {
    weight: 3,
    words:
      /(?<!\d)\d{1,2}(?:\.? ?(?:y|to|[-–&]|und|et|e|bis) ?\d{1,2})\.? (?:(?:de|of) )?(?:\p{L}{3,10})\.?(?: (?:de )?20\d\d)?(?!\p{L})(?=.*20\d\d)/iu,
  },
  {
    weight: 3,
    words: inWords(`(?:is|are)(?: an?)+ (?:[\\p{L}\\p{N}#-]+ ){0,3}(?:${nouns}|organi[sz]ation)`),
  },
  { weight: 3, words: inWords("(?:the |our )?(?:vision|mission|goal) (?:of|is)") },
  {
    weight: 3,
    words: inWords(
      "non-?profit|not-for-profit|all the news|news(?:,| and) |worldwide organi[sz]ation|call for (?:papers|abstracts)",
    ),
  },
  {
    weight: 4,
    words: new RegExp(
      `^(?:(?:this is )?(?:an?|the) )?(?:(?!(?:we|of|at|in|with|for|member|part) )[\\p{L}\\p{N}#*+-]+ ){0,5}(?:${nouns}|organi[sz]ation|blog|show|course|unit|unité|charity|publisher|retailer|provider)(?: (?:of|for|in|on|that|to|at|dedicated|promoting|from|and|with|organi[sz]ed|advancing|de|für)(?!\\p{L})|[.,:|]|$)`,
      "iu",
    ),
  },
  {
    weight: 3,
    words:
      /^(?:\W{0,3})(?:campaign|promot|provid|deliver|represent|support|advanc|connect|bring|organi[sz]|catalyz|foster|empower|champion|celebrat|advocat)(?:ing|s|es)\b/iu,
  },
  {
    weight: 2,
    words: inWords(
      "get (?:involved|the latest)|breaking news|aims? to|delivers|represents|provides|develops|brings together|join the|sign up|subscribe|get in touch|established in|founded in|est\\.? ?(?:18|19|20)\\d\\d",
    ),
  },
  {
    weight: 4,
    words: inWords(
      "(?<!not? (?:a )?)(?:ro)?bot|auto-?(?:retweet|tweet|post)(?:ing|s|ed)?|unattended|rss[ -]feeds?",
    ),
  },
  {
    weight: -4,
    words: /(?<![\p{L}\p{N}.#@/])(?:I|I['’]?(?:m|ve|d|ll)|my|me|mine|myself)(?![\p{L}\p{N}])/u,
  },
  {
    weight: -4,
    words: /(?<![\p{L}\p{N}])(?:My|MY|Mein|meine?|mi|mis|mes|mon|ich|yo|je)(?![\p{L}\p{N}])/u,
  },
  {
    weight: -4,
    words:
      /(?<!\p{L})(?:she|he|they|sie|er|elle|ella|él)\s*[/|·]\s*(?:her|him|them|they|ihr|ihm|elle|ella|él)(?!\p{L})/iu,
  },
  {
    weight: -3,
    words: inWords(
      "(?:associate |assistant |full |adjunct )?prof(?:essor(?:a|in)?)?|lecturer|(?:phd|ph\\.d\\.?|msc|mba|grad(?:uate)?|master['’]?s?)(?: ?(?:student|candidate))?|" +
        "student|post-?doc(?:toral)?|researcher|scientist|engineer|developer|statistician|bioinformatician|biologist|ecologist|psychologist|sociologist|" +
        "economist|physicist|mathematician|epidemiologist|historian|journalist|author|writer|editor|teacher|librarian|nurse|doctor|physician|analyst|" +
        "consultant|designer|programmer|hacker|geek|nerd|enthusiast|lover|fan|addict|mum|mom|dad|father|mother|husband|wife|papa|grand(?:ma|pa|mother|father)|" +
        "founder|co-?founder|(?:ceo|cto|director|manager|chair|president|secretary)(?!:)|lawyer|artist|musician|photographer|retweets not endorsements|rts? ≠|" +
        "(?:views|opinions|tweets)(?: are| expressed)?(?: all)? (?:my|mine|own|personal)|personal (?:views|opinions|account)|fellow|freelancer?|activist|retired",
    ),
  },
];

/** What reaches this weight reads like an organisation. */
const enough = 3;

/**
 * Whether a profile reads like that of an organisation, a group or an event, and not like a person's: by words of
 * name, bio and handle in English and some of Spanish, French, German and Portuguese. `undefined` where neither name nor
 * bio is told. How often it is right: docs/whom-to-follow.md.
 */
export function readsLikeOrganisation({ handle, name, bio }: ProfileWords): boolean | undefined {
  if (name === undefined && bio === undefined) return undefined;
  const text = bio?.replace(/\s+/gu, " ").trim();
  const weight =
    weighName(name) + weigh(inHandle, handle) + weigh(inBio, text) + speaksOfItself(name, text);
  return weight >= enough;
}

function weighName(name: string | undefined): number {
  const weight = weigh(inName, name);
  return weight === 0 && name !== undefined && likePerson.test(name) ? -2 : weight;
}

function weigh(signs: readonly Sign[], written: string | undefined): number {
  if (written === undefined) return 0;
  const text = written.normalize("NFKC");
  return signs.reduce((sum, { weight, words }) => sum + (words.test(text) ? weight : 0), 0);
}

/** "QCIF delivers services": people seldom begin with their own whole name. */
function speaksOfItself(name: string | undefined, bio: string | undefined): number {
  if (name === undefined || bio === undefined) return 0;
  const [plainName, plainBio] = [name, bio.replace(/[,!?…].*/u, "")].map((text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/^(?:the|el|la|le|die|der|das) /u, "")
      .replace(/[^\p{L}\p{N} ]/gu, "")
      .trim(),
  );
  return plainName !== "" && plainBio.startsWith(`${plainName} `) ? 4 : 0;
}
