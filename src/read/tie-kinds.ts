import { type InteractionKind, interactionKinds, type PerKind } from "../model/interaction.js";

/** What people and other programs call each kind, as `foldedName` writes it. */
const kindWords: PerKind<readonly string[]> = {
  repost: (
    "repost reposts reposted retweet retweets retweeted re_tweet rt rts boost boosts boosted " +
    "reblog reblogs reblogged share shares shared via announce"
  ).split(" "),
  reply: (
    "reply replies replied reply_to replies_to replied_to in_reply_to answer answers answered " +
    "comment comments"
  ).split(" "),
  quote: "quote quotes quoted quote_tweet quoted_tweet quote_post".split(" "),
  mention: "mention mentions mentioned at_mention".split(" "),
  follow: "follow follows followed follower followers following friend friends".split(" "),
};

const kindByWord: ReadonlyMap<string, InteractionKind> = new Map(
  interactionKinds.flatMap((kind) =>
    kindWords[kind].map((word): [string, InteractionKind] => [word, kind]),
  ),
);

/** NodeXL's words for who is named inside a text that somebody else wrote. */
const insideRepost = /^mentions?_?in_?(?:a_)?re_?(?:tweet|post)s?$/u;
const insideReply = /^mentions?_?in_?repl(?:y|ies)(?:_?to)?$/u;
const insideQuote = /^mentions?_?in_?quotes?$/u;
const plainPost = /^(?:tweet|tweets|post|posts|original|toot)$/u;

/** What a word says that a tie is. */
export type TieWord = InteractionKind | "inside-repost" | "plain-post";

/** Names of columns come with every row: most are folded once. */
const foldedNames = new Map<string, string>();
const mostFoldedNames = 500_000;

/** A name in the one spelling in which names compare: `Edge Weight` and `edge_weight` are one. */
export function foldedName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const folded = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/gu, "");
  if (foldedNames.size >= mostFoldedNames) foldedNames.clear();
  foldedNames.set(name, folded);
  return folded;
}

/** The kind that a word names, in any usual spelling; `undefined` for another word. */
export function tieWordOf(word: string): TieWord | undefined {
  const folded = foldedName(word.replace(/(?<=[a-z])(?=[A-Z])/gu, " "));
  const kind = kindByWord.get(folded) ?? kindByWord.get(folded.replaceAll("_", ""));
  if (kind !== undefined) return kind;
  if (insideRepost.test(folded)) return "inside-repost";
  if (insideReply.test(folded) || insideQuote.test(folded)) return "mention";
  return plainPost.test(folded) ? "plain-post" : undefined;
}

/** All that a cell names: one kind, or several with a comma, semicolon, bar, slash, `+` or "and". */
export function tieWordsOf(cell: string): readonly (TieWord | undefined)[] {
  const whole = tieWordOf(cell);
  if (whole !== undefined) return [whole];
  const parts = cell.split(/[,;|/+&]|\band\b/u).map((part) => part.replace(/[[\]"']/gu, "").trim());
  return [...new Set(parts.filter((part) => part !== "").map(tieWordOf))];
}
