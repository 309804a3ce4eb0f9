import { Command, CommanderError } from "commander";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import { analyzeCommand } from "./analyze-command.js";
import { collectCommand } from "./collect-command.js";
import { compareCommand } from "./compare-command.js";
import { completionCommand } from "./completion-command.js";
import { configCommand } from "./config-command.js";
import { type Console, say } from "./console.js";
import { convertCommand } from "./convert-command.js";
import { followCommand } from "./follow-command.js";
import { forgetCommand } from "./forget-command.js";
import { initCommand } from "./init-command.js";
import { inspectCommand } from "./inspect-command.js";
import { asksForJsonLog, type LogEvent, tell } from "./log.js";
import { networkCommand } from "./network-command.js";
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
  const isJson = (): boolean => isJsonLog(program, words);
  const told = (event: LogEvent): void => tell(console, isJson() ? "json" : "text", [event]);
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => say(console.stdout, text),
        // What follows an error is for people.
        writeErr: (text) => {
          if (!isJson()) say(console.stderr, text);
        },
        outputError: (text) =>
          told({ event: "error", message: text.replace(/^error: /u, "").trimEnd() }),
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
  } catch (error) {
    code = explain(error, { told, isDebug: isDebug(program, words) });
  }
  if (isJson()) told({ event: "end", message: "end", more: { exitCode: code } });
  return code;
}

/** Whether somebody asks for stacks, who may have done so in the settings. */
function isDebug({ commands }: Command, words: readonly string[]): boolean {
  return words.includes("--debug") || commands.some((one) => one.getOptionValue("debug") === true);
}

function isJsonLog({ commands }: Command, words: readonly string[]): boolean {
  return asksForJsonLog(words) || commands.some((one) => one.getOptionValue("log") === "json");
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
    .addCommand(compareCommand(console, finish))
    .addCommand(forgetCommand(console, finish))
    .addCommand(convertCommand(console, finish))
    .addCommand(networkCommand(console, finish))
    .addCommand(redoCommand(console, finish, main))
    .addCommand(initCommand(console, finish))
    .addCommand(configCommand(console, finish))
    .addCommand(completionCommand(console, finish))
    .hook("preAction", (_, command) => settleOptions(command, console.environment));
}

interface Explaining {
  readonly told: (event: LogEvent) => void;
  readonly isDebug: boolean;
}

/** Says what went wrong, where it is not said yet, and gives the code for it. */
function explain(error: unknown, { told, isDebug }: Explaining): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.userError;
  }
  const problem = outputProblem(error);
  if (problem === "closed") return exitCodes.done;
  const stack = isDebug && error instanceof Error ? error.stack : undefined;
  if (error instanceof UserError || problem !== undefined) {
    const [message, nextStep] =
      error instanceof UserError
        ? [error.message, error.nextStep]
        : ["the output cannot be written: the disk is full", "make room, or write elsewhere"];
    told({ event: "error", message, nextStep, ...(stack === undefined ? {} : { stack }) });
    return exitCodes.userError;
  }
  const detail = stack ?? (error instanceof Error ? error.message : String(error));
  told({
    event: "error",
    message: `this is a fault of tagatlas: ${detail}`,
    nextStep: `please report it${isDebug ? "" : ", with what --debug prints"}`,
  });
  return exitCodes.fault;
}

/** What became of standard output: its reader has gone, which is no error, or it is full. */
function outputProblem(error: unknown): "closed" | "full" | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") return "closed";
  return error.code === "ENOSPC" ? "full" : undefined;
}
