import { readFile } from "node:fs/promises";
import { z } from "zod";
import { UserError } from "../model/errors.js";
import { hostOf, parseMastodonAddress } from "./mastodon-address.js";
import { parseXHandle, xKey } from "./x-shared.js";

export interface HandleList {
  /** Names as `findAccounts` takes them: `user@host`, `name`, or an account key. */
  readonly names: readonly string[];
  /** Lines that name nobody, from 1. */
  readonly unreadableLines: readonly number[];
}

const archiveSchema = z.array(
  z.object({ following: z.object({ accountId: z.string().regex(/^\d+$/u) }) }),
);

/**
 * A list of people as they come: Mastodon's own export of follows (CSV, the address first), handles
 * or profile pages one a line, or `following.js` of an X archive. Lines that begin with # are
 * comments.
 *
 * @throws {UserError} where the file cannot be read.
 */
export async function readHandleList(path: string): Promise<HandleList> {
  let text: string;
  try {
    text = (await readFile(path, "utf8")).replace(/^\uFEFF/u, "");
  } catch (error) {
    throw new UserError(`the list ${path} cannot be read`, "check the path", { cause: error });
  }
  return text.trimStart().startsWith("window.YTD.") ? parseArchive(text, path) : parseLines(text);
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

function parseProfilePage(page: string): string | undefined {
  const host = hostOf(page);
  const user = /^https?:\/\/[^/]+\/(?:@|users\/)?([\w.-]+)\/?$/iu.exec(page)?.[1];
  if (host === undefined || user === undefined) return undefined;
  return /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/iu.test(host) ? user : `${user}@${host}`;
}

function parseArchive(text: string, path: string): HandleList {
  try {
    const entries = archiveSchema.parse(JSON.parse(text.slice(text.indexOf("=") + 1)));
    return {
      names: entries.map(({ following }) => xKey(following.accountId)),
      unreadableLines: [],
    };
  } catch (error) {
    throw new UserError(
      `${path} begins like a file of an X archive and is no whole list of follows`,
      "name the archive's data/following.js",
      { cause: error },
    );
  }
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
  return { names, unreadableLines };
}
