/** What each account does in the hashtag itself; one number a row of `Corpus.accounts`. */
export interface Activity {
  /** Own posts, without reposts. */
  readonly posts: Int32Array;
  readonly reposts: Int32Array;
  readonly postsWithLink: Int32Array;
  /** Hashtags on all own posts together. */
  readonly hashtags: Int32Array;
  /** Own posts that reply to, mention or quote somebody else. */
  readonly conversationPosts: Int32Array;
  /** Distinct people whom they replied to or mentioned. */
  readonly peopleAddressed: Int32Array;
  /** Days (UTC) with an own post or a repost. */
  readonly activeDays: Int32Array;
  /** Milliseconds since 1970 of the first and the last own post; NaN without any. */
  readonly firstPost: Float64Array;
  readonly lastPost: Float64Array;
}
