import { Command } from "commander";
import type { EngineCounts } from "../model/engine.js";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import type { RunRecord } from "../model/run-record.js";
import { counted } from "../text/counted.js";
import { shellWord } from "../text/shell-word.js";
import { answerJson } from "./answer-json.js";
import { type Console, print } from "./console.js";
import { type DatedFolder, datedFolder } from "./dated-folder.js";
import { codeWith, failures } from "./fail-on.js";
import { tell } from "./log.js";
import { respectOptions } from "./options/consent-options.js";
import { engineOptions } from "./options/engine-options.js";
import { failOptions } from "./options/fail-options.js";
import { inputArguments } from "./options/input-options.js";
import { tieOptions } from "./options/network-options.js";
import { type FlagsOf, valuesOf } from "./options/option.js";
import {
  everyCommandOptions,
  jsonOptions,
  networkFolderOptions,
  threadOptions,
} from "./options/output-options.js";
import { periodOptions } from "./options/period-options.js";
import { takeOptions } from "./options/take-options.js";
import { withProgress } from "./progress.js";
import { recordRun } from "./record-run.js";
import { showLatest } from "./show-latest.js";
import { thisTool } from "./tool-version.js";

const { since, until } = periodOptions;
const found = { since, until, ...tieOptions, ...respectOptions };
const options = {
  ...found,
  ...engineOptions,
  ...threadOptions,
  ...networkFolderOptions,
  ...failOptions(["posts", "people", "ties", "interactions", "withheld", "skipped"]),
  ...jsonOptions,
  ...everyCommandOptions,
};

type NetworkFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas network posts.ndjson --out network/
  $ tagatlas network posts-*.parquet --memory 4GB --out network/
  $ tagatlas network posts-*.ndjson --engine spark --master spark://host:7077
  $ tagatlas network --print-sql --dialect bigquery > network.sql
  $ tagatlas analyze network/ties.csv network/people.csv

Exit codes: 0 done, 1 no ties, 2 wrong usage or bad input, 4 as --fail-on says,
70 a fault of tagatlas.`;

/** `tagatlas network`; `finish` is told the exit code. */
export function networkCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("network")
    .summary("the network of more posts than fit into memory")
    .description(
      "Builds the network of files by tagatlas convert with DuckDB or Spark. " +
        "Writes interactions, ties and people as CSV and Parquet.",
    )
    .argument(
      "[input...]",
      "files of posts or interactions by tagatlas convert, or Parquet of them",
    )
    .addHelpText("after", examples);
  // Statements are printed without any.
  takeOptions(command, options, { inputs: { ...inputArguments.inputs, canBeNone: true } });
  return command.action(async (inputs: string[], flags: NetworkFlags) => {
    const run = recordRun("network", found, command);
    finish(await runNetwork({ inputs, flags, run }, console));
  });
}

interface AskedNetwork {
  readonly inputs: readonly string[];
  readonly flags: NetworkFlags;
  readonly run: RunRecord;
}

async function runNetwork(
  { inputs, flags, run }: AskedNetwork,
  console: Console,
): Promise<ExitCode> {
  const { networkByEngine, statementsOfNetwork } = await import("../pipeline/network-by-engine.js");
  if (flags.printSql === true) {
    const statements = statementsOfNetwork(valuesOf(found, flags), flags.dialect ?? flags.engine);
    for (const piece of statements) await print(console.stdout, piece);
    return exitCodes.done;
  }
  if (inputs.length === 0) {
    throw new UserError(
      "no input is named",
      "name files of posts, made by tagatlas convert FILE --to posts --out posts.ndjson",
    );
  }
  const { path: folder, dated }: DatedFolder = datedFolder(
    flags.out ?? "tagatlas-network",
    console.clock.now(),
  );
  const outcome = await withProgress(console, flags, (onProgress) =>
    networkByEngine({
      inputs,
      ...valuesOf(found, flags),
      ...valuesOf(engineOptions, flags),
      threads: flags.threads,
      folder,
      onProgress,
      run,
      tool: thisTool(),
    }),
  );
  const { counts, engine } = outcome;
  if (flags.json === true) {
    const provenance = { engine, inputs: outcome.inputs };
    const result = { folder, ...counts };
    await print(console.stdout, answerJson({ schemaVersion: 1, run, provenance, result }));
  } else if (flags.quiet !== true) {
    await print(console.stdout, textOf(outcome, folder));
  }
  const failed = failures(flags.failOn, counts);
  tell(console, flags.log, failed);
  const code = codeWith(counts.ties === 0 ? exitCodes.nothingToReport : exitCodes.done, failed);
  if (code === exitCodes.done && dated !== undefined) await showLatest(dated, flags, console);
  return code;
}

function textOf(
  { engine, counts }: { readonly engine: string; readonly counts: EngineCounts },
  folder: string,
): string {
  const lines = [
    `${[
      counted(counts.posts, "post", "posts"),
      counted(counts.people, "person", "people"),
      counted(counts.ties, "tie", "ties"),
      counted(counts.interactions, "interaction", "interactions"),
    ].join(", ")} (${engine})`,
    ...(counts.withheld === 0
      ? []
      : [`${counted(counts.withheld, "person is", "people are")} not named: they opted out`]),
    ...(counts.skipped === 0
      ? []
      : [`${counted(counts.skipped, "row", "rows")} could not be read`]),
    `interactions, ties and people are in ${folder}, as CSV and Parquet`,
    `Go on with: tagatlas analyze ${shellWord(`${folder}/ties.csv`)} ${shellWord(`${folder}/people.csv`)}`,
  ];
  return `${lines.join("\n")}\n`;
}
