import type { Command } from "commander";
import type { OptionForm, OptionSource, RecordedOption, RunRecord } from "../model/run-record.js";
import { flagOf, isOnUnlessSaid, type OptionRow, type OptionTable } from "./options/option.js";
import { offFlagOf } from "./options/take-options.js";

/**
 * What a command was told, option by option, as it would be typed again. What changes nothing that
 * is found, by the table, is left out.
 */
export function recordRun(name: string, options: OptionTable, command: Command): RunRecord {
  return {
    command: name,
    options: Object.entries(options).flatMap(([option, row]) => useOf(option, row, command)),
  };
}

function useOf(name: string, row: OptionRow, command: Command): RecordedOption[] {
  if (row.isBeside === true) return [];
  const value: unknown = command.getOptionValue(name);
  const isSwitch = row.value === undefined;
  // A switch that stands as it does by itself is as if it were not there.
  if (isSwitch && value !== !isOnUnlessSaid(row)) return [];
  const values = isSwitch || value === undefined ? [] : Array.isArray(value) ? value : [value];
  return [
    {
      flag: isOnUnlessSaid(row) ? offFlagOf(name) : flagOf(name),
      values: values.map((one) => row.type.print(one)),
      source: sourceOf(command.getOptionValueSource(name)),
      holds: row.holds ?? "text",
      sha256: [],
      form: formOf(row, value),
    },
  ];
}

function formOf({ value: placeholder, type }: OptionRow, value: unknown): OptionForm {
  if (placeholder === undefined) return "switch";
  if (Array.isArray(value)) return "list";
  // A time is a number here, and typed as a date.
  return typeof value === "number" && type.print(value) === String(value) ? "number" : "text";
}

function sourceOf(source: string | undefined): OptionSource {
  switch (source) {
    case "cli":
      return "flag";
    case "env":
      return "environment";
    case "config":
      return "file";
    default:
      return "default";
  }
}
