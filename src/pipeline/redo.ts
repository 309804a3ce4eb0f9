import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { collectionLogName } from "../model/collection-log.js";
import { systemCode, UserError } from "../model/errors.js";
import type { OptionUse } from "../model/run-record.js";
import { digestFile } from "../read/digest-file.js";
import {
  comparisonManifestName,
  manifestName,
  validationManifestName,
} from "../report/manifest.js";
import { inputAsTyped, wordsToRunAgain } from "../report/run-again.js";
import { type PastRun, parsePastRun } from "../report/run-json.js";

/** Of a report, of a backtest and of a comparison, of which a folder may hold several. */
const manifestNames = [manifestName, validationManifestName, comparisonManifestName];

interface RedoRequest {
  /** A manifest, or the folder that it is in. */
  readonly manifest: string;
  /** Where inputs and lists lie; `undefined` looks where the command is typed and around the manifest. */
  readonly inputs: string | undefined;
  /** An empty folder for the new files. */
  readonly out: string;
  /** Runs a command of the program; its exit code is that of the run. */
  readonly run: (words: readonly string[]) => Promise<number>;
}

export interface RedoOutcome {
  /** By name: of the old run and of the new. */
  readonly files: readonly {
    readonly name: string;
    readonly became: "same" | "different" | "missing" | "new";
  }[];
  /** Inputs, lists and versions that are not those of the old run, in sentences. */
  readonly differences: readonly string[];
  /** Of the run. */
  readonly code: number;
}

/**
 * Runs again what a manifest tells of, and compares every file with the sum that it lists.
 *
 * @throws {UserError} where the manifest cannot be read, or an input or list is nowhere.
 */
export async function redo(request: RedoRequest): Promise<RedoOutcome> {
  const path = await manifestPath(request.manifest);
  const before = await readPastRun(path);
  const folders =
    request.inputs === undefined
      ? [".", dirname(path), dirname(resolve(dirname(path)))]
      : [request.inputs];
  const inputs: string[] = [];
  for (const { name, sha256 } of before.inputs) {
    const found = await locate(name, sha256, folders);
    inputs.push(name === "-" ? name : inputAsTyped(name, resolve(found)));
  }
  const options: OptionUse[] = [];
  for (const use of before.run.options) options.push(await locateFiles(use, folders));
  const words = wordsToRunAgain({ command: before.run.command, options }, inputs);
  const code = await request.run([...words, "--out", request.out]);
  const after = await readNewRun(request.out);
  return {
    files: after === undefined ? [] : compareOutputs(before, after),
    differences: after === undefined ? [] : findDifferences(before, after),
    code,
  };
}

async function manifestPath(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isDirectory()) return path;
    for (const name of manifestNames) if (await isFile(join(path, name))) return join(path, name);
    return join(path, manifestName);
  } catch (error) {
    throw new UserError(`there is no ${path}`, "name the manifest.json of a report", {
      cause: error,
    });
  }
}

async function readPastRun(path: string): Promise<PastRun> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new UserError(`${path} cannot be read`, "name the manifest.json of a report", {
      cause: error,
    });
  }
  const past = parsePastRun(text);
  if (past !== undefined) return past;
  throw new UserError(
    `${path} does not tell how to run it again`,
    "name a manifest.json that this version of tagatlas, or a later one, wrote",
  );
}

async function readNewRun(folder: string): Promise<PastRun | undefined> {
  for (const name of manifestNames) {
    try {
      return parsePastRun(await readFile(join(folder, name), "utf8"));
    } catch (error) {
      if (systemCode(error) !== "ENOENT") throw error;
    }
  }
  return undefined;
}

async function locateFiles(use: OptionUse, folders: readonly string[]): Promise<OptionUse> {
  if (use.holds !== "file") return use;
  const values: string[] = [];
  for (const [index, name] of use.values.entries()) {
    values.push(await locate(name, use.sha256[index], folders));
  }
  return { ...use, values };
}

/** A file, collection or report of this name, else one of another name with the same content. */
async function locate(
  name: string,
  sha256: string | undefined,
  folders: readonly string[],
): Promise<string> {
  if (name === "-") return name;
  for (const folder of folders) {
    const path = join(folder, name);
    if ((await fileBehind(path)) !== undefined) return path;
  }
  for (const folder of folders) {
    for (const other of await readdir(folder)) {
      const path = join(folder, other);
      const file = await fileBehind(path);
      if (file !== undefined && (await digestFile(file)) === sha256) return path;
    }
  }
  for (const folder of folders) {
    // The log of a collection, where that folder itself is named.
    const path = join(folder, basename(name));
    if (await isFile(path)) return path;
  }
  throw new UserError(
    `${name} is not in ${folders.join(", ")}`,
    "name the folder that holds the inputs and lists with --inputs",
  );
}

/** A file itself; of the folder of a report or of a collection the file that `compare` reads. */
async function fileBehind(path: string): Promise<string | undefined> {
  for (const file of [path, join(path, "report.json"), join(path, collectionLogName)]) {
    if (await isFile(file)) return file;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function compareOutputs(before: PastRun, after: PastRun): RedoOutcome["files"] {
  const names = [...new Set([...Object.keys(before.outputs), ...Object.keys(after.outputs)])];
  return names.sort().map((name) => {
    const [was, is] = [before.outputs[name], after.outputs[name]];
    if (was === is) return { name, became: "same" };
    if (is === undefined) return { name, became: "missing" };
    return { name, became: was === undefined ? "new" : "different" };
  });
}

function findDifferences(before: PastRun, after: PastRun): string[] {
  const inputs = before.inputs.map(({ name, sha256 }, index) => ({
    what: `the input ${name}`,
    was: sha256,
    is: after.inputs[index]?.sha256,
  }));
  const lists = before.run.options.flatMap(({ flag, values, sha256 }) => {
    const now = after.run.options.find((use) => use.flag === flag);
    return sha256.map((was, index) => ({
      what: `the file ${values[index]} of ${flag}`,
      was,
      is: now?.sha256[index],
    }));
  });
  const versions = Object.entries(before.versions).map(([name, was]) => ({
    what: `the version of ${name}`,
    was,
    is: after.versions[name],
  }));
  const key = {
    what: "the key of --pseudonymize, told by its mark,",
    was: before.run.keyMark,
    is: after.run.keyMark,
  };
  return [...inputs, ...lists, key, ...versions].flatMap(({ what, was, is }) =>
    was === is ? [] : [`${what} was ${was ?? "not known"} and is ${is ?? "not known"}`],
  );
}
