import { Command, CommanderError } from "commander";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import { analyzeCommand } from "./analyze-command.js";
import { collectCommand } from "./collect-command.js";
import { completionCommand } from "./completion-command.js";
import { configCommand } from "./config-command.js";
import { type Console, say } from "./console.js";
import { convertCommand } from "./convert-command.js";
import { followCommand } from "./follow-command.js";
import { forgetCommand } from "./forget-command.js";
import { initCommand } from "./init-command.js";
import { inspectCommand } from "./inspect-command.js";
import { settleOptions } from "./options/settle-options.js";
import { redoCommand } from "./redo-command.js";
import { runCommand } from "./run-command.js";
import { serversCommand } from "./servers-command.js";
import { toolVersion } from "./tool-version.js";
import { validateCommand } from "./validate-command.js";

/**
 * Runs the program with the words after its name and gives its exit code. Nothing else decides
 * how the process ends.
 */
export async function main(words: readonly string[], console: Console): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const finish = (exitCode: ExitCode): void => {
    code = exitCode;
  };
  const program = buildProgram(console, finish);
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => say(console.stdout, text),
        writeErr: (text) => say(console.stderr, text),
        outputError: (text, write) => write(text.replace(/^error:/u, "tagatlas:")),
      })
      .showHelpAfterError(
        `  run ${command.name() === "tagatlas" ? "tagatlas" : `tagatlas ${command.name()}`} --help for options and examples`,
      );
  }
  if (words.length === 0) {
    program.outputHelp();
    return exitCodes.done;
  }
  try {
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    return explain(error, isDebug(program, words), console);
  }
}

/** Whether somebody asks for stacks, who may have done so in the settings. */
function isDebug({ commands }: Command, words: readonly string[]): boolean {
  return words.includes("--debug") || commands.some((one) => one.getOptionValue("debug") === true);
}

/** The program with its commands; a command tells `finish` its exit code. */
export function buildProgram(console: Console, finish: (code: ExitCode) => void): Command {
  return new Command("tagatlas")
    .description(
      "From the posts of a professional hashtag to its network, its communities,\n" +
        "and whom a learner should follow, and why.",
    )
    .version(toolVersion(), "-V, --version")
    .addCommand(collectCommand(console, finish))
    .addCommand(inspectCommand(console, finish))
    .addCommand(serversCommand(console, finish))
    .addCommand(analyzeCommand(console, finish))
    .addCommand(runCommand(console, finish))
    .addCommand(followCommand(console, finish))
    .addCommand(validateCommand(console, finish))
    .addCommand(forgetCommand(console, finish))
    .addCommand(convertCommand(console, finish))
    .addCommand(redoCommand(console, finish, main))
    .addCommand(initCommand(console, finish))
    .addCommand(configCommand(console, finish))
    .addCommand(completionCommand(console, finish))
    .hook("preAction", (_, command) => settleOptions(command, console.environment));
}

/** Says what went wrong, where it is not said yet, and gives the code for it. */
function explain(error: unknown, isDebug: boolean, console: Console): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.userError;
  }
  const problem = outputProblem(error);
  if (problem === "closed") return exitCodes.done;
  if (error instanceof UserError || problem !== undefined) {
    const [what, nextStep] =
      error instanceof UserError
        ? [error.message, error.nextStep]
        : ["the output cannot be written: the disk is full", "make room, or write elsewhere"];
    say(console.stderr, `tagatlas: ${what}\n  ${nextStep}\n`);
    if (isDebug && error instanceof Error) say(console.stderr, `${error.stack}\n`);
    return exitCodes.userError;
  }
  const detail = error instanceof Error ? (isDebug ? error.stack : error.message) : String(error);
  say(
    console.stderr,
    `tagatlas: this is a fault of tagatlas: ${detail}\n` +
      `  please report it${isDebug ? "" : ", with what --debug prints"}\n`,
  );
  return exitCodes.fault;
}

/** What became of standard output: its reader has gone, which is no error, or it is full. */
function outputProblem(error: unknown): "closed" | "full" | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") return "closed";
  return error.code === "ENOSPC" ? "full" : undefined;
}
