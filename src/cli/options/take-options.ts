import { type Command, Option } from "commander";
import { flagOf, helpGroups, type OptionRow, type OptionTable } from "./option.js";

/**
 * Makes a command take the options of a table, grouped as help shows them. They are read before its
 * action runs, whose flags are `FlagsOf` the table.
 */
export function takeOptions(command: Command, table: OptionTable): void {
  tables.set(command, table);
  for (const [name, row] of inGroups(table)) {
    command.addOption(optionOf(name, row));
    // What settings turn on can be turned off.
    if (row.value === undefined) command.addOption(offSwitch(name));
  }
  command.addHelpOption(new Option("-h, --help", "show this").helpGroup("Output:"));
  command.hook("preAction", () => readOptions(command, table));
}

const tables = new WeakMap<Command, OptionTable>();

/** The options that a command takes, in the order of its help. */
export function optionsTakenBy(command: Command): (readonly [name: string, row: OptionRow])[] {
  return inGroups(tables.get(command) ?? {});
}

/** How help shows an option and its value: `-o, --out <folder>`. */
export function usageOf(name: string, row: OptionRow): string {
  const short = row.short === undefined ? "" : `-${row.short}, `;
  const value = row.value === undefined ? "" : ` ${row.value}`;
  return `${short}${flagOf(name)}${value}`;
}

function inGroups(table: OptionTable): [name: string, row: OptionRow][] {
  return Object.entries(table).sort(
    ([, a], [, b]) => helpGroups.indexOf(a.group) - helpGroups.indexOf(b.group),
  );
}

function optionOf(name: string, row: OptionRow): Option {
  const option = new Option(usageOf(name, row), `${row.line}${defaultWords(row)}`);
  option.helpGroup(`${row.group}:`);
  // Kept as typed until the command runs, so that help does not wait for the schemas.
  if (row.value !== undefined) option.argParser(keepWords);
  return option;
}

function offSwitch(name: string): Option {
  return new Option(`--no-${flagOf(name).slice(2)}`).hideHelp();
}

function keepWords(word: string, known: readonly string[] | undefined): string[] {
  return [...(known ?? []), word];
}

function defaultWords(row: OptionRow): string {
  return row.default === undefined || Array.isArray(row.default)
    ? ""
    : ` (default: ${row.type.print(row.default)})`;
}

/** Puts values in the place of what was typed, and defaults where nothing was. */
async function readOptions(command: Command, table: OptionTable): Promise<void> {
  const { z } = await import("zod");
  for (const [name, row] of Object.entries(table)) {
    const given: unknown = command.getOptionValue(name);
    const typed = given === true && row.alone !== undefined ? [row.alone] : given;
    if (typed === undefined) {
      command.setOptionValueWithSource(name, row.default, "default");
      continue;
    }
    const input = Array.isArray(typed) ? row.type.fromWords(typed) : typed;
    const result = row.type.schema(z).safeParse(input);
    if (!result.success) {
      const words = Array.isArray(typed) ? typed.join(" ") : String(typed);
      command.error(
        `error: option '${usageOf(name, row)}' argument '${words}' is invalid. ${result.error.issues[0]?.message}`,
        { code: "commander.invalidArgument" },
      );
    }
    command.setOptionValueWithSource(name, result.data, "cli");
  }
}
