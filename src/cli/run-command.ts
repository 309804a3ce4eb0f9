import { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import type { RunRecord } from "../model/run-record.js";
import { type AnalysisFlags, analysisOptions } from "./analysis-flags.js";
import { type ReportFlags, reportOptions, runAnalyze } from "./analyze-command.js";
import { collectPosts, tokenHelp } from "./collect-command.js";
import { type CollectFlags, collectionFolder, collectOptions } from "./collect-flags.js";
import { collectExitCode, collectFailures, collectText } from "./collect-text.js";
import { type Console, print } from "./console.js";
import { addOptions } from "./option-table.js";
import { parseTag } from "./option-values.js";
import { recordRun } from "./record-run.js";

interface RunFlags
  extends CollectFlags,
    Omit<AnalysisFlags, "tag" | "since" | "until">,
    ReportFlags {
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
}

const examples = `
Examples:
  $ tagatlas run '#MedEd' --from mastodon.social
  $ tagatlas run MedEd --from mastodon.social,med-mastodon.com --with replies,reposts --out meded/

It is collect and then analyze, in one folder. The same command again, every night say, brings
what is new and analyses all of it.
${tokenHelp}

Exit codes: as of collect and analyze; 3 where the collection was broken off and what
there is was analysed.`;

/** Options of an analysis that the hashtag and the collection settle. */
const settled = new Set(["tag", "since", "until", "format", "map", "dates"]);

/** `tagatlas run`; `finish` is told the exit code. */
export function runCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("run")
    .summary("collect and analyze in one")
    .description("Collects the posts of a hashtag from servers and analyses them.")
    .argument("<hashtag>", "with or without #", parseTag)
    .addHelpText("after", examples);
  const ofAnalysis = [...analysisOptions.filter((name) => !settled.has(name)), ...reportOptions];
  addOptions(command, [...collectOptions, ...ofAnalysis, "collectOut", "json", "quiet", "debug"]);
  return command.action(async (tag: string, flags: RunFlags) => {
    const run = recordRun("analyze", ofAnalysis, command);
    finish(await collectAndAnalyze({ tag, flags, run }, console));
  });
}

interface AskedRun {
  readonly tag: string;
  readonly flags: RunFlags;
  /** Of the analysis, which can be done again. */
  readonly run: RunRecord;
}

async function collectAndAnalyze(
  { tag, flags, run }: AskedRun,
  console: Console,
): Promise<ExitCode> {
  const isQuiet = flags.quiet === true;
  const folder = flags.out ?? collectionFolder(tag);
  const outcome = await collectPosts(tag, flags, console, isQuiet);
  await print(console.stderr, collectFailures(outcome));
  // Standard output is the analysis'.
  if (!isQuiet) await print(console.stderr, collectText(tag, outcome, folder));
  const code = collectExitCode(outcome);
  if (code !== exitCodes.done && code !== exitCodes.incomplete) return code;
  const { since: _since, until: _until, ...analysis } = flags;
  const analyzed = await runAnalyze(
    { inputs: [folder], flags: { ...analysis, format: [], map: [], dates: [], out: folder }, run },
    console,
  );
  return analyzed === exitCodes.done ? code : analyzed;
}
