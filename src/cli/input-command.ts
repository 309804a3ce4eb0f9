import { Command } from "commander";
import type { ExitCode } from "../model/errors.js";
import type { RunRecord } from "../model/run-record.js";
import { inputArguments } from "./options/input-options.js";
import type { FlagsOf, OptionTable } from "./options/option.js";
import { takeOptions } from "./options/take-options.js";
import { recordRun } from "./record-run.js";

/** What a command on inputs was told. */
export interface Asked<Flags> {
  readonly inputs: readonly string[];
  readonly flags: Flags;
  readonly run: RunRecord;
}

interface InputCommand<Table extends OptionTable> {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly description: string;
  /** What its inputs may be. */
  readonly inputs: string;
  readonly examples: string;
  readonly options: Table;
  /** Those of its options that a manifest keeps. */
  readonly recorded: OptionTable;
  readonly run: (asked: Asked<FlagsOf<Table>>) => Promise<ExitCode>;
}

/** A command that takes any number of inputs; `finish` is told its exit code. */
export function inputCommand<Table extends OptionTable>(
  parts: InputCommand<Table>,
  finish: (code: ExitCode) => void,
): Command {
  const { name, options, recorded } = parts;
  const command = new Command(name)
    .aliases(parts.aliases ?? [])
    .summary(parts.summary)
    .description(parts.description)
    .argument("[input...]", parts.inputs)
    .addHelpText("after", parts.examples);
  takeOptions(command, options, inputArguments);
  return command.action(async (inputs: string[], flags: FlagsOf<Table>) => {
    finish(await parts.run({ inputs, flags, run: recordRun(name, recorded, command) }));
  });
}
