import { type Corpus, isRepost, none } from "../../model/corpus.js";

/**
 * Of each of these hashtags, how many different people in these posts have it of the same post, at most: its author, and
 * those who reposted it. Where a source does not say which post was reposted, reposts of one person with the same hashtags
 * count as of one. O(hashtags in the posts).
 */
export function mostThroughOnePost(
  tags: readonly number[],
  posts: Int32Array,
  corpus: Corpus,
): number[] {
  const { author, tags: rows } = corpus.posts;
  const people = new Map(tags.map((tag) => [tag, new Map<string, Set<number>>()]));
  for (const post of posts) {
    for (let at = rows.offsets[post]; at < rows.offsets[post + 1]; at += 1) {
      const ofTag = people.get(rows.columns[at]);
      if (ofTag === undefined) continue;
      const original = originalOf(corpus, post);
      const known = ofTag.get(original);
      if (known === undefined) ofTag.set(original, new Set([author[post]]));
      else known.add(author[post]);
    }
  }
  return tags.map((tag) =>
    [...(people.get(tag) ?? new Map<string, Set<number>>()).values()].reduce(
      (most, { size }) => Math.max(most, size),
      0,
    ),
  );
}

function originalOf(corpus: Corpus, post: number): string {
  if (!isRepost(corpus, post)) return String(post);
  const { offsets, post: posts, account } = corpus.relations;
  const first = offsets[post];
  if (posts[first] !== none) return String(posts[first]);
  const { tags } = corpus.posts;
  const own = tags.columns.subarray(tags.offsets[post], tags.offsets[post + 1]);
  return `${account[first]} ${[...own].sort((a, b) => a - b).join(" ")}`;
}
