import { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import { type RunRecord, settingsOf } from "../model/run-record.js";
import { analysisOptionsOfRun } from "./analysis-flags.js";
import { reportFailOptions, reportOptions, runAnalyze } from "./analyze-command.js";
import { collectPosts, tokenHelp } from "./collect-command.js";
import { collectionFolder, collectionOptions } from "./collect-flags.js";
import { collectExitCode, collectFailures, collectionAnswer, collectText } from "./collect-text.js";
import type { Console } from "./console.js";
import { datedFolder } from "./dated-folder.js";
import { tell } from "./log.js";
import type { FlagsOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { hashtagArguments } from "./options/period-options.js";
import { takeOptions } from "./options/take-options.js";
import { parseTag } from "./parse-tag.js";
import { recordRun } from "./record-run.js";

/** Those of the analysis; the hashtag and the collection settle the rest. */
const ofAnalysis = { ...analysisOptionsOfRun, ...reportOptions };
const options = {
  ...collectionOptions,
  ...ofAnalysis,
  ...reportFailOptions,
  ...jsonOptions,
  ...everyCommandOptions,
};

type RunFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas run '#MedEd' --from mastodon.social
  $ tagatlas run MedEd --from mastodon.social,med-mastodon.com --with replies,reposts --out meded/

It is collect and then analyze, in one folder. The same command again, every night say, brings
what is new and analyses all of it.
${tokenHelp}

Exit codes: as of collect and analyze; 3 where the collection was broken off and what
there is was analysed.`;

/** `tagatlas run`; `finish` is told the exit code. */
export function runCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("run")
    .summary("collect and analyze in one")
    .description("Collects the posts of a hashtag from servers and analyses them.")
    .argument("[hashtag]", "with or without #", parseTag)
    .addHelpText("after", examples);
  takeOptions(command, options, hashtagArguments);
  return command.action(async (tag: string, flags: RunFlags) => {
    const run = recordRun("analyze", ofAnalysis, command);
    const collecting = recordRun("collect", collectionOptions, command);
    finish(await collectAndAnalyze({ tag, flags, run, collecting }, console));
  });
}

interface AskedRun {
  readonly tag: string;
  readonly flags: RunFlags;
  /** Of the analysis, which can be done again. */
  readonly run: RunRecord;
  readonly collecting: RunRecord;
}

async function collectAndAnalyze(
  { tag, flags, run, collecting }: AskedRun,
  console: Console,
): Promise<ExitCode> {
  const { path: out, dated } = datedFolder(flags.out ?? collectionFolder(tag), console.clock.now());
  // Every day goes on with the same collection.
  const folder = dated === undefined ? out : collectionBeside(dated.parent, tag);
  const outcome = await collectPosts(tag, { ...flags, out: folder }, console, flags);
  tell(console, flags.log, collectFailures(outcome));
  // Standard output is the analysis'.
  if (flags.quiet !== true) {
    const { posts, people, newPosts } = outcome;
    const message = collectText(tag, outcome, folder).trimEnd();
    tell(console, flags.log, [{ event: "collected", message, more: { posts, people, newPosts } }]);
  }
  const code = collectExitCode(outcome);
  if (code !== exitCodes.done && code !== exitCodes.incomplete) return code;
  const everything = { tag: undefined, since: undefined, until: undefined };
  const detected = { format: [], map: [], dates: [] };
  const analyzed = await runAnalyze(
    {
      inputs: [folder],
      flags: { ...flags, ...everything, ...detected, out: flags.out ?? folder },
      marksLatest: code === exitCodes.done,
      run,
      around: ({ settings }) => ({
        command: "run",
        settings: { ...settingsOf(collecting), ...settings },
        collection: collectionAnswer(tag, outcome),
      }),
    },
    console,
  );
  return analyzed === exitCodes.done ? code : analyzed;
}

function collectionBeside(parent: string, tag: string): string {
  return parent === "." ? collectionFolder(tag) : parent;
}
