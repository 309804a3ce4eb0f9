import { randomBytes } from "node:crypto";
import { open, readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { systemCode, UserError } from "../model/errors.js";
import { isOpenForOthers } from "../model/file-mode.js";
import { writingProblem } from "../model/writing-problem.js";
import { makeFolder } from "../report/make-folder.js";

const keyBytes = 32;

/**
 * The secret that pseudonyms come from. Where there is no file yet, one is made that only its owner
 * may read.
 *
 * @throws {UserError} where others may read it, it is no key, or it lies among the outputs.
 */
export async function readPseudonymKey(
  path: string,
  outputs: string | undefined,
): Promise<Uint8Array> {
  if (outputs !== undefined) await refuseInside(path, outputs);
  await makeFolder(dirname(resolve(path)));
  try {
    return await readKey(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    return await makeKey(path);
  }
}

async function readKey(path: string): Promise<Uint8Array> {
  // What a link leads to is what others may read.
  const found = await stat(path);
  if (found.isFile() && isOpenForOthers(found.mode)) {
    throw new UserError(`others may read the key in ${path}`, `close it: chmod 600 ${path}`);
  }
  const text = found.isDirectory() ? "" : (await readFile(path, "utf8")).trim();
  if (/^[0-9a-f]{64}$/u.test(text)) return Buffer.from(text, "hex");
  throw new UserError(
    `${path} holds no key of tagatlas`,
    "name another file with --key; one that is not there yet is made",
  );
}

async function makeKey(path: string): Promise<Uint8Array> {
  const key = randomBytes(keyBytes);
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${key.toString("hex")}\n`);
    await file.sync();
    await file.close();
  } catch (error) {
    throw writingProblem(path, error);
  }
  return key;
}

/** Whoever is given the outputs would be given everybody's name. */
async function refuseInside(path: string, outputs: string): Promise<void> {
  const way = relative(await realPathOf(outputs), await realPathOf(path));
  if (/^\.\.(?:[/\\]|$)/u.test(way) || isAbsolute(way)) return;
  throw new UserError(
    `the key ${path} would lie in the folder of the outputs`,
    "name a file elsewhere with --key, and hand it to nobody",
  );
}

/** Of a folder that is not there yet, where it would be. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(resolve(path));
    return parent === resolve(path)
      ? parent
      : join(await realPathOf(parent), relative(parent, resolve(path)));
  }
}
