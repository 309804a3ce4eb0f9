import type { Activity } from "../model/activity.js";
import { type Corpus, isRepost } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import { postRoles } from "../model/item.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { Selection } from "../model/selection.js";
import { countEngagers, type Engagements } from "./engagements.js";
import type { Scores } from "./scores.js";

export interface ReasonInput {
  readonly scores: Scores;
  readonly engagements: Engagements;
  readonly activity: Activity;
  readonly core: MutualCore;
}

/** Two plain sentences with numbers that say why a person stands on a list. */
export function giveReasons(account: number, input: ReasonInput): string[] {
  const { scores, engagements, activity, core } = input;
  const last = latestEngagement(account, engagements);
  const fromCore =
    core.size === 0
      ? ""
      : `, ${countEngagers(account, engagements, core.isMember)} of them in the core`;
  const when = Number.isNaN(last) ? "" : `; latest on ${dateOf(last)}`;
  const posts = activity.posts[account];
  const lastPost = activity.lastPost[account];
  const postedWhen = Number.isNaN(lastPost) ? "" : `, the latest on ${dateOf(lastPost)}`;
  return [
    `${people(scores.d[account])} replied to, mentioned, reposted or quoted them${fromCore}${when}.`,
    `${people(scores.t[account])} replied to or mentioned them, and they replied to or mentioned ` +
      `${people(activity.peopleAddressed[account])}; ${posts} own post${posts === 1 ? "" : "s"}${postedWhen}.`,
  ];
}

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function latestEngagement(account: number, engagements: Engagements): number {
  let latest = Number.NaN;
  const end = engagements.offsets[account + 1];
  for (let pair = engagements.offsets[account]; pair < end; pair += 1) {
    const time = engagements.last[pair];
    if (!(latest >= time) && !Number.isNaN(time)) latest = time;
  }
  return latest;
}

const hit = postRoles.indexOf("hit");

/**
 * For each account its own posts that more people took up than the others, as addresses: by
 * distinct people who answered, reposted or quoted them, then the newest. O(posts log posts).
 */
export function chooseEvidence(
  corpus: Corpus,
  selection: Selection,
  interactions: InteractionTable,
  linksPerPerson: number,
): (account: number) => string[] {
  const takers = new Map<number, Set<number>>();
  for (let row = 0; row < interactions.count; row += 1) {
    const post = interactions.targetPost[row];
    if (post < 0) continue;
    const known = takers.get(post) ?? new Set();
    takers.set(post, known.add(interactions.source[row]));
  }
  const postsOf = new Map<number, number[]>();
  for (let post = 0; post < corpus.posts.count; post += 1) {
    const hasPage = corpus.posts.url[post] !== undefined;
    if (selection.role[post] !== hit || !hasPage || isRepost(corpus, post)) continue;
    const author = corpus.posts.author[post];
    const known = postsOf.get(author);
    if (known === undefined) postsOf.set(author, [post]);
    else known.push(post);
  }
  const takersOf = (post: number): number => takers.get(post)?.size ?? 0;
  return (account) =>
    (postsOf.get(account) ?? [])
      .toSorted((a, b) => takersOf(b) - takersOf(a) || b - a)
      .slice(0, linksPerPerson)
      .flatMap((post) => corpus.posts.url[post] ?? []);
}
