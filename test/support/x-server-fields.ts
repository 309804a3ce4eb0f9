import { invalid, type XReply, type XRequest } from "./x-replies.js";

export type XServerDialect = "post" | "tweet";

const common = {
  "user.fields":
    "created_at description entities id name protected public_metrics username verified",
};

/** What each dialect takes, as far as it is asked for here; the whole is in X's specification. */
const taken: Readonly<Record<XServerDialect, Readonly<Record<string, string>>>> = {
  post: {
    ...common,
    "post.fields": "conversation_id created_at entities id lang note_post public_metrics text",
    expansions: "author_id entities.mentions.username in_reply_to_user_id referenced_posts",
  },
  tweet: {
    ...common,
    "tweet.fields":
      "author_id conversation_id created_at entities id in_reply_to_user_id lang note_tweet public_metrics referenced_tweets text",
    expansions:
      "author_id entities.mentions.username in_reply_to_user_id referenced_tweets.id referenced_tweets.id.author_id",
  },
};

/** The refusal of a name that a dialect does not know, in the form that was recorded. */
export function fieldProblem(
  parameters: XRequest["parameters"],
  dialect: XServerDialect,
  others: readonly string[],
): XReply | undefined {
  const names = [...others, ...Object.keys(taken[dialect])];
  for (const [name, value] of parameters) {
    if (!names.includes(name)) {
      const message = `The query parameter [${name}] is not one of [${names.join(",")}]`;
      return invalid(message, { [name]: [value] });
    }
    if (!(name in taken[dialect])) continue;
    const values = taken[dialect][name].split(" ");
    const wrong = value.split(",").findIndex((field) => !values.includes(field));
    if (wrong < 0) continue;
    const message = `invalid value '${value.split(",")[wrong]}' at index ${wrong}: value must be one of: [${values.join(" ")}]`;
    return invalid(message, { [name]: [value] });
  }
  return undefined;
}
