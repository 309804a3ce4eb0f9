import { firstProblem, optionalText } from "../platform/lenient.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { isV2Id } from "../platform/x/v2-user.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import { isRoundedId } from "./parse-json.js";
import { parseTime } from "./time.js";
import { readV2Post, type V2Included, v2PostKeys, v2PostSchema } from "./x-v2-post.js";

/** Posts of X's API v2 with their authors and referenced posts put inside, as twarc2 flattens. */
export const xV2Flat: InputFormat = {
  name: "x-v2-flat",
  title: "flattened X API v2 posts",
  recognisedBy: "`id`, `author_id` and `text`, with the author inside or without",
  reads: "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places, polls and media",
  recognises: ({ id, author_id, text }) =>
    isV2Id(id) && isV2Id(author_id) && typeof text === "string",
  readRecord: readFlatPost,
};

function readFlatPost(record: InputRecord, context: RecordContext): RecordReading {
  const parsed = v2PostSchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole post (${firstProblem(parsed.error)})`);
  const post = parsed.data;
  const twarc = record.__twarc;
  const retrieved = isRecord(twarc) ? optionalText.parse(twarc.retrieved_at) : undefined;
  const inlined = [...post.referenced_posts, ...post.referenced_tweets].flatMap((reference) => {
    const inner = v2PostSchema.safeParse(reference);
    return inner.success && inner.data.author_id !== undefined ? [inner.data] : [];
  });
  const included: V2Included = {
    users: new Map(),
    posts: new Map(inlined.map((inner) => [inner.id, inner])),
  };
  const retrievedAt = parseTime(retrieved) ?? context.retrievedAt;
  const hasRoundedId = isRoundedId(record.id);
  const reading = readV2Post(post, included, { origin: context.origin, retrievedAt, hasRoundedId });
  const referenced = { origin: "referenced", retrievedAt } as const;
  const items = [
    ...inlined.flatMap((inner) => readV2Post(inner, included, referenced).items),
    ...reading.items,
  ];
  return { ...reading, items, unknownKeys: unknownKeysOf(record, v2PostKeys) };
}
