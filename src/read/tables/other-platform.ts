import type { InputRecord } from "../../platform/record.js";
import { foldedColumn, usualColumns } from "./usual-columns.js";

interface Signs {
  readonly name: string;
  /** Sets of columns that only its tables have, in the form of `foldedColumn`. */
  readonly columns: readonly (readonly string[])[];
  readonly hosts: RegExp;
}

const signs: readonly Signs[] = [
  { name: "Reddit", columns: [["subreddit"]], hosts: /(?:^|\.)(?:reddit\.com|redd\.it)$/u },
  {
    name: "YouTube",
    columns: [["video_id"], ["youtube_url"], ["channel_id", "video_title"]],
    hosts: /(?:^|\.)(?:youtube\.com|youtu\.be)$/u,
  },
  {
    name: "Facebook",
    columns: [["facebook_id"], ["page_name", "page_created"], ["page_name", "post_created"]],
    hosts: /(?:^|\.)facebook\.com$/u,
  },
  {
    name: "Instagram",
    columns: [["owner_username"], ["shortcode"], ["short_code"], ["thread_id", "body", "usertags"]],
    hosts: /(?:^|\.)instagram\.com$/u,
  },
  { name: "TikTok", columns: [["tiktok_url"], ["music_id"]], hosts: /(?:^|\.)tiktok\.com$/u },
  {
    name: "Telegram",
    columns: [["peer_id"], ["message_id", "chat_id"], ["chat", "thread_id", "body"]],
    hosts: /^(?:t|telegram)\.me$/u,
  },
  { name: "Threads", columns: [], hosts: /(?:^|\.)threads\.(?:net|com)$/u },
  { name: "LinkedIn", columns: [], hosts: /(?:^|\.)linkedin\.com$/u },
];

const pageColumns = new Set(usualColumns.url);
const ofKnownPlatforms = /(?:^|_)(?:tweet|twitter|retweet|toot|acct|bsky)/u;

/**
 * The platform that a table's posts are from where it is one whose names mean nobody on X, Mastodon or
 * Bluesky: by columns that only its tables have, or by the host of nearly all posts' pages.
 */
export function otherPlatform(
  columns: readonly string[],
  rows: readonly InputRecord[],
): string | undefined {
  const names = new Set(columns.map(foldedColumn));
  if ([...names].some((name) => ofKnownPlatforms.test(name))) return undefined;
  const byColumns = signs.find(({ columns: sets }) =>
    sets.some((set) => set.every((name) => names.has(name))),
  );
  if (byColumns !== undefined) return byColumns.name;
  const hosts = columns
    .filter((column) => pageColumns.has(foldedColumn(column)))
    .flatMap((column) => rows.slice(0, 200).flatMap((row) => hostOf(row[column]) ?? []));
  const isOf = ({ hosts: pattern }: Signs): boolean =>
    hosts.filter((host) => pattern.test(host)).length > hosts.length * 0.9;
  return hosts.length === 0 ? undefined : signs.find(isOf)?.name;
}

function hostOf(cell: unknown): string | undefined {
  return typeof cell === "string"
    ? /^https?:\/\/([^/?#]+)/iu.exec(cell)?.[1].toLowerCase()
    : undefined;
}
