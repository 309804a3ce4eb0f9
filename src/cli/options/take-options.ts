import { type Command, Option } from "commander";
import { flagOf, helpGroups, isOnUnlessSaid, type OptionRow, type OptionTable } from "./option.js";

/**
 * Makes a command take the options of a table, grouped as help shows them. Its action's flags are
 * `FlagsOf` the table. `ofArguments` are what a settings file may give for its arguments, in their order.
 */
export function takeOptions(
  command: Command,
  table: OptionTable,
  ofArguments: OptionTable = {},
): void {
  tables.set(command, { options: table, ofArguments });
  for (const [name, row] of inGroups(table)) {
    command.addOption(optionOf(name, row));
    // What settings turn on can be turned off.
    if (isOnUnlessSaid(row)) command.addOption(new Option(flagOf(name)).hideHelp());
    else if (row.value === undefined || row.canBeNone) {
      command.addOption(new Option(offFlagOf(name)).hideHelp());
    }
  }
  command.addHelpOption(new Option("-h, --help", "show this").helpGroup("Output:"));
}

const tables = new WeakMap<
  Command,
  { readonly options: OptionTable; readonly ofArguments: OptionTable }
>();

/** The options that a command takes, in the order of its help. */
export function optionsTakenBy(command: Command): (readonly [name: string, row: OptionRow])[] {
  return inGroups(tables.get(command)?.options ?? {});
}

/** What settings may give for its arguments, in their order. */
export function argumentsTakenBy(command: Command): (readonly [name: string, row: OptionRow])[] {
  return Object.entries(tables.get(command)?.ofArguments ?? {});
}

/** How help shows an option and its value: `-o, --out <folder>`. */
export function usageOf(name: string, row: OptionRow): string {
  const short = row.short === undefined ? "" : `-${row.short}, `;
  const value = row.value === undefined ? "" : ` ${row.value}`;
  return `${short}${isOnUnlessSaid(row) ? offFlagOf(name) : flagOf(name)}${value}`;
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

/** What turns a switch off, and says that there is no file. */
export function offFlagOf(name: string): string {
  return `--no-${flagOf(name).slice(2)}`;
}

function keepWords(word: string, known: readonly string[] | undefined): string[] {
  return [...(known ?? []), word];
}

/** What help says of a default. */
export function defaultWords(row: OptionRow): string {
  return row.default === undefined || Array.isArray(row.default) || isOnUnlessSaid(row)
    ? ""
    : ` (default: ${row.type.print(row.default)})`;
}
