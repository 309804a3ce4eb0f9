import type { Csr } from "../../model/csr.js";
import type { HeldBack } from "../../model/held-back.js";
import type { PerAccount } from "../../model/per-index.js";
import { inTurn, type OnShare } from "../../model/progress.js";
import type { TopItem, TopItems } from "../../model/top-items.js";
import { canonicalLink, linkDomain } from "../../text/canonical-link.js";
import { type GroupingInput, type GroupOfPosts, groupPosts } from "../community/group-posts.js";
import { type Apart, type ItemRanking, type RankingInput, startRanking } from "./item-ranking.js";
import type { ItemUses } from "./item-uses.js";
import { mostThroughOnePost } from "./passed-on.js";
import { renameItems } from "./rename-items.js";
import { mutualInformation, salienceOf, type WordsAndPairs } from "./salience.js";
import { pairWords } from "./word-pairs.js";

export interface TopItemsInput extends GroupingInput {
  /** 1 for people who are never named. */
  readonly withheld: PerAccount<Uint8Array>;
  /** What would name them, and is on no list. */
  readonly heldBack: HeldBack;
  /** The hashtag that was asked for, which everybody has and which says nothing. */
  readonly tag: string | undefined;
  readonly onShare: OnShare;
}

interface GroupItems {
  readonly items: TopItems;
  /** What a name for it can be made of: hashtags and words that set it apart, the best first. */
  readonly typicalHashtags: readonly string[];
  readonly typicalWords: readonly string[];
}

interface TopItemsFound {
  readonly everybody: GroupItems;
  /** In the partition's order. */
  readonly communities: readonly GroupItems[];
}

/** How long the kinds of items take beside each other. */
const costs = { hashtags: 1, links: 1, words: 4, pairs: 4 };

/** Enough to find a name that no other community has. */
const typicalCount = 8;
/** What fewer members use is theirs, not the community's. */
const fewestTypicalUsers = 3;
/** One joke that hundreds repost is no name for them. */
const fewestTagWriters = 2;
/** Of a hashtag, of those who post; of a word, which comes by chance more easily, of all members. */
const leastTypicalShare = 0.1;
/** A hashtag or word that more of those who post use is everybody's. */
const mostShareOfAll = 0.5;
/**
 * Of those who use a hashtag, how many have it of one post. On #rstats and #useR2018, those above are jokes and
 * announcements that were reposted widely (#xckd: 81 of 91); those below, what a community talks about (#RLadies: 24 of 34).
 */
const mostShareOfOnePost = 0.75;
/** Says nothing by itself. */
const letterOrNumber = /^(?:\p{N}+|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*)$/u;
const distinctiveCount = 10;

/**
 * What communities, and everybody, put into their posts most: hashtags, links, their domains, words
 * and pairs of words. A repost counts for its hashtags, which it has of its original, and for nothing
 * else. An item needs two authors who may be named, and must name nobody who may not. What is typical
 * of a community needs three, and a tenth of those who post; a word, a tenth of all members. A hashtag
 * needs two who wrote it, too, in the community or outside, and no one post may have brought it to more than
 * three quarters of its users. O(items in posts, and their logarithm).
 */
export function measureTopItems(input: TopItemsInput): TopItemsFound {
  const { everybody, communities } = groupPosts(input);
  const shares = inTurn({ prepare: 2, count: 3 }, input.onShare);
  const rankings = rankingsOf(input);
  shares.prepare(1);
  const { hashtag, written, link, domain, word, pair, wordsAndPairs } = rankings;
  const writersOf = (posts: Int32Array): number =>
    new Set(Array.from(posts, (post) => input.corpus.posts.author[post])).size;
  const usersOf = {
    hashtag: hashtag.over(everybody, ({ authors }) => authors.slice()),
    word: word.over(everybody, ({ authors }) => authors.slice()),
  };
  const writersOfTag = written.over(everybody, ({ authors }) => authors.slice());
  const itemsOf = (group: GroupOfPosts, onShare: OnShare): GroupItems => {
    const share = inTurn(costs, onShare);
    const sizes = { people: everybody.people, size: group.people };
    const typicalAmong = (users: number): Omit<Apart, "usersOf"> => ({
      ...sizes,
      most: typicalCount,
      fewestUsers: Math.max(fewestTypicalUsers, Math.ceil(users * leastTypicalShare)),
      mostUsersOfAll: writersOf(everybody.posts) * mostShareOfAll,
    });
    const top = (ranking: ItemRanking): TopItem[] =>
      ranking.over(group, (uses) => inWords(ranking, ranking.top(uses), uses));
    /** Those that whose users do not have them of one post nearly all. */
    const ofSeveralPosts = (tags: readonly number[], { authors }: ItemUses): number[] => {
      const most = mostThroughOnePost(tags, group.posts, input.corpus);
      return tags.filter((tag, at) => most[at] <= mostShareOfOnePost * authors[tag]);
    };
    const hashtags = hashtag.over(group, (uses) => {
      const apart = {
        ...typicalAmong(writersOf(group.posts)),
        usersOf: usersOf.hashtag,
      };
      return {
        top: inWords(hashtag, hashtag.top(uses), uses),
        typical: ofSeveralPosts(
          hashtag
            .settingApart(uses, apart)
            .filter((item) => writersOfTag[item] >= fewestTagWriters),
          uses,
        ).map(hashtag.nameOf),
      };
    });
    share.hashtags(1);
    const links = { link: top(link), domain: top(domain) };
    share.links(1);
    const words = word.over(group, (uses) => {
      const apart = { ...sizes, usersOf: usersOf.word, most: distinctiveCount };
      const basis = {
        words: uses.items.reduce((sum, item) => sum + uses.count[item], 0),
        documents: group.ownPosts.length,
      };
      const salience: More = (item) => ({ salience: salienceOf(item, uses, basis) });
      return {
        basis,
        top: inWords(word, word.top(uses), uses, salience),
        distinctive: inWords(word, word.settingApart(uses, apart), uses, salience),
        typical: word
          .settingApart(uses, {
            ...typicalAmong(group.people),
            usersOf: usersOf.word,
          })
          .map(word.nameOf)
          .filter((name) => !letterOrNumber.test(name)),
      };
    });
    share.words(1);
    const pairs = pair.over(group, (uses) => {
      const items = pair.top(uses);
      const information = mutualInformation(items, uses.count, group.ownPosts, wordsAndPairs);
      return inWords(pair, items, uses, (item, at) => ({
        salience: salienceOf(item, uses, words.basis),
        mutualInformation: information[at],
      }));
    });
    return {
      items: {
        hashtag: hashtags.top,
        ...links,
        word: words.top,
        pair: pairs,
        distinctive_word: words.distinctive,
      },
      typicalHashtags: hashtags.typical,
      typicalWords: words.typical,
    };
  };
  const all = 2 * Math.max(everybody.ownPosts.length, 1);
  let counted = 0;
  const count = (group: GroupOfPosts): GroupItems => {
    const found = itemsOf(group, (share) =>
      shares.count((counted + share * group.ownPosts.length) / all),
    );
    counted += group.ownPosts.length;
    return found;
  };
  return { everybody: count(everybody), communities: communities.map(count) };
}

type More = (item: number, at: number) => Partial<Pick<TopItem, "salience" | "mutualInformation">>;

function inWords(
  { nameOf }: ItemRanking,
  items: readonly number[],
  { authors, count }: ItemUses,
  more: More = () => ({}),
): TopItem[] {
  return items.map((item, at) => ({
    item: nameOf(item),
    authors: authors[item],
    count: count[item],
    salience: undefined,
    mutualInformation: undefined,
    ...more(item, at),
  }));
}

function rankingsOf({ corpus, withheld, tag, heldBack: { isText, isLink } }: TopItemsInput): Record<
  "hashtag" | "written" | "link" | "domain" | "word" | "pair",
  ItemRanking
> & {
  wordsAndPairs: WordsAndPairs;
} {
  const { tags, links, words, author } = corpus.posts;
  const canonical = renameItems(links, corpus.links.map(canonicalLink));
  const domains = renameItems(links, corpus.links.map(linkDomain));
  // A pair that stands there once has one author, and is on no list.
  const { rows: pairs, first, second } = pairWords(words, corpus.words.length, 2);
  const ranking = (
    rows: Csr,
    itemCount: number,
    more: Pick<RankingInput, "isInReposts" | "isOncePerPost" | "nameOf" | "isShown">,
  ) => startRanking({ rows, itemCount, author, withheld, ...more });
  const isShown = (name: string): boolean => !isText(name);
  const ofTags = {
    isOncePerPost: true,
    nameOf: (item: number) => corpus.tagSpellings[item],
    isShown: (name: string, item: number) =>
      corpus.tags[item] !== tag && isShown(corpus.tags[item]) && isShown(name.toLowerCase()),
  };
  return {
    hashtag: ranking(tags, corpus.tags.length, { ...ofTags, isInReposts: true }),
    written: ranking(tags, corpus.tags.length, { ...ofTags, isInReposts: false }),
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
    pair: ranking(pairs, first.length, {
      isInReposts: false,
      isOncePerPost: false,
      nameOf: (item) => `${corpus.words[first[item]]} ${corpus.words[second[item]]}`,
      isShown: (name, item) =>
        isShown(name) &&
        ![first[item], second[item]].every((word) => letterOrNumber.test(corpus.words[word])),
    }),
    wordsAndPairs: { words, first, second },
  };
}
