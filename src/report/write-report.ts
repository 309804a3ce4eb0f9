import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode, UserError } from "../model/errors.js";
import { writingProblem } from "../model/writing-problem.js";
import { manifestName, renderManifest } from "./manifest.js";
import { type ReportFile, reportFiles, workbookFiles } from "./report-files.js";
import type { PublicReport } from "./view/public-report.js";
import { refuseChangedReport, writeFolder } from "./write-folder.js";

/**
 * Says before the work begins that a folder cannot be written to, or holds a report that is made with
 * such a manifest and that somebody has changed.
 *
 * @throws {UserError} where it, or the folder that it would be made in, refuses.
 */
export async function checkOutputFolder(folder: string, manifest?: string): Promise<void> {
  for (let path = folder; ; path = dirname(path)) {
    try {
      const found = await stat(path);
      if (!found.isDirectory()) {
        throw new UserError(`${path} is not a folder`, "name another folder with --out");
      }
      await access(path, constants.W_OK);
      if (manifest !== undefined) await refuseChangedReport(folder, manifest);
      return;
    } catch (error) {
      const isMissing = systemCode(error) === "ENOENT" && path !== dirname(path);
      if (!isMissing) throw writingProblem(folder, error);
    }
  }
}

interface WantedFiles {
  /** Made already. */
  readonly pictures: readonly ReportFile[];
  /** By name. */
  readonly wanted: ReadonlySet<string>;
  /** Whether tables begin with a byte-order mark. */
  readonly bom: boolean;
}

/** Writes the files of a report that are wanted, pictures of it, and its manifest; see `writeFolder`. */
export async function writeReport(
  report: PublicReport,
  folder: string,
  { pictures, wanted, bom }: WantedFiles,
): Promise<void> {
  const files = [...reportFiles(report, { wanted, bom }), ...(await workbookFiles(report, wanted))];
  await writeFolder(folder, {
    files: [...files, ...pictures].sort((a, b) => (a.name < b.name ? -1 : 1)),
    manifestName,
    renderManifest: (outputs) => renderManifest(report, outputs),
  });
}
