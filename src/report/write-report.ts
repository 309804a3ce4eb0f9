import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemCode, UserError } from "../model/errors.js";
import { utf8Batches } from "../model/utf8-batches.js";
import { writingProblem } from "../model/writing-problem.js";
import { makeFolder } from "./make-folder.js";
import { manifestName, outputsOfManifest, renderManifest } from "./manifest.js";
import type { PublicReport } from "./public-report.js";
import { type ReportFile, reportFiles } from "./report-files.js";

/**
 * Says before the work begins that a folder cannot be written to.
 *
 * @throws {UserError} where it, or the folder that it would be made in, refuses.
 */
export async function checkOutputFolder(folder: string): Promise<void> {
  for (let path = folder; ; path = dirname(path)) {
    try {
      const found = await stat(path);
      if (!found.isDirectory()) {
        throw new UserError(`${path} is not a folder`, "name another folder with --out");
      }
      await access(path, constants.W_OK);
      return;
    } catch (error) {
      const isMissing = systemCode(error) === "ENOENT" && path !== dirname(path);
      if (!isMissing) throw writingProblem(folder, error);
    }
  }
}

/** Writes the files of a report, pictures of it, and its manifest; see `writeFolder`. */
export async function writeReport(
  report: PublicReport,
  folder: string,
  pictures: readonly ReportFile[],
): Promise<void> {
  await writeFolder(folder, {
    files: [...reportFiles(report), ...pictures].sort((a, b) => (a.name < b.name ? -1 : 1)),
    manifestName,
    renderManifest: (outputs) => renderManifest(report, outputs),
  });
}

export interface FolderContent {
  readonly files: readonly ReportFile[];
  readonly manifestName: string;
  /** Given SHA-256 by the name of each file. */
  readonly renderManifest: (outputs: Readonly<Record<string, string>>) => string;
}

/**
 * Writes files and then their manifest. Each is written beside its place and moved
 * there when all are whole. Files of an earlier run that the old manifest lists are replaced or
 * removed; a file that no manifest lists is never touched.
 *
 * @throws {UserError} where the folder cannot be written, or holds a file of somebody else under
 *   a name that is needed.
 */
export async function writeFolder(folder: string, content: FolderContent): Promise<void> {
  const { files } = content;
  const written: string[] = [];
  try {
    await makeFolder(folder);
    const earlier = await earlierOutputs(join(folder, content.manifestName));
    await refuseForeignFiles(folder, content, earlier);
    const outputs: Record<string, string> = {};
    for (const file of files) {
      written.push(file.name);
      outputs[file.name] = await writePart(folder, file);
    }
    written.push(content.manifestName);
    await writePart(folder, {
      name: content.manifestName,
      render: () => [content.renderManifest(outputs)],
    });
    for (const name of written) await rename(partPath(folder, name), join(folder, name));
    for (const name of earlier)
      if (!written.includes(name)) await rm(join(folder, name), { force: true });
  } catch (error) {
    for (const name of written) await rm(partPath(folder, name), { force: true });
    throw writingProblem(folder, error);
  }
}

async function earlierOutputs(manifestPath: string): Promise<string[]> {
  try {
    return outputsOfManifest(await readFile(manifestPath, "utf8"));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}

async function refuseForeignFiles(
  folder: string,
  { files, manifestName }: FolderContent,
  earlier: readonly string[],
): Promise<void> {
  const manifest = earlier.length > 0 ? [] : [manifestName];
  for (const name of [...files.map((file) => file.name), ...manifest]) {
    if (earlier.includes(name)) continue;
    try {
      await access(join(folder, name));
    } catch {
      continue;
    }
    throw new UserError(
      `${join(folder, name)} is there already and not listed in a manifest of tagatlas`,
      "move it away, or name another folder with --out",
    );
  }
}

/** Writes a file beside its place and gives its SHA-256. */
async function writePart(folder: string, file: ReportFile): Promise<string> {
  const hash = createHash("sha256");
  const handle = await open(partPath(folder, file.name), "w");
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

function partPath(folder: string, name: string): string {
  return join(folder, `${name}.part`);
}
