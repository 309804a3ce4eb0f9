import type { Command } from "commander";
import { Option } from "commander";
import type { OptionSource, OptionUse, RunRecord } from "../model/run-record.js";
import { type OptionName, type OptionRow, optionTable } from "./option-table.js";

/**
 * What a command was told, option by option, as it would be typed again. What changes nothing that
 * is found, by the table, is left out.
 */
export function recordRun(
  name: string,
  options: readonly OptionName[],
  command: Command,
): RunRecord {
  return {
    command: name,
    options: options.flatMap((option) => useOf(optionTable[option], command)),
  };
}

function useOf(row: OptionRow, command: Command): OptionUse[] {
  if (row.isBeside === true) return [];
  const option = new Option(row.flags);
  const attribute = option.attributeName();
  const value: unknown = command.getOptionValue(attribute);
  const print = row.print ?? String;
  const isSwitch = !option.required && !option.optional;
  // A switch that is off is as if it were not there.
  if (isSwitch && value !== true) return [];
  const values = isSwitch || value === undefined ? [] : Array.isArray(value) ? value : [value];
  return [
    {
      flag: option.long ?? row.flags,
      values: values.map((one) => print(one)),
      source: sourceOf(command.getOptionValueSource(attribute)),
      holds: row.holds ?? "text",
      sha256: [],
    },
  ];
}

function sourceOf(source: string | undefined): OptionSource {
  if (source === "cli") return "flag";
  return source === "env" ? "environment" : "default";
}
