import { basename } from "node:path";
import type { RecordedOption, RunRecord } from "../model/run-record.js";
import type { ListedFiles } from "../read/listed-files.js";
import { markOfKey } from "../report/view/pseudonymize.js";
import { printable } from "../text/unprintable.js";

/**
 * A run with the sum of each file that it was told of, and the file's name in place of its path, which
 * is no one else's. A key of pseudonyms is told by what it makes of a known text.
 *
 * @throws {UserError} for a file that cannot be read.
 */
export async function settleRun(
  run: RunRecord,
  pseudonymKey: Uint8Array | undefined,
  files: ListedFiles,
): Promise<RunRecord> {
  const options: RecordedOption[] = [];
  for (const use of run.options)
    options.push(use.holds === "file" ? await settle(use, files) : use);
  if (pseudonymKey === undefined) return { ...run, options };
  return { ...run, options, keyMark: markOfKey(pseudonymKey) };
}

async function settle(use: RecordedOption, files: ListedFiles): Promise<RecordedOption> {
  const sha256: string[] = [];
  for (const path of use.values) sha256.push(await files.sum(path));
  return { ...use, values: use.values.map((path) => printable(basename(path))), sha256 };
}
