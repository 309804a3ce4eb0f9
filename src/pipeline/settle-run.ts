import { basename } from "node:path";
import type { RecordedOption, RunRecord } from "../model/run-record.js";
import { digestFile } from "../read/digest-file.js";
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
): Promise<RunRecord> {
  const options: RecordedOption[] = [];
  for (const use of run.options) options.push(use.holds === "file" ? await settle(use) : use);
  if (pseudonymKey === undefined) return { ...run, options };
  return { ...run, options, keyMark: markOfKey(pseudonymKey) };
}

async function settle(use: RecordedOption): Promise<RecordedOption> {
  const sha256: string[] = [];
  for (const path of use.values) sha256.push(await digestFile(path));
  return { ...use, values: use.values.map((path) => printable(basename(path))), sha256 };
}
