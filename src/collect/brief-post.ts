/** Who wrote a post, as far as a collection needs to know. */
export interface BriefAuthor {
  /** The account's key, as the reader of posts makes it. */
  readonly key: string;
  /** On the server that answered. */
  readonly id: string;
  /** `user`, or `user@host` for people of other servers. */
  readonly address: string;
  /** Where their own server is; `undefined` for the one that answered. */
  readonly homeOrigin: string | undefined;
  /** Nothing is asked about them. */
  readonly hasOptedOut: boolean;
  /** They keep whom they follow to themselves, or follow nobody. */
  readonly hidesFollowing: boolean;
}

/** What a collection needs to know of a post to go on from it. */
export interface BriefPost {
  /** The same everywhere: Mastodon's `uri`, `x:<id>` on X. */
  readonly key: string;
  /** On the server that answered. */
  readonly id: string;
  /** As it was written, and in milliseconds since 1970. */
  readonly postedAt: string | undefined;
  readonly time: number | undefined;
  readonly replies: number;
  readonly reposts: number;
  readonly isReply: boolean;
  /** It has the hashtags and is of the period that was asked for. */
  readonly isFound: boolean;
  /** What was asked for that it is not, though the server showed it in the timeline. */
  readonly misses?: "scope" | "tags" | undefined;
  /** Hashtags of `--any` that it has, in their plain form, where it lacks the hashtag itself. */
  readonly ofAny?: readonly string[];
  readonly author: BriefAuthor;
}
