import { systemCode, UserError } from "./errors.js";

const words: ReadonlyMap<string, string> = new Map([
  ["EACCES", "its permissions forbid it"],
  ["EPERM", "its permissions forbid it"],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk quota is used up"],
  ["EFBIG", "it would be larger than files may be"],
  ["ENOTDIR", "a part of its path is a file"],
  ["EISDIR", "a folder is in its place"],
  ["EEXIST", "a file is in its place"],
  ["ENAMETOOLONG", "its name is too long"],
  ["ENOENT", "no folder can be made there"],
]);

/** What a user can mend when a path cannot be written; any other error as it is. */
export function writingProblem(path: string, error: unknown): unknown {
  const problem = words.get(systemCode(error) ?? "");
  if (problem === undefined) return error;
  return new UserError(
    `${path} cannot be written: ${problem}`,
    "name another folder with --out, or make room",
    { cause: error },
  );
}
