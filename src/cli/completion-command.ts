import { Argument, Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import { bashCompletion } from "./completion/bash-completion.js";
import { type CompletedCommand, completedCommands } from "./completion/completed-command.js";
import { fishCompletion } from "./completion/fish-completion.js";
import { powershellCompletion } from "./completion/powershell-completion.js";
import { zshCompletion } from "./completion/zsh-completion.js";
import { type Console, print } from "./console.js";
import { everyCommandOptions } from "./options/output-options.js";
import { takeOptions } from "./options/take-options.js";

const shells: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

const examples = `
Examples:
  $ source <(tagatlas completion bash)
  $ tagatlas completion fish > ~/.config/fish/completions/tagatlas.fish

Exit codes: 0 done, 2 wrong usage, 70 a fault of tagatlas.`;

/** `tagatlas completion`; `finish` is told the exit code. */
export function completionCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("completion")
    .summary("a script with which a shell completes what you type")
    .description(
      "Prints a script for a shell. With it the Tab key completes commands, options and their values.",
    )
    .addArgument(new Argument("<shell>", "your shell").choices(Object.keys(shells)))
    .addHelpText("after", examples);
  takeOptions(command, everyCommandOptions);
  return command.action(async (shell: string) => {
    const program = command.parent ?? command;
    await print(console.stdout, shells[shell](completedCommands(program)));
    finish(exitCodes.done);
  });
}
