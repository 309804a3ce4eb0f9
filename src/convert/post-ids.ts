import { type Corpus, none } from "../model/corpus.js";
import { postOrigins } from "../model/item.js";

interface PostIds {
  /** In the order of posts. */
  readonly ids: readonly string[];
  /** Posts of people who are not to be named. */
  readonly withheld: number;
  /** Posts whose source gives them no id that means something elsewhere. */
  readonly withoutId: number;
}

const referenced = postOrigins.indexOf("referenced");

/**
 * What the posts that count are found by again: the number on X, the `uri` on Mastodon and elsewhere.
 * O(posts).
 */
export function listPostIds({ posts }: Corpus, origin: Uint8Array, withheld: Uint8Array): PostIds {
  const ids: string[] = [];
  const left = { withheld: 0, withoutId: 0 };
  for (const [post, key] of posts.key.entries()) {
    if (origin[post] === referenced) continue;
    const author = posts.author[post];
    const id = idOf(key);
    if (author !== none && withheld[author] === 1) left.withheld += 1;
    else if (id === undefined) left.withoutId += 1;
    else ids.push(id);
  }
  return { ids, ...left };
}

function idOf(key: string): string | undefined {
  return /^(?:https?|at):\/\//u.test(key) ? key : /^x:(\d+)$/u.exec(key)?.[1];
}
