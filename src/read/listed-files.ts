import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { checkReadable, readingError } from "./readable-file.js";

/** Short files that a command was told of, such as lists of names, each read once: what a shell hands on cannot be read again. */
export interface ListedFiles {
  /** @throws {UserError} where it cannot be read. */
  text(path: string): Promise<string>;
  /**
   * SHA-256 of its bytes, in hexadecimal.
   *
   * @throws {UserError} where it cannot be read.
   */
  sum(path: string): Promise<string>;
}

export function startListedFiles(): ListedFiles {
  const read = new Map<string, Promise<Buffer>>();
  const bytesOf = (path: string): Promise<Buffer> => {
    const known = read.get(path) ?? readBytes(path);
    read.set(path, known);
    return known;
  };
  return {
    text: async (path) => (await bytesOf(path)).toString("utf8"),
    sum: async (path) =>
      createHash("sha256")
        .update(await bytesOf(path))
        .digest("hex"),
  };
}

async function readBytes(path: string): Promise<Buffer> {
  await checkReadable(path);
  try {
    return await readFile(path);
  } catch (error) {
    throw readingError(path, error);
  }
}
