import { didYouMean } from "../text/did-you-mean.js";
import { type ColumnMap, parseColumnMap } from "./column-map.js";
import { UserError } from "./errors.js";
import { type InputFormatName, inputFormatNames } from "./provenance.js";

/** Which number of `5/1/2016` is the day. */
export const dayOrders = ["day-first", "month-first"] as const;
export type DayOrder = (typeof dayOrders)[number];

/** How an input is to be read, where its content does not tell. */
export interface InputSettings {
  /** The format that was named instead of found. */
  readonly format?: InputFormatName | undefined;
  /** Which columns of a table hold what. */
  readonly map?: ColumnMap | undefined;
  readonly dayOrder?: DayOrder | undefined;
}

/** The same for one input, by the path or the name under which it was given. */
interface NamedInputSettings extends InputSettings {
  readonly input: string;
}

export interface AllInputSettings extends InputSettings {
  readonly perInput?: readonly NamedInputSettings[] | undefined;
}

/** What holds for one input: what names it, before what is said of all. */
export function settingsOf(path: string, all: AllInputSettings): InputSettings {
  const own = all.perInput?.filter(({ input }) => isNamed(path, input)) ?? [];
  return Object.assign(
    { format: all.format, map: all.map, dayOrder: all.dayOrder },
    ...own.map(({ input: _, ...settings }) => settings),
  );
}

function isNamed(path: string, input: string): boolean {
  // File names of macOS come with letters in pieces.
  const typed = input.normalize("NFC");
  return path.normalize("NFC") === typed || basename(path).normalize("NFC") === typed;
}

/** What was typed for each of the options, as often as it was. */
export interface WrittenInputSettings {
  readonly format: readonly string[];
  readonly map: readonly string[];
  readonly dates: readonly string[];
}

/**
 * Reads `--format`, `--map` and `--dates`. Each holds for all inputs, or begins with an input and a
 * colon and holds for that one: `--map posts.csv:author=who,text=words`.
 *
 * @throws {UserError} for a value that is none, one that is given twice, and an input that there is not.
 */
export function parseInputSettings(
  written: WrittenInputSettings,
  inputs: readonly string[],
): AllInputSettings {
  const byInput = new Map<string | undefined, Record<string, unknown>>();
  const set = (
    option: string,
    key: string,
    [input, value]: readonly [string | undefined, unknown],
  ): void => {
    if (input !== undefined && !inputs.some((path) => isNamed(path, input))) {
      throw new UserError(
        `--${option} names ${input}, which is no input`,
        `name one of ${inputs.map((path) => basename(path)).join(", ")}`,
      );
    }
    const settings = byInput.get(input) ?? {};
    if (key in settings) {
      throw new UserError(
        `--${option} is given twice${input === undefined ? "" : ` for ${input}`}`,
        `begin it with an input to name that one: --${option} FILE:…`,
      );
    }
    byInput.set(input, { ...settings, [key]: value });
  };
  for (const text of written.format)
    set("format", "format", chosen("format", text, inputFormatNames));
  for (const text of written.dates) set("dates", "dayOrder", chosen("dates", text, dayOrders));
  for (const text of written.map) {
    const [, input, fields] = /^(?:(.*?):)?([a-z-]+\s*=.*)$/isu.exec(text) ?? [
      text,
      undefined,
      text,
    ];
    set("map", "map", [input, parseColumnMap(fields)]);
  }
  return {
    ...byInput.get(undefined),
    perInput: [...byInput].flatMap(([input, settings]) =>
      input === undefined ? [] : [{ ...settings, input }],
    ),
  };
}

function chosen(
  option: string,
  text: string,
  choices: readonly string[],
): readonly [input: string | undefined, value: string] {
  const at = text.lastIndexOf(":");
  const value = text.slice(at + 1);
  if (!choices.includes(value)) {
    throw new UserError(
      `--${option} ${text}: there is no ${value}.${didYouMean(value, choices)}`,
      `choose one of ${choices.join(", ")}`,
    );
  }
  return [at < 0 ? undefined : text.slice(0, at), value];
}

/** The options as they are typed, which read to the same settings. */
export function writtenInputSettings(all: AllInputSettings): WrittenInputSettings {
  const each = [{ ...all, input: undefined }, ...(all.perInput ?? [])];
  const valuesOf = (text: (settings: InputSettings) => string | undefined): string[] =>
    each.flatMap((settings) => {
      const value = text(settings);
      if (value === undefined) return [];
      return [settings.input === undefined ? value : `${basename(settings.input)}:${value}`];
    });
  return {
    format: valuesOf(({ format }) => format),
    map: valuesOf(({ map }) => (map === undefined ? undefined : columnsText(map))),
    dates: valuesOf(({ dayOrder }) => dayOrder),
  };
}

function columnsText(map: ColumnMap): string {
  return Object.entries(map)
    .map(([field, column]) => `${field}=${column}`)
    .join(",");
}

function basename(path: string): string {
  return path.split(/[\\/]/u).findLast((part) => part !== "") ?? path;
}
