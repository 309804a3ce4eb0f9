import { type Corpus, isRepost } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { Selection } from "../model/selection.js";

const found = postOrigins.indexOf("found");
const linksPerPerson = 3;

/**
 * For each account up to three of its own posts that more people took up than the others, as
 * addresses: by distinct people who answered, reposted or quoted them, then the newest.
 * O(posts log posts).
 */
export function chooseEvidence(
  corpus: Corpus,
  selection: Selection,
  interactions: InteractionTable,
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
    if (selection.origin[post] !== found || !hasPage || isRepost(corpus, post)) continue;
    const author = corpus.posts.author[post];
    const known = postsOf.get(author);
    if (known === undefined) postsOf.set(author, [post]);
    else known.push(post);
  }
  const takersOf = (post: number): number => takers.get(post)?.size ?? 0;
  // Of what has no time nobody knows how new it is.
  const timeOf = (post: number): number =>
    Number.isNaN(selection.time[post]) ? -Infinity : selection.time[post];
  return (account) =>
    (postsOf.get(account) ?? [])
      .toSorted((a, b) => takersOf(b) - takersOf(a) || timeOf(b) - timeOf(a) || b - a)
      .slice(0, linksPerPerson)
      .flatMap((post) => corpus.posts.url[post] ?? []);
}
