import type { Command } from "commander";
import { flagOf, isOnUnlessSaid } from "../options/option.js";
import { offFlagOf, optionsTakenBy } from "../options/take-options.js";

/** What a shell may propose behind an option. */
type CompletedValue =
  | { readonly kind: "none" }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "file" }
  /** Something of the reader's own, such as a hashtag: nothing is proposed. */
  | { readonly kind: "text" };

export interface CompletedOption {
  /** With its dashes. */
  readonly flag: string;
  /** One letter. */
  readonly short: string | undefined;
  readonly line: string;
  readonly value: CompletedValue;
}

/** A command with all that can be typed behind it. */
export interface CompletedCommand {
  readonly name: string;
  readonly line: string;
  readonly options: readonly CompletedOption[];
  /** The words that its argument may be; none where it is a file. */
  readonly words: readonly string[];
}

/** What shells propose, from the rows that help is made of, in help's order. */
export function completedCommands(program: Command): CompletedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    line: command.summary(),
    options: [
      ...optionsTakenBy(command).map(([name, row]) => ({
        flag: isOnUnlessSaid(row) ? offFlagOf(name) : flagOf(name),
        short: row.short,
        line: row.line,
        value: completedValue(row.type.choices, row.type.isPath === true, row.value !== undefined),
      })),
      { flag: "--help", short: "h", line: "show this", value: { kind: "none" as const } },
    ],
    words: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }));
}

function completedValue(
  choices: readonly string[] | undefined,
  isPath: boolean,
  takesValue: boolean,
): CompletedValue {
  if (!takesValue) return { kind: "none" };
  if (choices !== undefined) return { kind: "choice", choices };
  return { kind: isPath ? "file" : "text" };
}
