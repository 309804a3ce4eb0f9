import { type Corpus, isRepost, none } from "../../model/corpus.js";
import { postOrigins } from "../../model/item.js";
import type { Network } from "../../model/network.js";
import type { Selection } from "../../model/selection.js";
import type { Partition } from "./communities.js";

export interface GroupingInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  readonly partition: Partition;
}

export interface GroupOfPosts {
  /** What its people wrote themselves, an author's posts one after the other. */
  readonly ownPosts: Int32Array;
  /** With what they passed on. */
  readonly posts: Int32Array;
  /** How many people are in the group, whether they post or not. */
  readonly people: number;
}

interface GroupedPosts {
  /** Isolates too. */
  readonly everybody: GroupOfPosts;
  readonly communities: readonly GroupOfPosts[];
}

const referenced = postOrigins.indexOf("referenced");

/** The posts that count, by the community of their author. O(people + posts). */
export function groupPosts({ corpus, selection, network, partition }: GroupingInput): GroupedPosts {
  const { author, count } = corpus.posts;
  const postsOf = new Map<number, number[]>();
  for (let post = 0; post < count; post += 1) {
    if (selection.origin[post] === referenced || author[post] === none) continue;
    const known = postsOf.get(author[post]);
    if (known === undefined) postsOf.set(author[post], [post]);
    else known.push(post);
  }
  const members: number[][] = Array.from({ length: partition.count }, () => []);
  for (const [node, community] of partition.of.entries()) {
    if (community !== none) members[community].push(network.account[node]);
  }
  const groupOf = (accounts: Iterable<number>, people: number): GroupOfPosts => {
    const posts: number[] = [];
    for (const account of accounts) {
      for (const post of postsOf.get(account) ?? []) posts.push(post);
    }
    const ownPosts = posts.filter((post) => !isRepost(corpus, post));
    return { posts: Int32Array.from(posts), ownPosts: Int32Array.from(ownPosts), people };
  };
  return {
    everybody: groupOf(postsOf.keys(), network.nodeCount),
    communities: members.map((accounts) => groupOf(accounts, accounts.length)),
  };
}
