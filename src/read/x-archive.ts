import { UserError } from "../model/errors.js";
import { parseXHandle } from "../model/x-handle.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { type XUser, xAccountItem } from "../platform/x/x-user.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { readXPost, type XPost } from "./x-shared.js";
import { readV11Post } from "./x-v11.js";

/** Whose account a row of `account.js` is; `undefined` for any other row. */
export function accountIn(row: unknown): XUser | undefined {
  const account = isRecord(row) ? row.account : undefined;
  if (!isRecord(account) || typeof account.accountId !== "string") return undefined;
  const { username, accountDisplayName: name } = account;
  return {
    id: account.accountId,
    handle: parseXHandle(typeof username === "string" ? username : undefined),
    name: typeof name === "string" ? name : undefined,
  };
}

/** A reader of one person's archive, whose `owner` may yet have to be found in the posts. */
export interface ArchiveFormat extends InputFormat {
  /** @throws {UserError} where nothing has told whose posts they are. */
  checkOwner(path: string): void;
}

/** X archives of whoever the posts themselves name, or of a known owner. */
export function xArchiveOf(owner: XUser | undefined): ArchiveFormat {
  let known = owner;
  let posts = 0;
  return {
    name: "x-archive",
    title: "X account archives (tweets.js)",
    recognisedBy: "`window.YTD.tweets.part0 =` before the JSON",
    reads:
      "author (from account.js), time, replies, mentions, reposts, quotes, hashtags, links, words",
    doesNotRead:
      "likes, direct messages and deleted posts; whom a repost's post was by, beyond `RT @`",
    // Asked of files of an archive alone, which early on had no `tweet` around each post.
    recognises: (record) =>
      typeof (isRecord(record.tweet) ? record.tweet : record).id_str === "string" ||
      accountIn(record) !== undefined,
    readRecord(record, context) {
      const account = accountIn(record);
      if (account !== undefined) {
        const item = xAccountItem(account, undefined, undefined);
        return { items: item === undefined ? [] : [item], skipped: [], unknownKeys: [] };
      }
      const reading = readArchivePost(record, context, known);
      if (reading.items.length > 0) posts += 1;
      known ??= reading.owner;
      return reading;
    },
    checkOwner(path) {
      if (known !== undefined || posts === 0) return;
      throw new UserError(
        `${path} does not tell whose posts these are`,
        "put account.js of the same archive into its folder, or name it too",
      );
    },
  };
}

interface ArchiveReading extends RecordReading {
  readonly owner?: XUser | undefined;
}

function readArchivePost(
  record: InputRecord,
  context: RecordContext,
  owner: XUser | undefined,
): ArchiveReading {
  const tweet = isRecord(record.tweet) ? record.tweet : record;
  const post = readV11Post(tweet);
  if (typeof post === "string") return skippedRecord(`not a whole post (${post})`);
  const told = owner ?? ownerByPictures(tweet, post.id);
  const reading = readXPost(withTies(post, tweet, told), context);
  if (owner !== undefined) return reading;
  // Until a post tells the owner, posts name them by a reference that stands for whoever it is.
  const reference = `${context.idScope}#owner`;
  const items = reading.items.map((item) =>
    item.type === "post" && item.origin !== "referenced" ? { ...item, author: reference } : item,
  );
  const found = told === undefined ? undefined : xAccountItem(told, undefined, undefined);
  if (found !== undefined) items.push({ ...found, aliases: [...found.aliases, reference] });
  return { ...reading, items, owner: told };
}

/** A picture's page names who posted it, where the post is its own. */
function ownerByPictures(tweet: InputRecord, id: string): XUser | undefined {
  const { extended_entities: entities } = tweet;
  const media = isRecord(entities) && Array.isArray(entities.media) ? entities.media : [];
  for (const picture of media) {
    const page = isRecord(picture) ? picture.expanded_url : undefined;
    const found = /^https?:\/\/(?:twitter|x)\.com\/(\w+)\/status\/(\d+)/u.exec(String(page));
    if (found?.[2] === id) return { id: undefined, handle: parseXHandle(found[1]) };
  }
  return undefined;
}

/**
 * An archive keeps a repost as `RT @name:` with a mention in its place, and a quote as the last
 * link of the text.
 */
function withTies(post: XPost, tweet: InputRecord, owner: XUser | undefined): XPost {
  const author = owner ?? post.author;
  const url =
    author.handle === undefined ? undefined : `https://x.com/${author.handle}/status/${post.id}`;
  const own = { ...post, author, url };
  const reposted = /^RT @(\w{1,50}):/u.exec(post.text ?? "")?.[1];
  if (reposted !== undefined) {
    const named = post.mentions.find(
      ({ handle }) => handle?.toLowerCase() === reposted.toLowerCase(),
    );
    const original = named ?? { id: undefined, handle: reposted };
    return {
      ...own,
      mentions: [],
      repost: { id: undefined, author: original, post: undefined },
      quote: undefined,
    };
  }
  const quoted = quotedPage(post, tweet);
  if (quoted === undefined) return own;
  return { ...own, quote: { id: quoted.id, author: quoted.author, post: undefined } };
}

function quotedPage(post: XPost, tweet: InputRecord): { id: string; author: XUser } | undefined {
  const entities = isRecord(tweet.entities) ? tweet.entities : {};
  const last: unknown = Array.isArray(entities.urls) ? entities.urls.at(-1) : undefined;
  if (!isRecord(last) || typeof last.url !== "string") return undefined;
  if (post.text?.trimEnd().endsWith(last.url) !== true) return undefined;
  const page = /^https?:\/\/(?:mobile\.)?(?:twitter|x)\.com\/(\w+)\/status\/(\d+)/u.exec(
    String(last.expanded_url),
  );
  if (page === null || page[2] === post.id) return undefined;
  return { id: page[2], author: { id: undefined, handle: parseXHandle(page[1]) } };
}
