import { Command } from "commander";
import type { CollectOutcome } from "../model/collect-outcome.js";
import { type ExitCode, UserError } from "../model/errors.js";
import { answerJson } from "./answer-json.js";
import {
  type CollectFlags,
  collectionFolder,
  collectionOptions,
  collectRequest,
} from "./collect-flags.js";
import { startCollectProgress } from "./collect-progress.js";
import {
  collectExitCode,
  collectFailures,
  collectionAnswer,
  collectText,
  planExitCode,
  planText,
} from "./collect-text.js";
import { type Console, print } from "./console.js";
import { codeWith, failures } from "./fail-on.js";
import { type LogFlags, tell } from "./log.js";
import { planOptions } from "./options/collect-options.js";
import { failOptions } from "./options/fail-options.js";
import type { FlagsOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { hashtagArguments } from "./options/period-options.js";
import { takeOptions } from "./options/take-options.js";
import { parseTag } from "./parse-tag.js";
import { recordRun } from "./record-run.js";

const found = { ...collectionOptions, ...planOptions };
const failing = failOptions(["posts", "people", "newPosts", "answers", "failures"]);
const options = { ...found, ...failing, ...jsonOptions, ...everyCommandOptions };

/** What the commands that collect say of tokens. */
export const tokenHelp = `
Tokens come from the environment, or from a file of mode 600 that NAME_FILE names:
  TAGATLAS_MASTODON_TOKEN_MASTODON_SOCIAL   for mastodon.social, and so on
  TAGATLAS_MASTODON_TOKEN                   where there is one such server
  TAGATLAS_X_BEARER_TOKEN                   for X
Most servers of Mastodon need none. TAGATLAS_CONTACT, a mail address or a page,
is told to the servers, so that they know whom to ask.`;

const examples = `
Examples:
  $ tagatlas collect '#MedEd' --from mastodon.social --from med-mastodon.com
  $ tagatlas collect MedEd --from mastodon.social --with replies,reposts --out meded/
  $ tagatlas collect MedEd --from mastodon.social --with replies,reposts --plan --within 60
  $ tagatlas collect MedEd --from x --since 2026-11-20 --max-cost 5
  $ tagatlas analyze tagatlas-meded

The same command again goes on where it was broken off, and then brings what is new.
${tokenHelp}

Exit codes: 0 done, 1 no posts, 2 wrong usage or a source that refused, 3 broken off
(what came is kept), 4 as --fail-on
says, 70 a fault of tagatlas, 130 interrupted (what came is kept).`;

/** `tagatlas collect`; `finish` is told the exit code. */
export function collectCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("collect")
    .summary("the posts of a hashtag from servers, kept as they were answered")
    .description(
      "Asks servers of the Mastodon API, or X, for the posts of a hashtag. " +
        "Keeps every answer in a folder that you can analyse, and continue later.",
    )
    .argument("[hashtag]", "with or without #", parseTag)
    .addHelpText("after", examples);
  takeOptions(command, options, hashtagArguments);
  return command.action(async (tag: string, flags: FlagsOf<typeof options>) => {
    const isQuiet = flags.quiet === true;
    if (flags.out?.includes("{date}")) {
      throw new UserError(
        `--out ${flags.out}: a collection goes on in one folder`,
        "leave {date} out here, and give it to analyze or run",
      );
    }
    const outcome = await collectPosts(tag, flags, console, flags);
    tell(console, flags.log, collectFailures(outcome));
    const exit = flags.plan === true ? planExitCode(outcome) : collectExitCode(outcome);
    if (flags.json === true) {
      const run = recordRun("collect", found, command);
      const result = collectionAnswer(tag, outcome);
      await print(console.stdout, answerJson({ schemaVersion: 1, run, result }));
    } else if (flags.plan === true) {
      await print(console.stdout, planText(outcome));
    } else if (!isQuiet) {
      const folder = flags.out ?? collectionFolder(tag);
      await print(console.stdout, collectText(tag, outcome, folder));
    }
    const failed = failures(flags.failOn, { ...outcome, failures: outcome.failures.length });
    if (flags.plan !== true) tell(console, flags.log, failed);
    finish(flags.plan === true ? exit : codeWith(exit, failed));
  });
}

/** Collects with progress, and ends in good order on Ctrl-C. */
export async function collectPosts(
  tag: string,
  flags: CollectFlags,
  console: Console,
  { quiet, log }: LogFlags,
): Promise<CollectOutcome> {
  const progress = startCollectProgress(console, quiet !== true, log);
  const interruption = new AbortController();
  const stopListening = console.onInterrupt(() => interruption.abort());
  try {
    const { runCollection } = await import("../pipeline/collect.js");
    return await runCollection(collectRequest(tag, flags, console, progress, interruption.signal));
  } finally {
    stopListening();
    progress.clear();
  }
}
