import { none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import type { PostRelations } from "./post-relations.js";

const repost = interactionKinds.indexOf("repost");

/**
 * Adds the clean ties of one post after another: at most one to each person, by the precedence repost, reply,
 * quote, mention; `countWithOneself` takes the kind of one to its author. A post without a name is
 * counted once for each post that it answers. O(relations of the post); nothing is made anew for a post.
 */
export function startCleanTies(
  { corpus, addTie, countUnresolved }: Pick<PostRelations, "corpus" | "addTie" | "countUnresolved">,
  countWithOneself: (kind: number) => void,
): (post: number, onlyReposts: boolean) => void {
  const { offsets, kind, account, post } = corpus.relations;
  /** By account and by post that is answered: the last post that led there. */
  const lastTo = new Int32Array(corpus.accounts.length).fill(none);
  const lastToUnknown = new Int32Array(corpus.posts.count).fill(none);
  return (of, onlyReposts) => {
    const source = corpus.posts.author[of];
    // Relations stand in the order of kinds, which is the order of precedence.
    for (let at = offsets[of]; at < offsets[of + 1]; at += 1) {
      if (onlyReposts && kind[at] !== repost) break;
      const target = account[at];
      if (target === none) {
        const isCounted = post[at] !== none && lastToUnknown[post[at]] === of;
        if (!isCounted) countUnresolved(at);
        if (post[at] !== none) lastToUnknown[post[at]] = of;
      } else if (lastTo[target] !== of) {
        lastTo[target] = of;
        if (target !== source) addTie(at, target);
        else countWithOneself(kind[at]);
      }
    }
  };
}
