import { dirname, isAbsolute, join } from "node:path";
import type { Command } from "commander";
import { UserError } from "../../model/errors.js";
import type { OptionSource } from "../../model/run-record.js";
import { didYouMean } from "../../text/did-you-mean.js";
import { flagOf, isOnUnlessSaid, type OptionRow } from "./option.js";
import {
  readSettingsFile,
  type SettingsFile,
  settingsFileName,
  valuesIn,
} from "./settings-file.js";
import { argumentsTakenBy, offFlagOf, optionsTakenBy, usageOf } from "./take-options.js";
import type { Zod } from "./value-type.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The value of an option that is in force. */
export interface Settled {
  readonly name: string;
  readonly row: OptionRow;
  readonly value: unknown;
  readonly source: OptionSource;
  /** What exactly gave it: a flag, a variable, a place in the settings file. */
  readonly from: string;
}

/** Where values come from beside flags and defaults. */
export interface Settings {
  readonly file: SettingsFile | undefined;
  readonly profile: string | undefined;
  readonly environment: Environment;
}

/**
 * Puts the values that are in force in the place of what was typed: of the flag, else of the
 * environment, else of the settings file, else the default. Runs before a command's action.
 */
export async function settleOptions(command: Command, environment: Environment): Promise<void> {
  const settings = await findSettings(command, environment);
  for (const { name, row, value, source } of await valuesInForce(command, settings)) {
    // What says where settings are stays as typed.
    if (row.isTypedOnly === true) continue;
    command.setOptionValueWithSource(name, value, commanderSource[source]);
  }
  settleArguments(command, settings);
}

/** In commander's words. */
const commanderSource = {
  flag: "cli",
  environment: "env",
  file: "config",
  default: "default",
} as const satisfies Record<OptionSource, string>;

/** The settings file and the profile that a command is to go by. */
export async function findSettings(command: Command, environment: Environment): Promise<Settings> {
  const { parent: program } = command;
  const path = typedOrSet("config", command, environment);
  const profile = typedOrSet("profile", command, environment);
  const file =
    program === null || command.getOptionValue("config") === false
      ? undefined
      : await readSettingsFile(
          { path: path ?? settingsFileName, isNeeded: path !== undefined },
          program,
        );
  if (profile !== undefined) checkProfile(profile, file);
  return { file, profile, environment };
}

/** Every option of a command, in the order of its help. */
export async function valuesInForce(command: Command, settings: Settings): Promise<Settled[]> {
  const { z } = await import("zod");
  return optionsTakenBy(command).map(([name, row]) => {
    const settled =
      ofFlag(z, command, name, row) ??
      ofEnvironment(z, name, row, settings.environment) ??
      ofFile(command.name(), name, row, settings);
    return settled ?? { name, row, value: row.default, source: "default", from: "default" };
  });
}

/** What a settings file gives for the arguments of a command. */
export function argumentsInForce(command: Command, settings: Settings): Settled[] {
  return argumentsTakenBy(command).flatMap(
    ([name, row]) => ofFile(command.name(), name, row, settings) ?? [],
  );
}

/** The variable of the environment that gives an option; `undefined` for none. */
export function variableOf(name: string, row: OptionRow): string | undefined {
  return row.isOfCommand === true ? undefined : asVariable(name);
}

function asVariable(name: string): string {
  return `TAGATLAS_${flagOf(name).slice(2).replaceAll("-", "_").toUpperCase()}`;
}

function typedOrSet(name: string, command: Command, environment: Environment): string | undefined {
  const typed: unknown = command.getOptionValue(name);
  if (Array.isArray(typed)) return String(typed.at(-1));
  const variable = environment[asVariable(name)];
  return variable === "" ? undefined : variable;
}

function checkProfile(profile: string, file: SettingsFile | undefined): void {
  const known = Object.keys(valuesIn(file?.values.profiles));
  if (known.includes(profile)) return;
  const advice = known.length === 0 ? "it has none" : `it has ${known.join(", ")}`;
  throw file === undefined
    ? new UserError(
        `--profile ${profile}: there is no settings file`,
        `tagatlas init writes ${settingsFileName}`,
      )
    : new UserError(
        `${file.path} has no profile ${profile}.${didYouMean(profile, known)}`,
        `name one that is there: ${advice}`,
      );
}

function ofFlag(zod: Zod, command: Command, name: string, row: OptionRow): Settled | undefined {
  const given: unknown = command.getOptionValue(name);
  const typed = given === true && row.alone !== undefined ? [row.alone] : given;
  if (typed === undefined || row.isTypedOnly === true) return undefined;
  // Commander gives such a switch a default of its own.
  if (isOnUnlessSaid(row) && typed === true) return undefined;
  const { value, problem } = check(
    zod,
    row,
    Array.isArray(typed) ? row.type.fromWords(typed) : typed,
  );
  if (problem !== undefined) {
    const words = Array.isArray(typed) ? typed.join(" ") : String(typed);
    command.error(
      `error: option '${usageOf(name, row)}' argument '${words}' is invalid. ${problem}`,
      { code: "commander.invalidArgument" },
    );
  }
  const from = isOnUnlessSaid(row) ? offFlagOf(name) : flagOf(name);
  return { name, row, value, source: "flag", from };
}

function ofEnvironment(
  zod: Zod,
  name: string,
  row: OptionRow,
  environment: Environment,
): Settled | undefined {
  const variable = variableOf(name, row);
  const word = variable === undefined ? undefined : environment[variable];
  if (variable === undefined || word === undefined || word === "") return undefined;
  const { value, problem } = check(zod, row, row.type.fromWords([word]));
  if (problem !== undefined) {
    throw new UserError(
      `the environment's ${variable} '${word}' is invalid. ${problem}`,
      `change it, unset it, or give ${flagOf(name)}`,
    );
  }
  return { name, row, value, source: "environment", from: variable };
}

/** A section of a profile before the profile, and that before the rest. */
function ofFile(
  command: string,
  name: string,
  row: OptionRow,
  { file, profile }: Settings,
): Settled | undefined {
  if (file === undefined || row.isTypedOnly === true) return undefined;
  const sections: string[][] = profile === undefined ? [] : [["profiles", profile]];
  for (const section of [...sections, []]) {
    for (const path of [[...section, command], section]) {
      if (row.isOfCommand === true && path.at(-1) !== command) continue;
      const values = path.reduce((at, key) => valuesIn(at[key]), file.values);
      if (!Object.hasOwn(values, name) || isSection(values[name])) continue;
      const value = row.type.isPath === true ? besideFile(file.path, values[name]) : values[name];
      return {
        name,
        row,
        value,
        source: "file",
        from: `${file.path}: ${[...path, name].join(".")}`,
      };
    }
  }
  return undefined;
}

/** Settings of the command that has the option's name, which are no value of it. */
function isSection(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A path of a settings file counts from its folder. */
function besideFile(file: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => besideFile(file, one));
  const folder = dirname(file);
  if (typeof value !== "string" || value === "-" || folder === "." || isAbsolute(value))
    return value;
  return join(folder, value);
}

function check(
  zod: Zod,
  { type }: OptionRow,
  input: unknown,
): { readonly value?: unknown; readonly problem?: string } {
  const result = type.schema(zod).safeParse(input);
  if (result.success) return { value: result.data };
  const written = Array.isArray(input) ? input.find((one) => !type.choices?.includes(one)) : input;
  const meant = typeof written === "string" ? didYouMean(written, type.choices ?? []) : "";
  return { problem: `${result.error.issues[0]?.message}${meant}` };
}

/** What a command is run on, where nobody typed it. */
function settleArguments(command: Command, settings: Settings): void {
  for (const [index, argument] of command.registeredArguments.entries()) {
    const typed: unknown = command.processedArgs[index];
    const isTyped = Array.isArray(typed) ? typed.length > 0 : typed !== undefined;
    const known = argumentsTakenBy(command).at(index);
    if (isTyped || known === undefined) continue;
    const settled = ofFile(command.name(), known[0], known[1], settings);
    const isNone =
      settled === undefined || (Array.isArray(settled.value) && settled.value.length === 0);
    if (isNone && known[1].canBeNone === true) continue;
    if (isNone) {
      command.error(`error: missing required argument '${argument.name()}'`, {
        code: "commander.missingArgument",
      });
    }
    command.processedArgs[index] = settled.value;
  }
}
