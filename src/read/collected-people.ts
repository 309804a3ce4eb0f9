import type { AccountKey } from "../model/account.js";
import type { AnswerLine } from "../model/collection-log.js";
import type { AccountItem, Item } from "../model/item.js";
import { readMastodonAccount } from "../platform/mastodon/account.js";
import { repostKey } from "../platform/mastodon/status-key.js";
import { isRecord, type RecordContext } from "../platform/record.js";
import { readXUser } from "../platform/x/v2-user.js";
import type { RecordReading } from "./input-format.js";
import { parseTime } from "./time.js";

/**
 * People who passed a post on, each as a repost of it, and people whom somebody follows, each as a
 * tie. The servers tell no time of either: a repost has that of its post.
 */
export function readCollectedPeople(line: AnswerLine, context: RecordContext): RecordReading {
  const { body, step, about } = line;
  const listed: unknown = line.platform === "x" && isRecord(body) ? body.data : body;
  const values: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const items: Item[] = [];
  const skipped: string[] = [];
  for (const value of values) {
    const person = readPerson(value, line, context);
    if (person === undefined) {
      skipped.push("not a whole account");
      continue;
    }
    items.push(person);
    if (step === "reposters" && about?.post !== undefined) {
      items.push(repost(person.key, about.post, parseTime(about.postedAt), context));
    }
    if (step === "following" && about?.account !== undefined) {
      items.push(follow(about.account, person.key));
    }
  }
  return { items, skipped, unknownKeys: [] };
}

function readPerson(
  value: unknown,
  { platform }: AnswerLine,
  context: RecordContext,
): AccountItem | undefined {
  switch (platform) {
    case "mastodon":
      return readMastodonAccount(value, context);
    case "x":
      return readXUser(value, context.retrievedAt);
  }
}

function repost(
  account: AccountKey,
  post: string,
  time: number | undefined,
  { retrievedAt }: RecordContext,
): Item {
  return {
    type: "post",
    key: repostKey(post, account),
    aliases: [],
    origin: "found",
    author: account,
    time,
    hasBorrowedTime: true,
    retrievedAt,
    url: undefined,
    tags: [],
    links: [],
    relations: [{ kind: "repost", account: undefined, post, position: 0 }],
  };
}

function follow(source: AccountKey, target: AccountKey): Item {
  return {
    type: "tie",
    source,
    target,
    isDirected: true,
    strengths: [{ kind: "follow", weight: 1 }],
    first: undefined,
    last: undefined,
    isAmongMembers: true,
  };
}
