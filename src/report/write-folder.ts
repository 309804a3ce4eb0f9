import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link, lstat, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { systemCode, UserError } from "../model/errors.js";
import { writingProblem } from "../model/writing-problem.js";
import { utf8Batches } from "../text/utf8-batches.js";
import { makeFolder } from "./make-folder.js";
import { outputsOfManifest } from "./manifest.js";
import type { ReportFile } from "./report-files.js";
import { findLeftStaging, makeStagingFolder, removeStaging } from "./staging-folder.js";

export interface FolderContent {
  readonly files: readonly ReportFile[];
  readonly manifestName: string;
  /** Given SHA-256 by the name of each file. */
  readonly renderManifest: (outputs: Readonly<Record<string, string>>) => string;
}

/** SHA-256 by name. */
type Sums = ReadonlyMap<string, string>;

/**
 * Writes files and their manifest, all or none. They are made in a folder of their own beside those
 * of the last run, the manifest last, and moved when all are whole. A run that is cut off before
 * that leaves the last report as it was; one that is cut off while it moves files is finished by the
 * next. A file is replaced or removed only if a manifest lists it and it is still as it was written.
 *
 * @throws {UserError} where the folder cannot be written, or holds a file of somebody else under
 *   a name that is needed.
 */
export async function writeFolder(folder: string, content: FolderContent): Promise<void> {
  let staging: string | undefined;
  try {
    await makeFolder(folder);
    await finishLeftRuns(folder);
    staging = await makeStagingFolder(folder);
    const outputs = new Map<string, string>();
    for (const file of content.files) outputs.set(file.name, await writeFile(staging, file));
    const manifest = content.renderManifest(Object.fromEntries(outputs));
    await writeFile(staging, { name: content.manifestName, render: () => [manifest] });
    await moveIntoPlace(folder, staging, content.manifestName);
  } catch (error) {
    throw writingProblem(folder, error);
  } finally {
    if (staging !== undefined) await removeStaging(staging);
  }
}

/**
 * Says before the work begins that a file of the last report has been changed by somebody. Where a run
 * was cut off, files may be of either report, and only the next one's end can tell.
 *
 * @throws {UserError} naming the first such file.
 */
export async function refuseChangedReport(folder: string, manifestName: string): Promise<void> {
  if ((await isMissing(folder)) || (await findLeftStaging(folder)).length > 0) return;
  const earlier = await sumsOf(join(folder, manifestName));
  const names = [manifestName, ...(earlier?.keys() ?? [])];
  for (const name of names) await refuseForeign(folder, name, { earlier, outputs: new Map() });
}

/** Removes a report's files that are as they were written, and its manifest; says how many. */
export async function removeReport(folder: string, manifestName: string): Promise<number> {
  const sums = await sumsOf(join(folder, manifestName));
  if (sums === undefined) return 0;
  let count = 1;
  for (const [name, sum] of sums) {
    if (!(await hasSum(join(folder, name), sum))) continue;
    await rm(join(folder, name));
    count += 1;
  }
  await rm(join(folder, manifestName));
  return count;
}

/** What a run that was cut off had written whole is moved; the rest is removed. */
async function finishLeftRuns(folder: string): Promise<void> {
  for (const staging of await findLeftStaging(folder)) {
    const manifest = (await readdir(staging)).find((name) => name.endsWith("manifest.json"));
    if (manifest !== undefined && (await sumsOf(join(staging, manifest))) !== undefined) {
      await moveIntoPlace(folder, staging, manifest);
    }
    await removeStaging(staging);
  }
}

/**
 * May be cut off anywhere and begun again: the manifest, which says what is left, goes last. Where
 * something refuses, what was there before is put back.
 */
async function moveIntoPlace(folder: string, staging: string, manifest: string): Promise<void> {
  const earlier = await sumsOf(join(folder, manifest));
  const outputs = (await sumsOf(join(staging, manifest))) ?? new Map<string, string>();
  for (const name of [...outputs.keys(), manifest]) {
    await refuseForeign(folder, name, { earlier, outputs });
  }
  const undo: (() => Promise<void>)[] = [];
  const setAside = async (name: string): Promise<void> => {
    const path = join(folder, name);
    const before = join(staging, `${name}.before`);
    await keepAs(path, before);
    undo.push(() => rename(before, path));
  };
  const move = async (name: string): Promise<void> => {
    const path = join(folder, name);
    if (await isMissing(path)) undo.push(() => rm(path, { force: true }));
    else await setAside(name);
    await rename(join(staging, name), path);
  };
  try {
    for (const name of outputs.keys()) {
      if (!(await isMissing(join(staging, name)))) await move(name);
    }
    for (const [name, sum] of earlier ?? []) {
      if (outputs.has(name) || !(await hasSum(join(folder, name), sum))) continue;
      await setAside(name);
      await rm(join(folder, name));
    }
    await move(manifest);
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

/** A second name for a file, or a copy where the disk knows no second names. */
async function keepAs(path: string, other: string): Promise<void> {
  await rm(other, { force: true });
  try {
    await link(path, other);
  } catch {
    await copyFile(path, other);
  }
}

/** What a manifest lists; `undefined` where there is none of ours. */
async function sumsOf(manifestPath: string): Promise<Sums | undefined> {
  try {
    if (!(await lstat(manifestPath)).isFile()) return undefined;
    return outputsOfManifest(await readFile(manifestPath, "utf8"));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Lets only what is missing be replaced, and what a manifest lists and nobody has changed. */
async function refuseForeign(
  folder: string,
  name: string,
  { earlier, outputs }: { readonly earlier: Sums | undefined; readonly outputs: Sums },
): Promise<void> {
  const path = join(folder, name);
  if (await isMissing(path)) return;
  if (name.endsWith("manifest.json") && (await sumsOf(path)) !== undefined) return;
  // What a run that was cut off has moved already is as its own manifest says.
  for (const sum of [earlier?.get(name), outputs.get(name)]) {
    if (sum !== undefined && (await hasSum(path, sum))) return;
  }
  throw new UserError(
    earlier?.has(name) === true
      ? `${path} has been changed since tagatlas wrote it`
      : `${path} is there already and not listed in a manifest of tagatlas`,
    "move it away, or name another folder with --out",
  );
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return true;
    throw error;
  }
}

/** Whether a path is a file, and no link to one, with this SHA-256. */
async function hasSum(path: string, sum: string): Promise<boolean> {
  if ((await isMissing(path)) || !(await lstat(path)).isFile()) return false;
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex") === sum;
}

/** Writes a new file to the disk and gives its SHA-256. */
async function writeFile(folder: string, file: ReportFile): Promise<string> {
  const hash = createHash("sha256");
  const handle = await open(join(folder, file.name), "wx");
  try {
    for (const bytes of utf8Batches(file.render())) {
      hash.update(bytes);
      await handle.writeFile(bytes);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}
