import { readFile } from "node:fs/promises";
import { checkReadable, readingError } from "./readable-file.js";

/**
 * The text of a short file, such as a list of names.
 *
 * @throws {UserError} where it cannot be read.
 */
export async function readListedText(path: string): Promise<string> {
  await checkReadable(path);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw readingError(path, error);
  }
}
