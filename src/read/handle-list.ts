import { UserError } from "../model/errors.js";
import { type HandleList, parseHandleList } from "../model/handle-list.js";
import type { ListedFiles } from "./listed-files.js";

/**
 * A list of people from a file; see `parseHandleList`.
 *
 * @throws {UserError} where the file cannot be read, is half an archive's, or names nobody.
 */
export async function readHandleList(path: string, files: ListedFiles): Promise<HandleList> {
  const list = parseHandleList(await files.text(path));
  if (list.isTornArchive) {
    throw new UserError(
      `${path} begins like a file of an X archive and is no whole list of follows`,
      "name the archive's data/following.js",
    );
  }
  if (list.names.length === 0) {
    const [line] = list.unreadableLines;
    throw new UserError(
      `${path} names nobody${line === undefined ? "" : ` (line ${line} is the first that is no handle)`}`,
      "write one handle a line, as user@host, @name on X, or the address of a profile",
    );
  }
  return list;
}
