import { canonicalLink, linkDomain } from "../model/canonical-link.js";
import type { RowLists } from "../model/corpus.js";
import type { TopItem, TopItems } from "../model/top-items.js";
import { type GroupingInput, type GroupOfPosts, groupPosts } from "./group-posts.js";
import { findHeldBack, type HeldBack } from "./held-back.js";
import { type ItemUse, startItemCounter } from "./item-uses.js";
import { mutualInformation, type PairEnds, salienceOf } from "./salience.js";
import { pairWords } from "./word-pairs.js";

export interface TopItemsInput extends GroupingInput {
  /** 1 for people who are never named, one an account. */
  readonly withheld: Uint8Array;
  /** The hashtag that was asked for, which everybody has and which says nothing. */
  readonly tag: string | undefined;
}

export interface GroupItems {
  readonly items: TopItems;
  /** Hashtags that set it apart from everybody. */
  readonly distinctiveHashtags: readonly string[];
}

export interface TopItemsFound {
  readonly everybody: GroupItems;
  /** In the partition's order. */
  readonly communities: readonly GroupItems[];
}

const topCount = 10;
const labelCount = 3;
/** What one person alone uses is that person's, not the community's. */
const fewestUsers = 2;

/**
 * What communities, and everybody, put into their posts most: hashtags, links, their domains, words
 * and pairs of words. A repost counts for its hashtags, which it has of its original, and for nothing
 * else. An item needs two authors who may be named, and must name nobody who may not. O(items in posts, and their logarithm).
 */
export function measureTopItems(input: TopItemsInput): TopItemsFound {
  const { everybody, communities } = groupPosts(input);
  const heldBack = findHeldBack(input.corpus, input.withheld);
  const rankings = rankingsOf(input, heldBack);
  const all = {
    hashtags: rankings.hashtag.usersIn(everybody),
    words: rankings.word.usersIn(everybody),
  };
  const itemsOf = (group: GroupOfPosts): GroupItems => {
    const hashtags = rankings.hashtag.usesIn(group);
    const words = rankings.word.usesIn(group);
    const basis = {
      words: words.reduce((sum, { count }) => sum + count, 0),
      documents: group.ownPosts.length,
    };
    const pairs = rankings.pair.usesIn(group);
    const information = mutualInformation(pairs, rankings.pairEnds);
    const withSalience = (use: ItemUse) => ({ salience: salienceOf(use, basis) });
    return {
      items: {
        hashtag: rankings.hashtag.top(hashtags),
        link: rankings.link.top(rankings.link.usesIn(group)),
        domain: rankings.domain.top(rankings.domain.usesIn(group)),
        word: rankings.word.top(words, withSalience),
        pair: rankings.pair.top(pairs, (use) => ({
          ...withSalience(use),
          mutualInformation: information.get(use.item),
        })),
        distinctive_word: rankings.word.settingApart(
          words,
          { ofAll: all.words, people: everybody.people, size: group.people, most: topCount },
          withSalience,
        ),
      },
      distinctiveHashtags: rankings.hashtag
        .settingApart(hashtags, {
          ofAll: all.hashtags,
          people: everybody.people,
          size: group.people,
          most: labelCount,
        })
        .map(({ item }) => item),
    };
  };
  return { everybody: itemsOf(everybody), communities: communities.map(itemsOf) };
}

function rankingsOf(
  { corpus, withheld, tag }: TopItemsInput,
  { isText, isLink }: HeldBack,
): Record<"hashtag" | "link" | "domain" | "word" | "pair", Ranking> & { pairEnds: PairEnds } {
  const { tags, links, words, author } = corpus.posts;
  const canonical = renamed(links, corpus.links.map(canonicalLink));
  const domains = renamed(links, corpus.links.map(linkDomain));
  const pairs = pairWords(words, corpus.words.length);
  const { first, second } = pairs;
  const ranking = (
    rows: RowLists,
    itemCount: number,
    more: Pick<RankingInput, "isInReposts" | "isOncePerPost" | "nameOf" | "isShown">,
  ) => startRanking({ rows, itemCount, author, withheld, ...more });
  const isShown = (name: string): boolean => !isText(name);
  return {
    hashtag: ranking(tags, corpus.tags.length, {
      isInReposts: true,
      isOncePerPost: true,
      nameOf: (item) => corpus.tags[item],
      isShown: (name) => name !== tag && isShown(name),
    }),
    link: ranking(canonical.rows, canonical.names.length, {
      isInReposts: false,
      isOncePerPost: true,
      nameOf: (item) => canonical.names[item],
      isShown: (name) => !isLink(name),
    }),
    domain: ranking(domains.rows, domains.names.length, {
      isInReposts: false,
      isOncePerPost: true,
      nameOf: (item) => domains.names[item],
      isShown,
    }),
    word: ranking(words, corpus.words.length, {
      isInReposts: false,
      isOncePerPost: false,
      nameOf: (item) => corpus.words[item],
      isShown,
    }),
    pair: ranking(pairs.rows, first.length, {
      isInReposts: false,
      isOncePerPost: false,
      nameOf: (item) => `${corpus.words[first[item]]} ${corpus.words[second[item]]}`,
      isShown,
    }),
    pairEnds: pairs,
  };
}

/** The same lists under other names, of which two may be one. */
function renamed({ offsets, values }: RowLists, names: readonly string[]) {
  const sorted = [...new Set(names)].sort();
  const numberOf = new Map(sorted.map((name, at) => [name, at]));
  const to = Int32Array.from(names, (name) => numberOf.get(name) ?? 0);
  return { names: sorted, rows: { offsets, values: values.map((value) => to[value]) } };
}

interface RankingInput {
  readonly rows: RowLists;
  readonly itemCount: number;
  readonly author: Int32Array;
  readonly withheld: Uint8Array;
  /** A repost has it of its original. */
  readonly isInReposts: boolean;
  /** However often it stands in a post. */
  readonly isOncePerPost: boolean;
  readonly nameOf: (item: number) => string;
  readonly isShown: (name: string) => boolean;
}

type More = (use: ItemUse) => Partial<Pick<TopItem, "salience" | "mutualInformation">>;

interface Apart {
  /** How many people use an item, of all. */
  readonly ofAll: ReadonlyMap<number, number>;
  readonly people: number;
  readonly size: number;
  readonly most: number;
}

type Ranking = ReturnType<typeof startRanking>;

/** Items of one kind: how groups use them, and which come first. */
function startRanking(input: RankingInput) {
  const counter = startItemCounter(input);
  const usesIn = ({ posts, ownPosts }: GroupOfPosts): ItemUse[] => {
    const uses = counter.over(input.isInReposts ? posts : ownPosts);
    return input.isOncePerPost ? uses.map((use) => ({ ...use, count: use.documents })) : uses;
  };
  const isOfMany = ({ namedAuthors }: ItemUse): boolean => namedAuthors >= fewestUsers;
  const inWords = (use: ItemUse, more: More): TopItem => ({
    item: input.nameOf(use.item),
    authors: use.authors,
    count: use.count,
    salience: undefined,
    mutualInformation: undefined,
    ...more(use),
  });
  const first = (uses: Iterable<ItemUse>, most: number, more: More): TopItem[] => {
    const found: TopItem[] = [];
    for (const use of uses) {
      if (found.length === most) break;
      if (input.isShown(input.nameOf(use.item))) found.push(inWords(use, more));
    }
    return found;
  };
  const nothingMore: More = () => ({});
  return {
    usesIn,
    usersIn: (group: GroupOfPosts): ReadonlyMap<number, number> =>
      new Map(usesIn(group).map(({ item, authors }) => [item, authors])),
    top(uses: readonly ItemUse[], more = nothingMore): TopItem[] {
      const ranked = uses
        .filter(isOfMany)
        .sort((a, b) => b.authors - a.authors || b.count - a.count || a.item - b.item);
      return first(ranked, topCount, more);
    },
    /** By the share of the group that uses an item, times how much larger it is than that of all. */
    settingApart(uses: readonly ItemUse[], apart: Apart, more = nothingMore): TopItem[] {
      const overshare = ({ item, authors }: ItemUse): number => {
        const share = authors / apart.size;
        return share * Math.log(share / ((apart.ofAll.get(item) ?? authors) / apart.people));
      };
      const ranked = uses
        .filter((use) => isOfMany(use) && overshare(use) > 0)
        .sort((a, b) => overshare(b) - overshare(a) || a.item - b.item);
      return first(ranked, apart.most, more);
    },
  };
}
