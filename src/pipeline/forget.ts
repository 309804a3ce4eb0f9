import type { LockHolder } from "../collect/collection-lock.js";
import { findRemains, forgetInLog } from "../collect/forget.js";
import { readForgetList } from "../read/forget-list.js";
import { startListedFiles } from "../read/listed-files.js";
import { manifestName, validationManifestName } from "../report/manifest.js";
import { removeReport } from "../report/write-folder.js";

interface ForgetRequest {
  /** The folder of a collection. */
  readonly collection: string;
  /** A list of people and posts. */
  readonly list: string;
  readonly self: LockHolder;
}

export interface Forgetting {
  readonly people: number;
  readonly posts: number;
  readonly answersChanged: number;
  readonly answersRemoved: number;
  /** Files of reports that were made with them, and are gone. */
  readonly reportFiles: number;
  /** Files of others in the folder that still hold something of theirs. */
  readonly remains: readonly string[];
}

/**
 * Removes people and posts from a collection and the reports in its folder, and searches every byte of
 * the folder for what is left of them.
 *
 * @throws {UserError} for a list or a collection that cannot be read or written.
 */
export async function forget({ collection, list, self }: ForgetRequest): Promise<Forgetting> {
  const entries = await readForgetList(list, startListedFiles());
  const { finder, ...counts } = await forgetInLog(collection, entries, self);
  if (finder === undefined) return { ...counts, reportFiles: 0, remains: [] };
  let reportFiles = 0;
  for (const manifest of [manifestName, validationManifestName]) {
    reportFiles += await removeReport(collection, manifest);
  }
  return { ...counts, reportFiles, remains: await findRemains(collection, finder) };
}
