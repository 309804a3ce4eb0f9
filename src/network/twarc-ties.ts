import { none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import type { PostRelations } from "./post-relations.js";

const mention = interactionKinds.indexOf("mention");

/**
 * Ties as twarc-network draws them, for comparison with it: reposts, quotes and replies to the author
 * of the post that came along, every mention but a repost's first, loops and all.
 */
export function addTwarcTies(relations: PostRelations): void {
  const { corpus, from, to, onlyReposts, addTie, countUnresolved } = relations;
  const { kind, account, post, position } = corpus.relations;
  for (let at = from; at < to; at += 1) {
    if (kind[at] === mention && onlyReposts && position[at] === 0) continue;
    const author = post[at] === none ? none : corpus.posts.author[post[at]];
    const target = kind[at] === mention ? account[at] : author;
    if (target === none) countUnresolved(at);
    else addTie(at, target);
  }
}
