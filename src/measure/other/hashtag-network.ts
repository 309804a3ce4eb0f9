import { countPairs } from "../../kernel/count-pairs.js";
import type { ItemNetwork, NetworkItem } from "../../model/other-network.js";
import { counted } from "../../text/counted.js";
import { findEverybodysHashtag } from "./everybodys-hashtag.js";
import { type OtherInput, ownPostsByAuthor } from "./other-input.js";
import { findUsedItems, type UsedItems } from "./used-items.js";

/** Hashtags that are used in the same posts: a tie weighs as many posts as have both. */
export function buildHashtagNetwork(input: OtherInput): ItemNetwork {
  const posts = ownPostsByAuthor(input);
  const { used, note } = findUsedHashtags(input, posts);
  return buildTogether(input, {
    posts,
    rows: input.corpus.posts.tags,
    used,
    itemOf: (item) => ({ kind: "hashtag", name: input.corpus.tagSpellings[item] }),
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(used.ofOne === 0
        ? []
        : [
            `${counted(used.ofOne, "hashtag", "hashtags")} of fewer than two people who may be named: left out.`,
          ]),
    ],
  });
}

/** The hashtags that may be shown, but for the one that is everybody's, and what to say of that. */
export function findUsedHashtags(
  input: OtherInput,
  posts: Int32Array,
): { readonly used: UsedItems; readonly note: string | undefined } {
  const { corpus, heldBack } = input;
  const everybodys = findEverybodysHashtag(input, posts);
  const used = findUsedItems({
    ...input,
    rows: corpus.posts.tags,
    itemCount: corpus.tags.length,
    posts,
    isShown: (item) =>
      item !== everybodys.item &&
      !heldBack.isText(corpus.tags[item]) &&
      !heldBack.isText(corpus.tagSpellings[item].toLowerCase()),
  });
  return { used, note: everybodys.note };
}

interface Together {
  readonly posts: Int32Array;
  readonly rows: OtherInput["corpus"]["posts"]["tags"];
  readonly used: UsedItems;
  readonly itemOf: (item: number) => NetworkItem;
  readonly notes: readonly string[];
}

/**
 * Items and the pairs of them that stand together in a post. A pair that nobody who may be named has used
 * is no tie. O(pairs in the posts).
 */
export function buildTogether(
  { corpus, withheld }: OtherInput,
  { posts, rows, used, itemOf, notes }: Together,
): ItemNetwork {
  const nodeCount = used.items.length;
  const pairs = countPairs({
    rows,
    order: posts,
    groupOf: corpus.posts.author,
    nodeOf: used.nodeOf,
    nodeCount,
    isOpen: (author) => withheld[author] === 0,
  });
  return {
    items: used.items.map(itemOf),
    posts: used.posts,
    people: used.people,
    ties: {
      nodeCount,
      tieCount: pairs.source.length,
      source: pairs.source,
      target: pairs.target,
      weight: pairs.rows,
      people: pairs.groups,
    },
    isDirected: false,
    notes,
  };
}
