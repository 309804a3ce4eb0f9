import { none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import type { PostRelations } from "./post-relations.js";

const mention = interactionKinds.indexOf("mention");

/**
 * Ties as twarc-network draws them, for comparison with it: reposts, quotes and replies to the author
 * of the post that came along, every mention but a repost's first, loops and all.
 */
export function addTwarcTies({ corpus, from, to, onlyReposts, addTie }: PostRelations): void {
  const { kind, account, post, position } = corpus.relations;
  for (let at = from; at < to; at += 1) {
    if (kind[at] === mention) {
      const isRepostsFirst = onlyReposts && position[at] === 0;
      if (!isRepostsFirst && account[at] !== none) addTie(at, account[at]);
    } else if (post[at] !== none && corpus.posts.author[post[at]] !== none) {
      addTie(at, corpus.posts.author[post[at]]);
    }
  }
}
