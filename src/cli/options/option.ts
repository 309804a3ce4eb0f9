import type { z } from "zod";
import type { OptionContent } from "../../model/run-record.js";
import type { ValueType } from "./value-type.js";

/** What the help gathers options under, in its order. */
export const helpGroups = [
  "Collecting",
  "Input",
  "Period",
  "Filters",
  "Network",
  "Engine",
  "Lists of people",
  "Backtest",
  "Consent and names",
  "Map",
  "Output",
  "Settings",
] as const;
type HelpGroup = (typeof helpGroups)[number];

/** What an option says of itself; its flag and its key among settings are made of its name. */
interface OptionWords<Type extends ValueType> {
  readonly type: Type;
  /** What help shows in the place of the value; a switch has none. In brackets it may be left out. */
  readonly value?: string;
  /** One letter. */
  readonly short?: string;
  /** What the flag alone means, where its value may be left out. */
  readonly alone?: string;
  /** What it does, in one line of help. */
  readonly line: string;
  /** The rest, in sentences of the reference. */
  readonly more?: string;
  /** What holds if nobody says, where that is no value. */
  readonly usual?: string;
  /** What its values are, where they are no texts of their own. */
  readonly holds?: OptionContent;
  /** Changes nothing that is found: how fast it is, where it goes, what is said meanwhile. */
  readonly isBeside?: true;
  /** Means something of its own in a command, under whose name alone settings may give it. */
  readonly isOfCommand?: true;
  /** Typed without a flag. */
  readonly isArgument?: true;
  /** `--no-` and its name says that there is none; an argument may be left out. */
  readonly canBeNone?: true;
  /** No settings file gives it. */
  readonly isTypedOnly?: true;
}

/** A row of a table of options. */
export interface OptionRow<Type extends ValueType = ValueType, Default = unknown>
  extends OptionWords<Type> {
  readonly group: HelpGroup;
  /** The value if nobody says; `undefined` for none. */
  readonly default: Default;
}

/** A switch that only its `--no-` changes. */
export function isOnUnlessSaid({ value, default: usual }: OptionRow): boolean {
  return value === undefined && usual === true;
}

/** Options by name: `maxPosts` is typed `--max-posts`. */
export type OptionTable = Readonly<Record<string, OptionRow>>;

export type ValueOf<Type extends ValueType> = z.output<ReturnType<Type["schema"]>>;

/** The values that a command gets. */
export type FlagsOf<Table extends OptionTable> = {
  readonly [Name in keyof Table]: undefined extends Table[Name]["default"]
    ? ValueOf<Table[Name]["type"]> | undefined
    : ValueOf<Table[Name]["type"]>;
};

/** What makes the rows of a help group. A default that the type does not hold does not compile. */
export function optionsOf(group: HelpGroup) {
  function option<const Type extends ValueType>(
    row: OptionWords<Type> & { readonly default: NoInfer<ValueOf<Type>> },
  ): OptionRow<Type, ValueOf<Type>>;
  function option<const Type extends ValueType>(row: OptionWords<Type>): OptionRow<Type, undefined>;
  function option(row: OptionWords<ValueType> & { readonly default?: unknown }): OptionRow {
    return { ...row, group, default: row.default };
  }
  return option;
}

/** Those of a command's values that a table has options for. */
export function valuesOf<Table extends OptionTable>(
  table: Table,
  flags: FlagsOf<Table>,
): FlagsOf<Table>;
export function valuesOf(
  table: OptionTable,
  flags: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(table).map((name) => [name, flags[name]]));
}

/** The values where nobody says anything. */
export function defaultsOf<Table extends OptionTable>(table: Table): FlagsOf<Table>;
export function defaultsOf(table: OptionTable): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row.default]));
}

/** How an option is typed. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
