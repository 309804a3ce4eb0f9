import { basename } from "node:path";
import { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import type { InputFormatName, InputSummary, Respect } from "../model/provenance.js";
import type { FollowOrder } from "../model/recommendation.js";
import { type AnalyzeOutcome, analyze } from "../pipeline/analyze.js";
import { type Console, print } from "./console.js";
import { addOptions } from "./option-table.js";
import { startProgress } from "./progress.js";
import { toolVersion } from "./tool-version.js";

interface AnalyzeFlags {
  readonly tag?: string;
  readonly since?: number;
  readonly until?: number;
  readonly edges: string;
  readonly communities: "louvain";
  readonly order: FollowOrder;
  readonly top: number;
  readonly respect: Respect;
  readonly seed: number;
  readonly format?: InputFormatName;
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
}

const examples = `
Examples:
  $ tagatlas analyze posts.ndjson --tag MedEd
  $ tagatlas analyze page-*.json --since 2026-01-01 --out meded/
  $ zcat archive.jsonl.gz | tagatlas analyze - --edges conversation
  $ tagatlas analyze posts.ndjson --json | jq '.follow.lists[0].people[].person.label'

Exit codes: 0 done, 1 nothing to report, 2 wrong usage or bad input, 3 an input
ended early (what was there is analysed), 70 a fault of tagatlas.`;

/** `tagatlas analyze`; `finish` is told the exit code. */
export function analyzeCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("analyze")
    .alias("analyse")
    .summary("from files of posts to the network and whom to follow")
    .description(
      "Reads posts of a hashtag from files, builds the network of who replies to, mentions, " +
        "reposts and quotes whom, and says whom a learner should follow, and why.",
    )
    .argument("<input...>", "files of posts; - is standard input; .gz is unpacked")
    .addHelpText("after", examples);
  addOptions(command, [
    "tag",
    "since",
    "until",
    "edges",
    "communities",
    "order",
    "top",
    "respect",
    "seed",
    "format",
    "out",
    "json",
    "quiet",
    "debug",
  ]);
  return command.action(async (inputs: string[], flags: AnalyzeFlags) => {
    finish(await runAnalyze(inputs, flags, console));
  });
}

async function runAnalyze(
  inputs: readonly string[],
  flags: AnalyzeFlags,
  console: Console,
): Promise<ExitCode> {
  const isQuiet = flags.quiet === true;
  const wantsFolder = flags.json === undefined || flags.out !== undefined;
  const progress = startProgress(console.stderr, !isQuiet, console.now);
  const tag = flags.tag === undefined ? undefined : normaliseHashtag(flags.tag);
  let outcome: AnalyzeOutcome;
  try {
    outcome = await analyze({
      inputs,
      format: flags.format,
      standardInput: console.standardInput,
      onProgress: progress.show,
      settings: {
        tag,
        since: flags.since,
        until: flags.until,
        edges: flags.edges,
        communities: flags.communities,
        respect: flags.respect,
        order: flags.order,
        top: flags.top,
        seed: flags.seed,
      },
      folder: wantsFolder ? (flags.out ?? defaultFolder(inputs, tag)) : undefined,
      toolVersion: toolVersion(),
    });
  } finally {
    progress.clear();
  }
  if (!isQuiet) {
    for (const input of outcome.inputs) await print(console.stderr, `${inputLine(input)}\n`);
  }
  if ("nothing" in outcome) {
    if (!isQuiet) await print(console.stderr, `tagatlas: nothing to report: ${outcome.nothing}\n`);
    return exitCodes.nothingToReport;
  }
  if (flags.json === true) {
    for (const piece of outcome.json) await print(console.stdout, piece);
  } else if (!isQuiet) {
    await print(console.stdout, outcome.text);
  }
  if (outcome.tieCount === 0) return exitCodes.nothingToReport;
  const isIncomplete = outcome.inputs.some((input) => input.endedEarly !== undefined);
  return isIncomplete ? exitCodes.incomplete : exitCodes.done;
}

/** Named after the hashtag, else after the first input, in the folder where the command runs. */
function defaultFolder(inputs: readonly string[], tag: string | undefined): string {
  const first = inputs[0] === "-" ? "stdin" : basename(inputs[0]);
  const name = tag ?? first.replace(/(?<=.)\..*$/u, "");
  return `tagatlas-${name.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")}`;
}

function inputLine(input: InputSummary): string {
  const name = input.name === "-" ? "standard input" : input.name;
  const parts = [`${input.read} posts read`, `${input.kept} kept`];
  if (input.duplicates > 0) parts.push(`${input.duplicates} met before`);
  for (const { reason, count, firstLines } of input.skipped) {
    const lines = `line${firstLines.length === 1 ? "" : "s"} ${firstLines.join(", ")}`;
    const more = count > firstLines.length && firstLines.length > 1 ? ", …" : "";
    parts.push(`${count} skipped: ${reason} (${lines}${more})`);
  }
  if (input.unknownKeys.length > 0) {
    const keys = input.unknownKeys.map(({ key }) => JSON.stringify(key).slice(1, -1));
    parts.push(
      `keys never met before: ${keys.slice(0, 5).join(", ")}${keys.length > 5 ? ", …" : ""}`,
    );
  }
  if (input.endedEarly !== undefined) parts.push(`INCOMPLETE: ${input.endedEarly}`);
  const format = input.format === undefined ? "" : ` (${input.format})`;
  return `${name}${format}: ${parts.join("; ")}`;
}
