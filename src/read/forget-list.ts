import { UserError } from "../model/errors.js";
import { type ForgetEntry, parseForgetList } from "../model/forget-list.js";
import type { ListedFiles } from "./listed-files.js";

/**
 * A list of people and posts from a file; see `parseForgetList`.
 *
 * @throws {UserError} where the file cannot be read, is empty, or a line names nobody and nothing.
 */
export async function readForgetList(
  path: string,
  files: ListedFiles,
): Promise<readonly ForgetEntry[]> {
  const entries = parseForgetList(await files.text(path));
  const nobody = entries.filter(
    ({ handle, pages, id }) => pages.length === 0 && (handle ?? id) === undefined,
  );
  if (entries.length > 0 && nobody.length === 0) return entries;
  throw new UserError(
    nobody.length === 0
      ? `${path} names nobody`
      : `${path}: no person and no post in line ${nobody.map(({ line }) => line).join(", ")}`,
    "write a handle (user@host, @name), an id or an address on each line",
  );
}
