import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../model/errors.js";
import type { XUser } from "../platform/x/x-user.js";
import { parseJson } from "./parse-json.js";
import { type ArchiveFormat, accountIn, xArchiveOf } from "./x-archive.js";

/*
 * The archive that X gives its members: files of JavaScript that set one variable to JSON. The posts
 * do not tell whose they are. `account.js` beside them does, or the pages of their own pictures.
 */

const prefix = /^\s*window\.YTD\.(\w+)\.part\d+\s*=\s*/u;
/** The same where somebody has taken the prefix off. */
const bareArchive = /^\s*\[\s*\{\s*"tweet"\s*:\s*\{/u;
const kindsThatAreRead = new Set(["tweet", "tweets", "account"]);

/** A file of an archive, opened. */
interface ArchiveFile {
  readonly format: ArchiveFormat;
  /** The JSON in it. */
  withoutPrefix(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
}

/**
 * A file of an X archive by its first bytes; `undefined` for any other file. The owner is found in
 * the `account.js` of the same folder, else in one among the other inputs.
 *
 * @throws {UserError} for the parts of an archive that hold no posts, or what is not public.
 */
export async function openArchive(
  path: string,
  head: Buffer,
  inputs: readonly string[],
): Promise<ArchiveFile | undefined> {
  const start = head
    .subarray(0, 4096)
    .toString("utf8")
    .replace(/^\uFEFF/u, "");
  const found = prefix.exec(start);
  if (found === null && !bareArchive.test(start)) return undefined;
  if (found !== null && !kindsThatAreRead.has(found[1])) {
    throw new UserError(
      `${path} is the part ${JSON.stringify(found[1])} of an X archive, and holds no posts to read`,
      "name tweets.js (or tweet.js), with account.js in the same folder",
    );
  }
  const begin = found === null ? 0 : head.indexOf("=") + 1;
  return {
    format: xArchiveOf(await findOwner(path, inputs)),
    async *withoutPrefix(chunks) {
      let left = begin;
      for await (const chunk of chunks) {
        if (left < chunk.length) yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
      }
    },
  };
}

async function findOwner(path: string, inputs: readonly string[]): Promise<XUser | undefined> {
  const beside = join(dirname(path), "account.js");
  for (const candidate of [beside, ...inputs.filter((input) => basename(input) === "account.js")]) {
    const owner = await readOwner(candidate);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

async function readOwner(path: string): Promise<XUser | undefined> {
  try {
    const rows = parseJson((await readFile(path, "utf8")).replace(prefix, ""));
    const found = Array.isArray(rows) ? rows.map(accountIn) : [];
    return found.find((owner) => owner !== undefined);
  } catch {
    // No such file, or none that can be read: the posts may still tell.
    return undefined;
  }
}
