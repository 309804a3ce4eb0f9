import type { Csr } from "../../model/csr.js";

import type { GroupOfPosts } from "../community/group-posts.js";
import { type ItemUses, startItemCounter } from "./item-uses.js";

export interface RankingInput {
  readonly rows: Csr;
  readonly itemCount: number;
  readonly author: Int32Array;
  readonly withheld: Uint8Array;
  /** A repost has it of its original. */
  readonly isInReposts: boolean;
  /** However often it stands in a post. */
  readonly isOncePerPost: boolean;
  readonly nameOf: (item: number) => string;
  readonly isShown: (name: string, item: number) => boolean;
}

export interface Apart {
  /** How many people use an item, of all. */
  readonly usersOf: Int32Array;
  readonly people: number;
  readonly size: number;
  readonly most: number;
  /** How many people of the group, who may be named, use it; without it, two. */
  readonly fewestUsers?: number;
  /** What more people than these use of all is everybody's; without it, nothing is. */
  readonly mostUsersOfAll?: number;
}

/** Items of one kind: how groups use them, and which come first. */
export interface ItemRanking {
  readonly nameOf: (item: number) => string;
  /** As `ItemCounter.over`; a count is of posts where an item counts once a post. */
  over<Seen>(group: GroupOfPosts, look: (uses: ItemUses) => Seen): Seen;
  /** By authors, then count, then number. O(items used, and the logarithm of those of several people). */
  top(uses: ItemUses): number[];
  /** By the share of the group that uses an item, times how much larger it is than that of all. */
  settingApart(uses: ItemUses, apart: Apart): number[];
}

const topCount = 10;
/** What one person alone uses is that person's, not the community's. */
const fewestUsers = 2;

/** A ranking that has columns of its own, made once for all groups. */
export function startRanking(input: RankingInput): ItemRanking {
  const { nameOf, isShown } = input;
  const counter = startItemCounter(input);
  const firstShown = (items: Iterable<number>, most: number): number[] => {
    const found: number[] = [];
    for (const item of items) {
      if (found.length === most) break;
      if (isShown(nameOf(item), item)) found.push(item);
    }
    return found;
  };
  const ofSeveral = ({ items, namedAuthors }: ItemUses, fewest = fewestUsers): number[] =>
    items.filter((item) => namedAuthors[item] >= fewest);
  return {
    nameOf,
    over({ posts, ownPosts }, look) {
      return counter.over(input.isInReposts ? posts : ownPosts, (uses) =>
        look(input.isOncePerPost ? { ...uses, count: uses.documents } : uses),
      );
    },
    top(uses) {
      const { authors, count } = uses;
      const ranked = ofSeveral(uses).sort(
        (a, b) => authors[b] - authors[a] || count[b] - count[a] || a - b,
      );
      return firstShown(ranked, topCount);
    },
    settingApart(uses, apart) {
      const { usersOf, people, size, most, mostUsersOfAll = Number.POSITIVE_INFINITY } = apart;
      const overshare = (item: number): number => {
        const share = uses.authors[item] / size;
        return share * Math.log(share / (usersOf[item] / people));
      };
      const ranked = ofSeveral(uses, apart.fewestUsers)
        .filter((item) => overshare(item) > 0 && usersOf[item] <= mostUsersOfAll)
        .sort((a, b) => overshare(b) - overshare(a) || a - b);
      return firstShown(ranked, most);
    },
  };
}
