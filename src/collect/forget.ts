import { constants } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { type AnswerLine, collectionLogName } from "../model/collection-log.js";
import { systemCode, UserError } from "../model/errors.js";
import type { ForgetEntry } from "../model/forget-list.js";
import { writingProblem } from "../model/writing-problem.js";
import { addToBlockList } from "./block-list.js";
import { type LockHolder, lockCollection } from "./collection-lock.js";
import { type Forgotten, forgottenFinder, namesOfList, startForgotten } from "./forgotten-names.js";
import { readLogLines } from "./log-lines.js";
import { pruneAnswer } from "./prune-answer.js";
import type { TokenFinder } from "./token-finder.js";

interface ForgetOutcome {
  readonly people: number;
  readonly posts: number;
  readonly answersChanged: number;
  /** Answers that were about them alone. */
  readonly answersRemoved: number;
  /** Finds what leads to them; `undefined` where nobody and nothing was found. */
  readonly finder: TokenFinder | undefined;
}

/**
 * Removes people and posts from the log of a collection. A new log is written whole and takes the
 * place of the old; lines without them stay byte for byte. Reads the log three times.
 *
 * @throws {UserError} where there is no log, another run has it, or it cannot be written.
 */
export async function forgetInLog(
  folder: string,
  entries: readonly ForgetEntry[],
  self: LockHolder,
): Promise<ForgetOutcome> {
  const path = join(folder, collectionLogName);
  await refuseMissing(path);
  const lock = await lockCollection(`${path}.lock`, self);
  try {
    const { forgotten, read } = startForgotten(namesOfList(entries));
    await readEach(path, read);
    await readEach(path, read);
    const finder = forgottenFinder(forgotten);
    // First, so that nobody comes back who is gone.
    await addToBlockList(folder, entries, forgotten);
    const found = { people: forgotten.accounts.size, posts: forgotten.posts.size, finder };
    if (finder === undefined) return { ...found, answersChanged: 0, answersRemoved: 0 };
    return { ...found, ...(await rewrite(path, forgotten, finder)) };
  } catch (error) {
    throw writingProblem(path, error);
  } finally {
    await lock.release();
  }
}

async function refuseMissing(path: string): Promise<void> {
  try {
    await (await open(path, "r")).close();
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw writingProblem(path, error);
    throw new UserError(`there is no ${path}`, "name the folder of a collection");
  }
}

async function readEach(path: string, onAnswer: (line: AnswerLine) => void): Promise<void> {
  const file = await open(path, "r");
  try {
    await readLogLines(file, onAnswer);
  } finally {
    await file.close();
  }
}

/** Lines that are damaged may hold anything, and go. */
async function rewrite(
  path: string,
  forgotten: Forgotten,
  finder: TokenFinder,
): Promise<Pick<ForgetOutcome, "answersChanged" | "answersRemoved">> {
  const counts = { answersChanged: 0, answersRemoved: 0 };
  const written = `${path}.forgetting`;
  const source = await open(path, "r");
  // Left by a run that was cut off; a link in its place is not followed.
  await rm(written, { force: true });
  const target = await open(written, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
  try {
    let lines: string[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      await target.writeFile(lines.join(""));
      lines = [];
      size = 0;
    };
    for await (const text of source.readLines({ autoClose: false })) {
      const line = parseLine(text);
      if (line === undefined) {
        counts.answersRemoved += text === "" ? 0 : 1;
        continue;
      }
      const rest = pruneAnswer(line, forgotten, finder);
      if (rest === undefined) counts.answersRemoved += 1;
      else {
        const isSame = JSON.stringify(inOrder(rest, line)) === JSON.stringify(line);
        if (!isSame) counts.answersChanged += 1;
        const kept = isSame ? text : JSON.stringify(inOrder(rest, line));
        lines.push(`${kept}\n`);
        size += kept.length;
        if (size > 1e7) await flush();
      }
    }
    await flush();
    await target.sync();
    await rename(written, path);
  } finally {
    await Promise.all([source.close(), target.close()]);
    await rm(written, { force: true });
  }
  return counts;
}

function parseLine(text: string): AnswerLine | undefined {
  try {
    const line: AnswerLine = JSON.parse(text);
    return line.tagatlas === 1 ? line : undefined;
  } catch {
    return undefined;
  }
}

/** With its keys where they were: what tells what an answer is to stands before it. */
function inOrder(rest: AnswerLine, line: AnswerLine): Record<string, unknown> {
  return Object.fromEntries(Object.keys(line).map((key) => [key, Reflect.get(rest, key)]));
}

const chunkOverlap = 4096;

/** Files in which something still leads to them, by every byte of every file; links are not followed. */
export async function findRemains(folder: string, finder: TokenFinder): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const remains: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (finder.isIn(entry.name) || (await holds(path, finder))) remains.push(path);
  }
  return remains.sort();
}

async function holds(path: string, finder: TokenFinder): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    const isGzip = buffer[0] === 0x1f && buffer[1] === 0x8b;
    if (await isInBytes(file.createReadStream({ autoClose: false, start: 0 }), finder)) return true;
    if (!isGzip) return false;
    const packed = file.createReadStream({ autoClose: false, start: 0 });
    const unpacked = createGunzip();
    packed.on("error", (error) => unpacked.destroy(error));
    return await isInBytes(packed.pipe(unpacked), finder);
  } catch (error) {
    // Nobody can say what stands in a damaged archive.
    if (systemCode(error)?.startsWith("Z_") === true) return true;
    throw error;
  } finally {
    await file.close();
  }
}

async function isInBytes(chunks: AsyncIterable<Buffer>, finder: TokenFinder): Promise<boolean> {
  let before = "";
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    const text = before + decoder.decode(chunk, { stream: true });
    if (finder.isIn(text)) return true;
    before = text.slice(-chunkOverlap);
  }
  return false;
}
