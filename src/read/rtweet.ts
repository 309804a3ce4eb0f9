import { z } from "zod";
import { parseXHandle } from "../model/x-handle.js";
import {
  compiledOnUse,
  firstProblem,
  optionalCount,
  optionalFlag,
  optionalText,
  refusalFlag,
} from "../platform/lenient.js";
import type { InputRecord, RecordContext } from "../platform/record.js";
import { type XUser, xRefusal } from "../platform/x/x-user.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import { parseTime } from "./time.js";
import { type XPost, type XReferencedPost, xItems, xPostUrl } from "./x-shared.js";

/**
 * Rows of the R package rtweet before 1.0, written as NDJSON (`jsonlite::stream_out`). A repost's
 * row carries the original's mentions, its author among them, and all of the original's text.
 */
export const rtweet: InputFormat = {
  name: "rtweet",
  title: "rtweet rows",
  recognisedBy: "`status_id` and `screen_name`",
  reads: "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places and media",
  recognises: ({ screen_name, status_id, mentions_screen_name }) =>
    typeof screen_name === "string" &&
    typeof status_id === "string" &&
    mentions_screen_name !== undefined,
  readRecord: readRow,
};

/** R writes a missing value as null or as the two letters; ids may carry an `x` to stay text. */
const value = optionalText.transform((text) =>
  text === undefined || text === "" || text === "NA" ? undefined : text,
);
const idValue = value.transform((text) => text?.replace(/^x(?=\d)/u, ""));
const handleValue = value.transform(parseXHandle);

/** A list column: an array, or one value that R has unboxed; gaps keep their place. */
const listOf = <Schema extends z.ZodType>(element: Schema) =>
  z
    .unknown()
    .optional()
    .transform((cell) => (Array.isArray(cell) ? cell : cell == null ? [] : [cell]))
    .transform((cells) => cells.map((cell) => element.parse(cell)));

const rowSchema = compiledOnUse(
  z.object({
    status_id: idValue.pipe(z.string()),
    status_url: value,
    created_at: value,
    text: value,
    lang: value,
    user_id: idValue,
    screen_name: handleValue,
    name: value,
    description: value,
    protected: refusalFlag,
    followers_count: optionalCount,
    friends_count: optionalCount,
    hashtags: listOf(value),
    urls_expanded_url: listOf(value),
    mentions_user_id: listOf(idValue),
    mentions_screen_name: listOf(handleValue),
    reply_to_status_id: idValue,
    reply_to_user_id: idValue,
    reply_to_screen_name: handleValue,
    is_quote: optionalFlag,
    quoted_status_id: idValue,
    quoted_created_at: value,
    quoted_user_id: idValue,
    quoted_screen_name: handleValue,
    quoted_name: value,
    quoted_description: value,
    quoted_followers_count: optionalCount,
    quoted_friends_count: optionalCount,
    is_retweet: optionalFlag,
    retweet_status_id: idValue,
    retweet_created_at: value,
    retweet_user_id: idValue,
    retweet_screen_name: handleValue,
    retweet_name: value,
    retweet_description: value,
    retweet_followers_count: optionalCount,
    retweet_friends_count: optionalCount,
  }),
);

type Row = z.output<typeof rowSchema>;

const knownKeys = new Set([
  ...Object.keys(rowSchema.shape),
  ...`account_created_at account_lang bbox_coords coords_coords country country_code
  display_text_width ext_media_expanded_url ext_media_t.co ext_media_type ext_media_url
  favorite_count favourites_count geo_coords listed_count location media_expanded_url
  media_t.co media_type media_url place_full_name place_name place_type place_url
  profile_background_url profile_banner_url profile_expanded_url profile_image_url profile_url
  quote_count quoted_favorite_count quoted_location quoted_retweet_count quoted_source
  quoted_statuses_count quoted_text quoted_verified reply_count retweet_count
  retweet_favorite_count retweet_location retweet_retweet_count retweet_source
  retweet_statuses_count retweet_text retweet_verified source statuses_count symbols text url
  urls_t.co urls_url verified`.split(/\s+/u),
]);

/** What versions before 0.5 called the columns. */
const laterNames: Readonly<Record<string, string>> = {
  in_reply_to_status_status_id: "reply_to_status_id",
  in_reply_to_status_user_id: "reply_to_user_id",
  in_reply_to_status_screen_name: "reply_to_screen_name",
  in_reply_to_status_id: "reply_to_status_id",
  in_reply_to_user_id: "reply_to_user_id",
  in_reply_to_screen_name: "reply_to_screen_name",
  is_quote_status: "is_quote",
  quote_status_id: "quoted_status_id",
  urls_expanded: "urls_expanded_url",
};

function underLaterNames(record: InputRecord): InputRecord {
  if (!("is_quote_status" in record || "in_reply_to_status_user_id" in record)) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, cell]) => [laterNames[key] ?? key, cell]),
  );
}

function readRow(row04: InputRecord, context: RecordContext): RecordReading {
  const record = underLaterNames(row04);
  const parsed = rowSchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole row (${firstProblem(parsed.error)})`);
  const row = parsed.data;
  if (row.user_id === undefined && row.screen_name === undefined) {
    return skippedRecord("a row without user_id and screen_name");
  }
  const post = asXPost(row);
  if (post.author.isProtected === true) {
    const skipped = skippedRecord("not public (protected account)");
    return { ...skipped, items: xRefusal(post.author, context) };
  }
  return {
    items: xItems(post, { origin: context.origin, retrievedAt: context.retrievedAt }),
    skipped: [],
    unknownKeys: unknownKeysOf(record, knownKeys),
  };
}

function asXPost(row: Row): XPost {
  return {
    id: row.status_id,
    author: {
      id: row.user_id,
      handle: row.screen_name,
      name: row.name,
      bio: row.description,
      isProtected: row.protected,
      followers: row.followers_count,
      following: row.friends_count,
    },
    time: parseTime(row.created_at),
    url: row.status_url ?? xPostUrl(row.screen_name, row.status_id),
    text: row.text,
    language: row.lang,
    tags: row.hashtags.flatMap((tag) => tag ?? []),
    links: row.urls_expanded_url.flatMap((link) => link ?? []),
    mentions: mentionsOf(row),
    reply: replyOf(row),
    repost: repostOf(row),
    quote: quoteOf(row),
  };
}

function mentionsOf(row: Row): XUser[] {
  const length = Math.max(row.mentions_user_id.length, row.mentions_screen_name.length);
  return Array.from({ length }, (_, position) => ({
    id: row.mentions_user_id[position],
    handle: row.mentions_screen_name[position],
  }));
}

function replyOf(row: Row): XReferencedPost | undefined {
  const author = { id: row.reply_to_user_id, handle: row.reply_to_screen_name };
  const namesSomebody = author.id !== undefined || author.handle !== undefined;
  if (!namesSomebody && row.reply_to_status_id === undefined) return undefined;
  return {
    id: row.reply_to_status_id,
    author: namesSomebody ? author : undefined,
    post: undefined,
  };
}

function repostOf(row: Row): XReferencedPost | undefined {
  if (row.is_retweet !== true && row.retweet_status_id === undefined) return undefined;
  const named = row.retweet_screen_name ?? /^RT @(\w{1,50}):/u.exec(row.text ?? "")?.[1];
  const author = {
    id: row.retweet_user_id ?? mentionedId(row, named),
    handle: named,
    name: row.retweet_name,
    bio: row.retweet_description,
    followers: row.retweet_followers_count,
    following: row.retweet_friends_count,
  };
  const id = row.retweet_status_id;
  const post = id === undefined ? undefined : bareOriginal(id, author, row.retweet_created_at);
  return { id, author, post };
}

/** Before 0.5 a repost's row tells its author in the text alone, and the id among the mentions. */
function mentionedId(row: Row, name: string | undefined): string | undefined {
  const isNamed = ({ handle }: XUser): boolean => handle?.toLowerCase() === name?.toLowerCase();
  return name === undefined ? undefined : mentionsOf(row).find(isNamed)?.id;
}

function quoteOf(row: Row): XReferencedPost | undefined {
  if (row.is_quote !== true && row.quoted_status_id === undefined) return undefined;
  const author = {
    id: row.quoted_user_id,
    handle: row.quoted_screen_name,
    name: row.quoted_name,
    bio: row.quoted_description,
    followers: row.quoted_followers_count,
    following: row.quoted_friends_count,
  };
  const id = row.quoted_status_id;
  const post = id === undefined ? undefined : bareOriginal(id, author, row.quoted_created_at);
  return { id, author, post };
}

/** What a row tells of the post it reposts or quotes: whose it is, and when. */
function bareOriginal(id: string, author: XUser, createdAt: string | undefined): XPost | undefined {
  if (author.id === undefined && author.handle === undefined) return undefined;
  return {
    id,
    author,
    time: parseTime(createdAt),
    url: xPostUrl(author.handle, id),
    text: undefined,
    language: undefined,
    tags: [],
    links: [],
    mentions: [],
    reply: undefined,
    repost: undefined,
    quote: undefined,
  };
}
