import { readFile } from "node:fs/promises";
import { UserError } from "../model/errors.js";
import { type HandleList, parseHandleList } from "../model/handle-list.js";

/**
 * A list of people from a file; see `parseHandleList`.
 *
 * @throws {UserError} where the file cannot be read, or is half an archive's.
 */
export async function readHandleList(path: string): Promise<HandleList> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new UserError(`the list ${path} cannot be read`, "check the path", { cause: error });
  }
  const list = parseHandleList(text);
  if (!list.isTornArchive) return list;
  throw new UserError(
    `${path} begins like a file of an X archive and is no whole list of follows`,
    "name the archive's data/following.js",
  );
}
