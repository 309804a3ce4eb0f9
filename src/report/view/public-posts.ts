import type { Analysis } from "../../model/analysis.js";
import { saysNo } from "../../model/consent-signs.js";
import { type Corpus, isRepost, none } from "../../model/corpus.js";
import type { Csr } from "../../model/csr.js";
import { isPostHeld } from "../../model/held-back.js";
import { type InteractionKind, interactionKinds } from "../../model/interaction.js";
import { postOrigins } from "../../model/item.js";
import { makeRows, type Rows } from "../../model/rows.js";
import { printable } from "../../text/unprintable.js";
import type { PublicPost } from "./public-report.js";
import type { PublicTexts } from "./public-texts.js";
import { isoTime } from "./public-values.js";

const referenced = postOrigins.indexOf("referenced");

/** Of which posts the id would name somebody: 1 a post. O(posts). */
export function heldPosts(analysis: Analysis): Uint8Array {
  const { corpus } = analysis;
  return Uint8Array.from(corpus.posts.key, (_, post) =>
    isPostHeld(corpus, post, analysis) ? 1 : 0,
  );
}

/**
 * Posts that count, by time, as others may see them: none of anybody who has opted out. What would lead to a
 * post is not told where it engages such a person, and of no post where everybody has a pseudonym.
 * These stand last, by author, kind and language, so that their places tell nothing either. `isHeld` is `heldPosts`.
 */
export function publicPosts(
  analysis: Analysis,
  texts: PublicTexts,
  isHeld: Uint8Array,
): Rows<PublicPost> {
  const { corpus, selection, withheld, pseudonymKey, postTexts } = analysis;
  const { accounts, tagSpellings, links: linkNames, languages } = corpus;
  const { key, url, author, tags, links, language } = corpus.posts;
  const { origin, time } = selection;
  const isHidden = (account: number): boolean => account !== none && withheld[account] === 1;
  const leads = (post: number): boolean =>
    pseudonymKey !== undefined || isHeld[post] === 1 || engages(corpus, post, isHidden);
  const bare = (post: number): PublicPost => ({
    id: undefined,
    author: author[post] === none ? undefined : accounts[author[post]].key,
    time: undefined,
    kind: kindOf(corpus, post),
    origin: postOrigins[origin[post]],
    language: language[post] === none ? undefined : texts.text(languages[language[post]]),
    hashtags: undefined,
    links: undefined,
    replyTo: undefined,
    repostOf: undefined,
    quoteOf: undefined,
    url: undefined,
    text: undefined,
  });
  // Whoever says no is not quoted, even in an analysis that names everybody.
  const textOf = (post: number): string | undefined =>
    postTexts === undefined || author[post] === none || saysNo(accounts[author[post]])
      ? undefined
      : texts.post(postTexts.get(key[post]));

  const told: number[] = [];
  const untold: PublicPost[] = [];
  for (const [post, one] of origin.entries()) {
    if (one === referenced || isHidden(author[post])) continue;
    if (leads(post)) untold.push(bare(post));
    else told.push(post);
  }
  untold.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

  const tagText = tagSpellings.map((tag) => texts.text(`#${tag}`)?.slice(1));
  const linkText = linkNames.map((link) => texts.link(link));
  const idOf = (post: number): string | undefined =>
    post === none || isHeld[post] === 1 ? undefined : printable(key[post]);
  return makeRows(told.length + untold.length, (at) => {
    if (at >= told.length) return untold[at - told.length];
    const post = told[at];
    return {
      ...bare(post),
      id: idOf(post),
      time: isoTime(time[post]),
      hashtags: listed(tags, post, tagText),
      links: listed(links, post, linkText),
      replyTo: idOf(targetOf(corpus, post, "reply")),
      repostOf: idOf(targetOf(corpus, post, "repost")),
      quoteOf: idOf(targetOf(corpus, post, "quote")),
      url: texts.link(url[post], accounts[author[post]]?.handle),
      text: textOf(post),
    };
  });
}

/** Which post one answers, passes on or quotes; `none` where it does not, or nobody knows which. */
function targetOf({ relations }: Corpus, post: number, kind: InteractionKind): number {
  const wanted = interactionKinds.indexOf(kind);
  for (let at = relations.offsets[post]; at < relations.offsets[post + 1]; at += 1) {
    if (relations.kind[at] === wanted && relations.post[at] !== none) return relations.post[at];
  }
  return none;
}

function kindOf(corpus: Corpus, post: number): PublicPost["kind"] {
  const { offsets, kind } = corpus.relations;
  const has = (wanted: InteractionKind): boolean =>
    kind.subarray(offsets[post], offsets[post + 1]).includes(interactionKinds.indexOf(wanted));
  if (isRepost(corpus, post)) return "repost";
  return has("reply") ? "reply" : has("quote") ? "quote" : "post";
}

/** Whether a post names, answers, passes on or quotes somebody of these. */
function engages(
  { relations, posts }: Corpus,
  post: number,
  isOne: (account: number) => boolean,
): boolean {
  for (let at = relations.offsets[post]; at < relations.offsets[post + 1]; at += 1) {
    const target = relations.post[at];
    if (isOne(relations.account[at]) || (target !== none && isOne(posts.author[target])))
      return true;
  }
  return false;
}

function listed(
  { offsets, columns: values }: Csr,
  post: number,
  texts: readonly (string | undefined)[],
): string | undefined {
  const found = Array.from(
    values.subarray(offsets[post], offsets[post + 1]),
    (item) => texts[item],
  ).filter((text) => text !== undefined);
  return found.length === 0 ? undefined : found.join(" ");
}

function sortKey({ author, kind, origin, language }: PublicPost): string {
  return [author ?? "", kind, origin, language ?? ""].join(" ");
}
