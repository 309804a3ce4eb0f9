import type { OtherInput } from "./other-input.js";

/** A hashtag in so many of the posts that have any is what they were collected by. */
const leastShare = 0.9;

interface EverybodysHashtag {
  /** Index into `Corpus.tags`; `undefined` where there is none. */
  readonly item: number | undefined;
  /** Why it is no node. */
  readonly note: string | undefined;
}

/**
 * The hashtag that ties everything to everything and so says nothing: the one that was asked for, else
 * the most frequent one where 9 of 10 posts with a hashtag have it. O(hashtags in the posts).
 */
export function findEverybodysHashtag(
  { corpus, tag }: Pick<OtherInput, "corpus" | "tag">,
  posts: Int32Array,
): EverybodysHashtag {
  if (tag !== undefined) {
    const item = corpus.tags.indexOf(tag);
    if (item < 0) return { item: undefined, note: undefined };
    return { item, note: `#${corpus.tagSpellings[item]} was asked for and is left out.` };
  }
  const { offsets, columns } = corpus.posts.tags;
  const count = new Int32Array(corpus.tags.length);
  let tagged = 0;
  for (const post of posts) {
    if (offsets[post] < offsets[post + 1]) tagged += 1;
    for (const item of new Set(columns.subarray(offsets[post], offsets[post + 1])))
      count[item] += 1;
  }
  const most = count.reduce((best, one, item) => (one > count[best] ? item : best), 0);
  if (tagged === 0 || count[most] < leastShare * tagged)
    return { item: undefined, note: undefined };
  const share = Math.floor((100 * count[most]) / tagged);
  return {
    item: most,
    note: `#${corpus.tagSpellings[most]} is in ${share}% of the posts with a hashtag and is left out.`,
  };
}
