import { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import type { Forgetting } from "../pipeline/forget.js";
import { answerJson } from "./answer-json.js";
import { type Console, print } from "./console.js";
import { tell } from "./log.js";
import type { FlagsOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { takeOptions } from "./options/take-options.js";

const options = { ...jsonOptions, ...everyCommandOptions };

const examples = `
Examples:
  $ tagatlas forget tagatlas-meded/ who.txt

Exit codes: 0 done, 1 nobody and nothing of the list is there, 2 wrong usage or another run has the
collection, 3 other files in the folder still hold something of theirs, 70 a fault of tagatlas.`;

/** `tagatlas forget`; `finish` is told the exit code. */
export function forgetCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("forget")
    .summary("remove people and posts from a collection on disk")
    .description(
      "Removes people and posts from a collection, and the reports in its folder that name them. " +
        "Then searches every byte of the folder for what is left.",
    )
    .argument("<collection>", "the folder of a collection")
    .argument("<list>", "a file of handles, ids and addresses, one a line")
    .addHelpText("after", examples);
  takeOptions(command, options);
  return command.action(
    async (collection: string, list: string, flags: FlagsOf<typeof options>) => {
      const { forget } = await import("../pipeline/forget.js");
      const outcome = await forget({ collection, list, self: console.self });
      if (flags.json === true) {
        const run = { command: "forget", options: [] };
        await print(console.stdout, answerJson({ schemaVersion: 1, run, result: outcome }));
      } else if (flags.quiet !== true) await print(console.stdout, forgetText(outcome));
      for (const path of outcome.remains) {
        const message = `${path} still holds something of theirs`;
        tell(console, flags.log, [{ event: "warning", message, more: { path } }]);
      }
      finish(forgetCode(outcome));
    },
  );
}

function forgetText(outcome: Forgetting): string {
  const { people, posts, answersChanged, answersRemoved, reportFiles, remains } = outcome;
  const later = "Later runs of collect leave them out: forgotten.json knows them by hashes.";
  if (people + posts === 0) {
    return `Nobody and nothing of the list is in the collection.\n${later}\n`;
  }
  const lines = [
    `Removed: accounts ${people}, posts ${posts} (each server counts its own).`,
    `Answers rewritten: ${answersChanged}; answers removed: ${answersRemoved}.`,
    ...(reportFiles === 0
      ? []
      : [`The report in the folder was made with them: its ${reportFiles} files are removed.`]),
    remains.length === 0
      ? "Every file of the folder was searched: nothing of theirs is left."
      : `${remains.length} other files still hold something of theirs.`,
    later,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function forgetCode({ people, posts, remains }: Forgetting): ExitCode {
  if (people + posts === 0) return exitCodes.nothingToReport;
  return remains.length === 0 ? exitCodes.done : exitCodes.incomplete;
}
