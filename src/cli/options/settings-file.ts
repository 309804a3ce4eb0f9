import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { z } from "zod";
import { systemCode, UserError } from "../../model/errors.js";
import { didYouMean } from "../../text/did-you-mean.js";
import { settingsOfCommand, settingsSchema } from "./settings-schema.js";

/** Read where it lies in the folder in which a command runs. */
export const settingsFileName = "tagatlas.config.json";

export type Values = Readonly<Record<string, unknown>>;

/** A settings file, every value of it checked. */
export interface SettingsFile {
  readonly path: string;
  readonly values: Values;
}

/**
 * The settings in a file. `undefined` where it need not be there, and is not.
 *
 * @throws {UserError} for a file that cannot be read, is no JSON, or holds what is no setting.
 */
export async function readSettingsFile(
  { path, isNeeded }: { readonly path: string; readonly isNeeded: boolean },
  program: Command,
): Promise<SettingsFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (!isNeeded && systemCode(error) === "ENOENT") return undefined;
    throw new UserError(
      `the settings file ${path} cannot be read`,
      "name another with --config, or none with --no-config",
      { cause: error },
    );
  }
  const { z } = await import("zod");
  const result = settingsSchema(z, program).safeParse(parseJson(path, text));
  if (!result.success) throw problemOf(path, result.error.issues[0], program);
  return { path, values: valuesIn(result.data) };
}

/** Those of a section; none where there is no such section. */
export function valuesIn(section: unknown): Values {
  return typeof section === "object" && section !== null ? { ...section } : {};
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    // Its words repeat what stands there; its place is enough.
    const [, at] = /position (\d+)/u.exec(error instanceof Error ? error.message : "") ?? [];
    const line = at === undefined ? "" : ` in line ${text.slice(0, Number(at)).split("\n").length}`;
    throw new UserError(
      `the settings file ${path} is not JSON${line}`,
      "check commas and quotation marks there; tagatlas init writes a file to begin with",
    );
  }
}

function problemOf(path: string, issue: z.core.$ZodIssue | undefined, program: Command): UserError {
  const place = issue?.path.join(".") ?? "";
  if (issue?.code === "unrecognized_keys") {
    const [key] = issue.keys;
    const full = [...issue.path, key].join(".");
    if (/token|secret|bearer|password|credential/iu.test(key)) {
      return new UserError(
        `${path}: ${full} looks like a secret, which a settings file must not hold`,
        "give tokens in the environment, and take this one back if others could read the file",
      );
    }
    return new UserError(
      `${path}: there is no setting ${full}.${didYouMean(key, namesAt(issue.path, program))}`,
      "tagatlas init writes a file that names them all",
    );
  }
  const where = place === "" ? path : `${path}: ${place}`;
  return new UserError(`${where}: ${issue?.message ?? "this is no setting"}`, "change it there");
}

/** What may stand in a section. */
function namesAt(section: readonly PropertyKey[], { commands }: Command): string[] {
  const own = commands.find((command) => command.name() === section.at(-1));
  if (own !== undefined) return settingsOfCommand(own).map(([name]) => name);
  const shared = commands
    .flatMap(settingsOfCommand)
    .flatMap(([name, row]) => (row.isOfCommand === true ? [] : [name]));
  return [...shared, ...commands.map((command) => command.name())];
}
