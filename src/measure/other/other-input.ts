import { type Corpus, isRepost, none } from "../../model/corpus.js";
import { groupBy } from "../../model/csr.js";
import type { HeldBack } from "../../model/held-back.js";
import { postOrigins } from "../../model/item.js";
import type { PerAccount } from "../../model/per-index.js";
import type { Selection } from "../../model/selection.js";

/** What networks of other things than people are built from. */
export interface OtherInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  /** 1 for people who are never named. */
  readonly withheld: PerAccount<Uint8Array>;
  /** What would name them, and is no node. */
  readonly heldBack: HeldBack;
  /** The hashtag that was asked for. */
  readonly tag: string | undefined;
  /** Everybody, and every post, has another name. */
  readonly isPseudonymous: boolean;
}

const referenced = postOrigins.indexOf("referenced");

/** Posts that count and are no reposts, an author's one after the other. O(posts). */
export function ownPostsByAuthor({
  corpus,
  selection,
}: Pick<OtherInput, "corpus" | "selection">): Int32Array {
  const { author, count } = corpus.posts;
  const counts = new Int32Array(count).fill(none);
  for (let post = 0; post < count; post += 1) {
    if (selection.origin[post] === referenced || isRepost(corpus, post)) continue;
    counts[post] = author[post];
  }
  return groupBy(counts, corpus.accounts.length).columns;
}
