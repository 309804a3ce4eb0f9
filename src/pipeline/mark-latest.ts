import { lstat, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../model/errors.js";
import { writingProblem } from "../model/writing-problem.js";

interface Latest {
  /** The folder that all dated folders lie in. */
  readonly parent: string;
  /** The newest of them, within it. */
  readonly within: string;
  /** For systems where links need a right that few people have. */
  readonly link?: (target: string, path: string) => Promise<void>;
}

/** What systems say that have none, or do not let everybody make one. */
const withoutLinks = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"];
const linkName = "latest";
const fileName = "latest.txt";

/**
 * Makes `latest` in a folder lead to the newest report there, in one step, so that whoever reads it meanwhile
 * finds the one before. Where there are no links, `latest.txt` names it instead. Gives the name of what leads
 * there, or `undefined` where something of the user's has that name, which is left alone.
 */
export async function markLatest({
  parent,
  within,
  link = symlink,
}: Latest): Promise<string | undefined> {
  const unfinished = join(parent, `.tagatlas-latest-${process.pid}`);
  const place = join(parent, linkName);
  const there = await lstat(place).catch(() => undefined);
  if (there !== undefined && !there.isSymbolicLink()) return undefined;
  await rm(unfinished, { force: true });
  try {
    await link(within, unfinished);
    await rename(unfinished, place);
    return linkName;
  } catch (error) {
    if (!withoutLinks.includes(systemCode(error) ?? "")) throw writingProblem(place, error);
    await writeFile(unfinished, `${within}\n`);
    await rename(unfinished, join(parent, fileName));
    return fileName;
  }
}
