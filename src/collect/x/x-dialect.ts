/**
 * In August 2026 X's API put "post" for "tweet" into the names of its fields. Both are understood in
 * answers; a question has to be put in one of them.
 */
const xDialects = ["post", "tweet"] as const;
export type XDialect = (typeof xDialects)[number];

/**
 * What a post brings along: itself with what it answers and quotes, with whom it answers, or with its
 * author alone. Less costs less. Nothing is bought without its author, who may have opted out.
 */
export const xDetails = ["everything", "people", "authors"] as const;
export type XDetail = (typeof xDetails)[number];

const userFields =
  "created_at,description,entities,name,protected,public_metrics,username,verified";

/*
 * Nobody's profile is asked for who is only mentioned: X would charge for each, of whom a post may
 * have any number, so that no page would have a price that can be told before. Their names and
 * numbers stand in the post.
 */
const fields: Readonly<Record<XDialect, Readonly<Record<string, string>>>> = {
  post: {
    "post.fields": "conversation_id,created_at,entities,lang,note_post,public_metrics",
    "user.fields": userFields,
  },
  tweet: {
    "tweet.fields":
      "author_id,conversation_id,created_at,entities,in_reply_to_user_id,lang,note_tweet,public_metrics,referenced_tweets",
    "user.fields": userFields,
  },
};

const references: Readonly<Record<XDialect, string>> = {
  post: "referenced_posts",
  tweet: "referenced_tweets.id,referenced_tweets.id.author_id",
};

/** What a search asks to be told of each post. */
export function searchFields(dialect: XDialect, detail: XDetail): Readonly<Record<string, string>> {
  const people = "author_id,in_reply_to_user_id";
  const expansions = {
    everything: `${people},${references[dialect]}`,
    people,
    authors: "author_id",
  }[detail];
  return { ...fields[dialect], expansions };
}

/** What is asked to be told of each person. */
export const personFields: Readonly<Record<string, string>> = { "user.fields": userFields };

/** Whether a refusal is about the names of fields, so that the other dialect may help. */
export function isAboutFields(words: string): boolean {
  return /\b(?:post|tweet)\.fields|referenced_(?:post|tweet)s|note_(?:post|tweet)/u.test(words);
}
