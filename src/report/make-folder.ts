import { access, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../model/errors.js";
import { writingProblem } from "../model/writing-problem.js";

/**
 * Makes a folder, and those around it, where there is none.
 *
 * @throws {UserError} where it cannot be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeEach(folder);
  } catch (error) {
    throw writingProblem(folder, error);
  }
}

/** Node's own recursive `mkdir` never comes back where the kernel refuses, as under /proc. */
async function makeEach(folder: string): Promise<void> {
  const parent = dirname(folder);
  try {
    await access(parent);
  } catch {
    await makeEach(parent);
  }
  try {
    await mkdir(folder);
  } catch (error) {
    const isThere = systemCode(error) === "EEXIST" && (await stat(folder)).isDirectory();
    if (!isThere) throw error;
  }
}
