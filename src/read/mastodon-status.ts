import { saysNo } from "../model/consent-signs.js";
import { normaliseHashtag } from "../model/hashtag.js";
import type { AccountItem, Item, PostItem, PostOrigin, Relation } from "../model/item.js";
import type { MastodonAddress } from "../model/mastodon-address.js";
import { readHtml } from "../platform/html-text.js";
import { firstProblem } from "../platform/lenient.js";
import {
  accountItems,
  addressOf,
  localId,
  localIds,
  mentionedAccount,
  readMastodonAccount,
} from "../platform/mastodon/account.js";
import { readStatus } from "../platform/mastodon/read-status.js";
import { type InnerStatus, type Status, statusSchema } from "../platform/mastodon/status.js";
import { statusKey } from "../platform/mastodon/status-key.js";
import { isPublicStatus } from "../platform/mastodon/visibility.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { textRules } from "../platform/text-rules.js";
import { webAddress } from "../platform/web-address.js";
import { isDigest } from "./digest-text.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import { readWords } from "./read-words.js";
import { stopWordsOf } from "./stop-words.js";
import { parseTime } from "./time.js";

/**
 * Statuses as the Mastodon API gives them, and GoToSocial, Pixelfed and others after it
 * (https://docs.joinmastodon.org/entities/Status/). Ids of statuses and accounts are local to
 * the server that answered; the `uri` is the same everywhere.
 */
export const mastodonStatus: InputFormat = {
  name: "mastodon",
  title: "Mastodon statuses",
  recognisedBy: "`account.acct` and `uri` are text",
  reads:
    "author and profile, time, replies, mentions, boosts, quotes, hashtags, links, words. Quotes of Akkoma, Fedibird and Misskey count. Of an edited post, the newest version is read",
  doesNotRead: "posts that are not public; polls and media",
  recognises: ({ account, uri }) =>
    isRecord(account) && typeof account.acct === "string" && typeof uri === "string",
  readRecord: readStatusRecord,
};

const knownKeys = new Set(
  `account application bookmarked card content created_at edited_at emojis favourited
  favourites_count filtered id in_reply_to_account_id in_reply_to_id interaction_policy language
  local_only media_attachments mentions muted pinned pleroma poll quote quote_approval quote_id
  quotes_count reblog
  reblogged reblogs_count replies_count sensitive spoiler_text tagged_collections tags text uri
  url visibility`.split(/\s+/u),
);

function readStatusRecord(record: InputRecord, context: RecordContext): RecordReading {
  const status = readStatus(record);
  if (status === undefined) return brokenStatus(record, context);
  const author = addressOf(status.account, context);
  if (!isPublicStatus(status)) {
    const skipped = skippedRecord("not public (direct, followers-only or local-only)");
    return { ...skipped, items: refusal(status, author, context) };
  }
  if (author === undefined) {
    return skippedRecord("not a whole Mastodon status (account.acct is no address)");
  }
  const items: Item[] = [];
  const relations: Relation[] = [];
  if (status.reblog !== undefined) {
    relations.push(...relationsTo("repost", readInnerStatus(status.reblog, context, items)));
  } else {
    for (const relation of ownRelations(status, context, items)) relations.push(relation);
    relations.push(...quoteOf(status, context, items));
  }
  items.push(...accountItems(status.account, author, context, parseTime(status.created_at)));
  const key = statusKey({ uri: status.uri, boostedUri: status.reblog?.uri }, author.key);
  const quoted = quotedPages(status);
  items.push({
    ...postItem(status, { origin: context.origin, author, relations, context, quoted }),
    key,
  });
  return { items, skipped: [], unknownKeys: unknownKeysOf(record, knownKeys) };
}

/** Why a status is none; whose it is, if they have said no. */
function brokenStatus(record: InputRecord, context: RecordContext): RecordReading {
  const { error } = statusSchema.safeParse(record);
  const problem = error === undefined ? "unreadable" : firstProblem(error);
  const skipped = skippedRecord(`not a whole Mastodon status (${problem})`);
  const author = readMastodonAccount(record.account, context);
  return author !== undefined && saysNo(author.profile) ? { ...skipped, items: [author] } : skipped;
}

/** Of somebody whose post must not be seen, it counts that they have said no. */
function refusal(
  status: InnerStatus,
  author: MastodonAddress | undefined,
  context: RecordContext,
): AccountItem[] {
  if (author === undefined) return [];
  const found = accountItems(status.account, author, context, parseTime(status.created_at));
  return found.some(({ profile }) => saysNo(profile)) ? found : [];
}

/** A quote that its server shows. Where a status names only the quoted one's id, that is looked up. */
function quoteOf(status: Status, context: RecordContext, items: Item[]): Relation[] {
  const quote = status.quote ?? status.pleroma?.quote;
  if (quote?.state !== undefined && quote.state !== "accepted") return [];
  if (quote?.quoted_status !== undefined) {
    return relationsTo("quote", readInnerStatus(quote.quoted_status, context, items));
  }
  const id = quote?.quoted_status_id ?? status.quote_id ?? status.pleroma?.quote_id;
  const post = localId(id, context) ?? status.pleroma?.quote_url;
  return post === undefined ? [] : [{ kind: "quote", account: undefined, post, position: 0 }];
}

const nothingQuoted: ReadonlySet<string> = new Set();

/** The pages of the quoted post: a link to one of them stands in for the quote. */
function quotedPages({ quote, pleroma }: Status): ReadonlySet<string> {
  if (quote === undefined && pleroma === undefined) return nothingQuoted;
  const quoted = quote?.quoted_status ?? pleroma?.quote?.quoted_status;
  const pages = [quoted?.url, quoted?.uri, pleroma?.quote_url];
  return new Set(pages.flatMap((page) => webAddress(page) ?? []));
}

/** Adds the inner status's items; a non-public one leaves no trace but the tie to nobody known. */
function readInnerStatus(
  status: InnerStatus,
  context: RecordContext,
  items: Item[],
): PostItem | undefined {
  const author = addressOf(status.account, context);
  if (author === undefined) return undefined;
  if (!isPublicStatus(status)) {
    items.push(...refusal(status, author, context));
    return undefined;
  }
  const relations = ownRelations(status, context, items);
  items.push(...accountItems(status.account, author, context, parseTime(status.created_at)));
  const item = postItem(status, { origin: "referenced", author, relations, context });
  items.push(item);
  return item;
}

function relationsTo(kind: "repost" | "quote", post: PostItem | undefined): Relation[] {
  return [{ kind, account: post?.author, post: post?.key, position: 0 }];
}

/** Reply and mentions of a status, which are its own also where it stands inside another. */
function ownRelations(status: InnerStatus, context: RecordContext, items: Item[]): Relation[] {
  const relations: Relation[] = [];
  const time = parseTime(status.created_at);
  if (status.in_reply_to_id !== undefined || status.in_reply_to_account_id !== undefined) {
    relations.push({
      kind: "reply",
      account: repliedAccount(status, context),
      post: localId(status.in_reply_to_id, context),
      position: 0,
    });
  }
  for (const [position, mention] of status.mentions.entries()) {
    const mentioned = mentionedAccount(mention, context, time);
    if (mentioned === undefined) continue;
    items.push(mentioned);
    relations.push({ kind: "mention", account: mentioned.key, post: undefined, position });
  }
  return relations;
}

/** The answered account by what the status itself tells, else by its local id. */
function repliedAccount(status: InnerStatus, context: RecordContext): string | undefined {
  const id = status.in_reply_to_account_id;
  if (id === undefined) return undefined;
  const known = [status.account, ...status.mentions].find((account) => account.id === id);
  const address = known === undefined ? undefined : addressOf(known, context);
  return address?.key ?? localId(id, context);
}

interface PostParts {
  readonly origin: PostOrigin;
  readonly author: MastodonAddress;
  readonly relations: readonly Relation[];
  readonly context: RecordContext;
  readonly quoted?: ReadonlySet<string>;
}

function postItem(status: InnerStatus, parts: PostParts): PostItem {
  const { text, prose, links, quoteLinks } = readHtml(status.content ?? "");
  const card = webAddress(status.card?.url);
  return {
    type: "post",
    key: status.uri,
    aliases: localIds(status.id, parts.context),
    origin: parts.origin,
    author: parts.author.key,
    time: parseTime(status.created_at),
    version: parseTime(status.edited_at),
    retrievedAt: parts.context.retrievedAt,
    url: webAddress(status.url),
    tags: spelledTags(status.tags, text),
    links: sharedLinks(card === undefined ? links : [...links, card], [
      ...quoteLinks,
      ...(parts.quoted ?? []),
    ]),
    relations: parts.relations,
    isDigest: isDigest(text),
    language: status.language,
    // One inside another is there as a post of its own where it counts.
    ...(parts.origin === "referenced"
      ? {}
      : { text, words: readWords(prose, stopWordsOf(status.language)) }),
  };
}

/** Each once, without those of what is quoted. */
function sharedLinks(links: readonly string[], quoted: readonly string[]): readonly string[] {
  if (links.length === 0) return links;
  const left = new Set(quoted);
  return [...new Set(links)].filter((link) => !left.has(link));
}

/** Mastodon folds the names of hashtags; how the author wrote them stands in the text. */
function spelledTags(tags: readonly { name: string }[], text: string): string[] {
  if (tags.length === 0) return [];
  const written = textRules.mastodon.findHashtags(text);
  if (written.length === 0) return tags.map(({ name }) => name);
  const spelled = new Map(written.map(({ name }) => [normaliseHashtag(name), name]));
  return tags.map(({ name }) => spelled.get(normaliseHashtag(name)) ?? name);
}
