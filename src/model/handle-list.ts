import { hostOf, parseMastodonAddress } from "./mastodon-address.js";
import { parseXHandle, xKey } from "./x-handle.js";

export interface HandleList {
  /** `user@host`, `name`, or an account key. */
  readonly names: readonly string[];
  /** Lines that name nobody, from 1. */
  readonly unreadableLines: readonly number[];
  /** It begins like a file of an X archive and cannot be read as one. */
  readonly isTornArchive: boolean;
}

/**
 * A list of people as they come: Mastodon's own export of follows (CSV, the address first), handles
 * or profile pages one a line, or `following.js` of an X archive. Lines that begin with # are
 * comments.
 */
export function parseHandleList(written: string): HandleList {
  const text = written.replace(/^\uFEFF/u, "");
  return text.trimStart().startsWith("window.YTD.") ? parseArchive(text) : parseLines(text);
}

/** One name as people write it: `@user@host`, `user@host`, `@name`, or a profile page. */
export function parseHandle(written: string): string | undefined {
  const page = /^https?:\/\//iu.test(written) ? parseProfilePage(written) : undefined;
  const handle = (page ?? written).trim();
  if (handle.replace(/^@/u, "").includes("@")) {
    return parseMastodonAddress(handle, undefined, undefined)?.key;
  }
  return parseXHandle(handle)?.toLowerCase();
}

/** A page as it is copied: of whatever part of a profile, on another server (`/@user@host`) too. */
const profilePage =
  /^https?:\/\/[^/]+\/(?:@|users\/)?([\w.-]+)(?:@([^/?#@]+))?(?:\/(?:with_replies|media|following|followers|featured)?)?(?:[?#].*)?$/iu;

function parseProfilePage(page: string): string | undefined {
  const [, user, home] = profilePage.exec(page) ?? [];
  const host = home ?? hostOf(page);
  if (host === undefined || user === undefined) return undefined;
  return /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/iu.test(host) ? user : `${user}@${host}`;
}

/** An assignment of a list of `{"following": {"accountId": "1"}}`. */
function parseArchive(text: string): HandleList {
  const torn = { names: [], unreadableLines: [], isTornArchive: true };
  try {
    const entries: unknown = JSON.parse(text.slice(text.indexOf("=") + 1));
    if (!Array.isArray(entries)) return torn;
    const ids = entries.map((entry: unknown) => member(member(entry, "following"), "accountId"));
    const names = ids.flatMap((id) =>
      typeof id === "string" && /^\d+$/u.test(id) ? [xKey(id)] : [],
    );
    return names.length < ids.length ? torn : { names, unreadableLines: [], isTornArchive: false };
  } catch {
    return torn;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function parseLines(text: string): HandleList {
  const names: string[] = [];
  const unreadableLines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    const cell = line
      .split(",")[0]
      .trim()
      .replace(/^"(.*)"$/u, "$1");
    const isHeader = index === 0 && /^account address$/iu.test(cell);
    if (cell === "" || cell.startsWith("#") || isHeader) continue;
    const name = parseHandle(cell);
    if (name === undefined) unreadableLines.push(index + 1);
    else names.push(name);
  }
  return { names, unreadableLines, isTornArchive: false };
}
