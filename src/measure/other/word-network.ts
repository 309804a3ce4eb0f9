import type { ItemNetwork } from "../../model/other-network.js";
import { buildTogether } from "./hashtag-network.js";
import { type OtherInput, ownPostsByAuthor } from "./other-input.js";
import { findUsedItems } from "./used-items.js";

/** More words than these are no picture of anything, and their pairs are millions. */
const mostWords = 500;

/** Words that are used in the same posts: a tie weighs as many posts as have both. */
export function buildWordNetwork(input: OtherInput): ItemNetwork {
  const { corpus, heldBack } = input;
  const posts = ownPostsByAuthor(input);
  const used = findUsedItems({
    ...input,
    rows: corpus.posts.words,
    itemCount: corpus.words.length,
    posts,
    isShown: (item) => !heldBack.isText(corpus.words[item]),
    most: mostWords,
  });
  return buildTogether(input, {
    posts,
    rows: corpus.posts.words,
    used,
    itemOf: (item) => ({ kind: "word", name: corpus.words[item] }),
    notes: [
      ...(used.beyond === 0
        ? []
        : [`The ${mostWords} words of most people are shown; ${used.beyond} more are left out.`]),
      "Words of one person, and words without a meaning of their own, are left out.",
    ],
  });
}
