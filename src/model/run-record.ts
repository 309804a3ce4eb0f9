/** Where the value of an option came from. */
export const optionSources = ["flag", "environment", "file", "default"] as const;
export type OptionSource = (typeof optionSources)[number];

/** What a value is: a text, the path of a file that was read, or somebody's handle. */
export type OptionContent = "text" | "file" | "people";

/** An option as a run used it. */
export interface OptionUse {
  /** As it is typed: `--tag`. */
  readonly flag: string;
  /** As they would be typed; none for a switch and for what was left out. */
  readonly values: readonly string[];
  readonly source: OptionSource;
  readonly holds: OptionContent;
  /** Of each value that is a file. */
  readonly sha256: readonly string[];
}

/** What the value of an option is in JSON. */
export type OptionForm = "switch" | "number" | "text" | "list";

export interface RecordedOption extends OptionUse {
  readonly form: OptionForm;
}

/** The command that a run was, but for what changes nothing that it finds: threads, places, words. */
export interface RunRecord {
  readonly command: string;
  readonly options: readonly RecordedOption[];
  /** Tells a key of pseudonyms from another, and nothing of what it is. */
  readonly keyMark?: string | undefined;
}

/** The program that runs, and what its numbers and texts may depend on beside it. */
export interface Tool {
  readonly version: string;
  readonly node: string;
  /** The version of Unicode's rules, by which letters are compared. */
  readonly icu: string;
  /** How to cite it; one line. */
  readonly citation: string;
}

type SettingValue = boolean | number | string | readonly string[];

/**
 * The settings of a run by the names that a settings file has for them. What was neither given nor has a
 * default is absent.
 */
export function settingsOf({ options }: RunRecord): Readonly<Record<string, SettingValue>> {
  const settings: [string, SettingValue][] = [];
  for (const { flag, values, form } of options) {
    const [, off, name] = /^--(no-)?(.*)$/u.exec(flag) ?? [flag, undefined, flag];
    const key = name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
    if (form === "switch") settings.push([key, off === undefined]);
    else if (form === "list") settings.push([key, values]);
    else if (values.length > 0)
      settings.push([key, form === "number" ? Number(values[0]) : values[0]]);
  }
  return Object.fromEntries(settings);
}
