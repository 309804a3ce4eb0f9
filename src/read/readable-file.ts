import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { collectionLogName } from "../model/collection-log.js";
import { UserError } from "../model/errors.js";

/**
 * What is known of a file that can be read from its beginning to its end. A pipe or a terminal is
 * taken where the shell hands it on (`<(…)`, /dev/stdin): another might never end.
 *
 * @throws {UserError} for a folder, a device, a socket, a named pipe, or what cannot be looked at.
 */
export async function checkReadable(path: string): Promise<Stats> {
  let status: Stats;
  try {
    status = await stat(path);
  } catch (error) {
    throw readingError(path, error);
  }
  if (status.isFile() || isHandedOn(path)) return status;
  if (status.isDirectory()) {
    throw new UserError(
      `${path} is a folder without a collection (${collectionLogName})`,
      `name the files in it, for example: ${path.replace(/\/+$/u, "")}/*.ndjson`,
    );
  }
  throw new UserError(
    `${path} is ${kindOf(status)}, and no file`,
    "name a file, or - and pipe into standard input",
  );
}

/** /dev/null ends at once, and is how scripts say that there is nothing. */
function isHandedOn(path: string): boolean {
  return /^\/(?:dev\/(?:stdin|null|fd\/\d+)|proc\/self\/fd\/\d+)$/u.test(path);
}

function kindOf(status: Stats): string {
  if (status.isSocket()) return "a socket";
  if (status.isFIFO()) return "a named pipe";
  return "a device";
}

const faults: Readonly<Record<string, { readonly what: string; readonly next: string }>> = {
  EACCES: { what: "may not be read", next: "check its permissions" },
  EPERM: { what: "may not be read", next: "check its permissions" },
  ELOOP: { what: "is a link that leads back to itself", next: "name the file itself" },
  ENAMETOOLONG: { what: "is too long a name for a file", next: "check the path" },
};

/** What went wrong with a file, as people need to know it; another error stays as it is. */
export function readingError(path: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = "code" in error && "syscall" in error ? String(error.code) : undefined;
  if (code === undefined) return error;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new UserError(`there is no file ${path}`, "check the path", { cause: error });
  }
  const { what, next } = faults[code] ?? {
    what: `cannot be read (${code})`,
    next: "check the file",
  };
  return new UserError(`${path} ${what}`, next, { cause: error });
}
