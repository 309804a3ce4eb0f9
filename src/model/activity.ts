import type { PerAccount } from "./per-index.js";
/** What each account does in the hashtag itself. */
export interface Activity {
  /** Own posts, without reposts. */
  readonly posts: PerAccount<Int32Array>;
  readonly reposts: PerAccount<Int32Array>;
  readonly postsWithLink: PerAccount<Int32Array>;
  /** Hashtags on all own posts together. */
  readonly hashtags: PerAccount<Int32Array>;
  /** Own posts that reply to, mention or quote somebody else. */
  readonly conversationPosts: PerAccount<Int32Array>;
  /** Distinct people whom they replied to or mentioned. */
  readonly peopleAddressed: PerAccount<Int32Array>;
  /** Days (UTC) with an own post or a repost. */
  readonly activeDays: PerAccount<Int32Array>;
  /** Milliseconds since 1970 of the first and the last own post; NaN without any. */
  readonly firstPost: PerAccount<Float64Array>;
  readonly lastPost: PerAccount<Float64Array>;
}
