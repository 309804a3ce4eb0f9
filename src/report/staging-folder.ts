import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { systemCode } from "../model/errors.js";

const prefix = ".tagatlas-writing-";

/**
 * Makes a new folder inside an output folder, on the same disk and open to nobody else: files are
 * made whole in it and then moved. Its name says which process made it.
 */
export async function makeStagingFolder(folder: string): Promise<string> {
  return mkdtemp(join(folder, `${prefix}${ownName()}-`));
}

/** Staging folders that were left behind by runs that are no more. */
export async function findLeftStaging(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && isLeft(entry.name))
    .map(({ name }) => join(folder, name));
}

/** Removes a staging folder with what is in it. */
export async function removeStaging(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true });
}

function ownName(): string {
  return `${hostname().replace(/[^\w.]+/gu, "_")}-${process.pid}`;
}

/** Of another machine's processes nobody here can tell whether they still run. */
function isLeft(name: string): boolean {
  const parts = /^\.tagatlas-writing-(.*)-(\d+)-[^-]+$/u.exec(name);
  if (parts === null) return false;
  const [, host, pid] = parts;
  if (`${host}-${process.pid}` !== ownName()) return false;
  // In a container, the process before this one often had the same number.
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}
