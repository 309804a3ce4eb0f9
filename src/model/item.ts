import type { AccountKey, AccountReference, Profile } from "./account.js";
import type { CollectedAnswer } from "./collected-answer.js";
import type { InteractionKind } from "./interaction.js";

/**
 * Why a post is here. `found`: it matched the query. `thread`: fetched around one that did; it makes
 * ties but is nobody's own post in the hashtag. `referenced`: it stands inside another post
 * or beside it; it tells who wrote it and its tags, and makes no ties.
 */
export const postOrigins = ["referenced", "thread", "found"] as const;
export type PostOrigin = (typeof postOrigins)[number];

/** A post's `uri` on Mastodon, `x:<id>` on X, or `<server>#<id>` until everything is read. */
export type PostReference = string;

/** One thing that a post does to somebody, as the source tells it and before any preset. */
export interface Relation {
  readonly kind: Exclude<InteractionKind, "follow">;
  readonly account: AccountReference | undefined;
  /** The post that is answered, reposted or quoted, where it is named. */
  readonly post: PostReference | undefined;
  /** Order among the post's relations of this kind, from 0. */
  readonly position: number;
}

export interface PostItem {
  readonly type: "post";
  readonly key: PostReference;
  readonly aliases: readonly PostReference[];
  readonly origin: PostOrigin;
  readonly author: AccountReference | undefined;
  /** Milliseconds since 1970, UTC. */
  readonly time: number | undefined;
  readonly retrievedAt: number | undefined;
  readonly url: string | undefined;
  /** As they are written, without `#`; the corpus compares them by `normaliseHashtag`. */
  readonly tags: readonly string[];
  readonly links: readonly string[];
  readonly relations: readonly Relation[];
  /**
   * Of its own text, without stop words, in the form of `splitWords` and in order, by their numbers in
   * `text/word-table.ts`; -1 parts words that are not next to each other.
   */
  readonly words?: readonly number[];
  /** Its own text, without markup; the corpus keeps none. */
  readonly text?: string;
  /**
   * Told where a text is read: this repost has words of its own, and what else it names is its
   * author's, not the original's.
   */
  readonly addsWords?: boolean;
  /** Of its text, as its source says: an ISO 639 code, mostly. */
  readonly language?: string | undefined;
  /** The servers in whose timelines of the hashtag it stood. */
  readonly seenBy?: readonly string[];
  /** Its source does not tell its time; it has that of the post it passes on. */
  readonly hasBorrowedTime?: true;
  /**
   * Which version of an edited post this is: of two, the greater is newer, and alone tells what the
   * post says and does. Those of one post are told in one way, as time or as number.
   */
  readonly version?: number | undefined;
  /** Its id had lost digits before it was written, and may stand for posts of other people too. */
  readonly hasRoundedKey?: true;
  /** A newspaper that a service makes of other people's posts; it names them without a choice. */
  readonly isDigest?: boolean;
}

export interface AccountItem {
  readonly type: "account";
  readonly key: AccountReference;
  readonly aliases: readonly AccountReference[];
  readonly profile: Partial<Profile>;
  /** When a server gave out this profile. */
  readonly retrievedAt: number | undefined;
  /** The account's own server gave it out: what it says of consent stands above any copy's. */
  readonly isHome?: boolean | undefined;
  /** Further addresses of the account, such as the id that ActivityPub gives it. */
  readonly pages?: readonly string[] | undefined;
  /** The key that its own server's answers give it, which name no host: by the host of its page. */
  readonly pageKey?: AccountReference | undefined;
  /** It is of the server whose ids stand in this scope; its key is by its page. */
  readonly localTo?: { readonly scope: string; readonly server: string } | undefined;
  /** Where the profile leads. */
  readonly sites?: readonly string[] | undefined;
  /** A network file lists it: it belongs to the network, with ties or without. */
  readonly isNode?: true;
  /** Names and ids of before, which lead to the account as well. */
  readonly formerNames?: readonly string[] | undefined;
  readonly localIds?: readonly string[] | undefined;
  /** When it is known to have looked like this at the latest: the time of its post. */
  readonly seenAt: number | undefined;
}

/** How strong a tie is in one kind; `undefined` where its source does not say which kind. */
export interface TieStrength {
  readonly kind: InteractionKind | undefined;
  /** Above 0; may be a fraction. */
  readonly weight: number;
}

/** An edge that is there without a post: of a network that came from elsewhere. */
export interface TieItem {
  readonly type: "tie";
  readonly source: AccountKey;
  readonly target: AccountKey;
  /** An undirected one goes both ways, with its weight each way. */
  readonly isDirected: boolean;
  /** One a kind. */
  readonly strengths: readonly TieStrength[];
  /** Milliseconds since 1970, UTC. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /**
   * It counts where both of its ends belong to the network by what they do, makes nobody part of it,
   * and is the same tie however often it is met.
   */
  readonly isAmongMembers?: true;
}

/** The author, or the law, has taken a post back. */
interface DeletionItem {
  readonly type: "deletion";
  readonly post: PostReference;
  /**
   * When the servers that had shown it had it no more, in milliseconds since 1970: a younger copy
   * tells that it is there again. Without one, nothing brings it back.
   */
  readonly at?: number | undefined;
}

/** A server's answer, for what it says of a collection itself. */
interface AnswerItem {
  readonly type: "answer";
  readonly answer: CollectedAnswer;
}

/** What became of posts and ties before they were written into one of our own files. */
export interface HistoryItem {
  readonly type: "history";
  /** The same for the same inputs. */
  readonly source: string;
  readonly deletedPosts: number;
  readonly clampedTimes: number;
  readonly undirectedEdges: number;
  readonly edgesWithoutKind: number;
}

/** What a reader yields, whatever the format. */
export type Item = PostItem | AccountItem | TieItem | DeletionItem | AnswerItem | HistoryItem;

/** Whether an item was a tie or a new post, one met before, or none of its own (a profile, a quoted post). */
export type Acceptance = "kept" | "duplicate" | "beside";
