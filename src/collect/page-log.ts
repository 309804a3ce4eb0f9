import { constants } from "node:fs";
import { type FileHandle, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type AnswerLine, collectionLogName } from "../model/collection-log.js";
import { UserError } from "../model/errors.js";
import { writingProblem } from "../model/writing-problem.js";
import { type CollectionLock, type LockHolder, lockCollection } from "./collection-lock.js";
import { type LogContent, readLogLines } from "./log-lines.js";

export interface PageLog {
  readonly path: string;
  /** What was found wrong on opening and mended, in sentences. */
  readonly repairs: readonly string[];
  /**
   * Writes an answer and waits until it is on the disk. `body` is JSON on one line.
   *
   * @throws {UserError} where it cannot be written, and leaves the log as it was.
   */
  append(head: AnswerHead, body: string): Promise<void>;
  /** @throws {UserError} where the log is no longer where it was opened. */
  checkThere(): Promise<void>;
  close(): Promise<void>;
}

/** A line without what the server said. */
type AnswerHead = Omit<AnswerLine, "body">;

const beginning = '{"tagatlas":1,';

/**
 * Opens the log of a collection in a folder that is there, or begins one, for this run alone: cuts
 * off what was not written whole and hands over every answer.
 *
 * @throws {UserError} where another run has it, or it cannot be written.
 */
export async function openPageLog(
  folder: string,
  self: LockHolder,
  onAnswer: (line: AnswerLine) => void,
): Promise<PageLog> {
  const path = join(folder, collectionLogName);
  let lock: CollectionLock | undefined;
  let file: FileHandle | undefined;
  try {
    lock = await lockCollection(`${path}.lock`, self);
    file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o644);
    if (!(await file.stat()).isFile()) {
      throw new UserError(`${path} is no file`, "name another folder with --out");
    }
    const content = await readLogLines(file, onAnswer);
    if (!isLog(content)) {
      throw new UserError(`${path} is no log of a collection`, "name another folder with --out");
    }
    const repairs = await repair(file, content, lock);
    await syncFolder(folder);
    return logOf(path, file, lock, repairs);
  } catch (error) {
    await file?.close();
    await lock?.release();
    throw writingProblem(path, error);
  }
}

/** Whether a file is a log of ours, or the torn beginning of one. */
function isLog({ answers, brokenLines, newerLines, tornEnd }: LogContent): boolean {
  if (answers > 0 || newerLines > 0) return true;
  const start = tornEnd.toString("utf8", 0, beginning.length);
  return brokenLines.length === 0 && beginning.startsWith(start);
}

async function repair(
  file: FileHandle,
  { wholeBytes, brokenLines, newerLines }: LogContent,
  { left }: CollectionLock,
): Promise<string[]> {
  const repairs: string[] = [];
  if (left !== undefined) {
    repairs.push(`process ${left.pid}, which collected here since ${left.since}, was cut short`);
  }
  const tornBytes = (await file.stat()).size - wholeBytes;
  if (tornBytes > 0) {
    await file.truncate(wholeBytes);
    await file.sync();
    repairs.push(`the last answer was not written whole: its ${tornBytes} bytes are cut off`);
  }
  if (brokenLines.length > 0) {
    repairs.push(`damaged lines are left as they are: ${brokenLines.join(", ")}`);
  }
  if (newerLines > 0) {
    repairs.push(`lines of a newer version of tagatlas are left as they are: ${newerLines}`);
  }
  return repairs;
}

function logOf(
  path: string,
  file: FileHandle,
  lock: CollectionLock,
  repairs: readonly string[],
): PageLog {
  let turn: Promise<unknown> = Promise.resolve();
  /** A folder may be moved or removed under way; what is then written is lost, or somewhere else. */
  const checkThere = async (): Promise<void> => {
    const [own, there] = await Promise.all([file.stat(), stat(path).catch(() => undefined)]);
    if (there?.ino === own.ino && there.dev === own.dev) return;
    throw new UserError(
      `${path} is gone: its folder was moved or removed while it was collected into`,
      "what came until then is where the folder is now; name it with --out to go on, or run the same command to begin anew",
    );
  };
  const write = async (line: string): Promise<void> => {
    await checkThere();
    const { size } = await file.stat();
    try {
      await file.appendFile(line);
      await file.datasync();
    } catch (error) {
      // A part of a line may be there: the next start would cut it off as well.
      await file.truncate(size).catch(() => {});
      throw writingProblem(path, error);
    }
  };
  return {
    path,
    repairs,
    checkThere,
    append(head, body) {
      const line = `${JSON.stringify(head).slice(0, -1)},"body":${body}}\n`;
      const written = turn.then(() => write(line));
      turn = written.catch(() => {});
      return written;
    },
    async close() {
      await turn;
      const { size } = await file.stat();
      await file.close();
      // Where nothing was answered, nothing is left behind.
      if (size === 0) await rm(path, { force: true });
      await lock.release();
    },
  };
}

/** A new file is there after a power cut only when its folder is written, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
