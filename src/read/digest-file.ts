import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { checkReadable, readingError } from "./readable-file.js";

/**
 * SHA-256 of a file's bytes, in hexadecimal.
 *
 * @throws {UserError} where it cannot be read.
 */
export async function digestFile(path: string): Promise<string> {
  await checkReadable(path);
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    throw readingError(path, error);
  }
  return hash.digest("hex");
}
