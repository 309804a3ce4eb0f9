import { statSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import type { OnProgress } from "../model/progress.js";
import { itemOutputsAlone, slicedOutputs } from "../model/report-outputs.js";
import type { Threads } from "../model/threads.js";
import type { AnalyzeOutcome } from "../pipeline/analyze.js";
import type { ItemsAsked } from "../pipeline/analyze-items.js";
import { analysisOptions, analysisRequest } from "./analysis-flags.js";
import type { Console } from "./console.js";
import { type DatedFolder, datedFolder } from "./dated-folder.js";
import { codeWith, failures } from "./fail-on.js";
import { type Asked, inputCommand } from "./input-command.js";
import { tell } from "./log.js";
import { coarsenOptions } from "./options/consent-options.js";
import { failOptions } from "./options/fail-options.js";
import { filterOptions } from "./options/filter-options.js";
import { itemNetworkOptions } from "./options/item-network-options.js";
import { mapOptions } from "./options/map-options.js";
import { metricOptions } from "./options/network-options.js";
import { type FlagsOf, valuesOf } from "./options/option.js";
import {
  everyCommandOptions,
  jsonOptions,
  outputOptions,
  reportFolderOptions,
  threadOptions,
} from "./options/output-options.js";
import { sliceOptions } from "./options/slice-options.js";
import { endedEarly, outcomeNotes } from "./outcome-notes.js";
import { printAnswer } from "./print-answer.js";
import { withProgress } from "./progress.js";
import { showLatest } from "./show-latest.js";
import { addStepSummary } from "./step-summary.js";
import { thisTool } from "./tool-version.js";

/** How people are measured and shown, and the map drawn. */
export const reportOptions = {
  ...sliceOptions,
  ...filterOptions,
  ...itemNetworkOptions,
  ...metricOptions,
  ...threadOptions,
  ...mapOptions,
  ...coarsenOptions,
  ...outputOptions,
};

/** What a report can be too small or too poor in. */
export const reportFailOptions = failOptions([
  "posts",
  "people",
  "ties",
  "communities",
  "coverage",
  "eligible",
  "skipped",
  "withheld",
]);

const options = { ...analysisOptions, ...reportOptions };
const allOptions = {
  ...options,
  ...reportFolderOptions,
  ...reportFailOptions,
  ...jsonOptions,
  ...everyCommandOptions,
};

type AnalyzeFlags = FlagsOf<typeof allOptions>;

const examples = `
Examples:
  $ tagatlas analyze posts.ndjson --tag MedEd
  $ tagatlas analyze tagatlas-meded
  $ tagatlas analyze page-*.json --since 2026-01-01 --out meded/
  $ zcat archive.jsonl.gz | tagatlas analyze - --edges conversation
  $ tagatlas analyze network.gexf --out measured/
  $ tagatlas analyze edges.csv --edges nodexl --metrics nodexl --communities cnm
  $ tagatlas analyze posts.ndjson --json | jq '.follow.lists[0].people[].person.label'

Exit codes: 0 done, 1 nothing to report, 2 wrong usage or bad input, 3 an input
ended early (what was there is analysed), 4 as --fail-on
says, 70 a fault of tagatlas.`;

/** `tagatlas analyze`; `finish` is told the exit code. */
export function analyzeCommand(console: Console, finish: (code: ExitCode) => void): Command {
  return inputCommand(
    {
      name: "analyze",
      aliases: ["analyse"],
      summary: "from files of posts to the network and whom to follow",
      description:
        "Reads posts of a hashtag from files and builds the network of who engages whom. " +
        "Says whom a learner should follow, and why.",
      inputs:
        "files of posts, a network, or the folder of a collection; - is standard input; .gz is unpacked",
      examples,
      options: allOptions,
      recorded: options,
      run: (asked) => runAnalyze(asked, console),
    },
    finish,
  );
}

interface AskedAnalysis extends Asked<AnalyzeFlags> {
  readonly marksLatest?: boolean;
  /** What the JSON begins with, where it is the answer of a command around this one. */
  readonly around?: Parameters<Extract<AnalyzeOutcome, { json: unknown }>["json"]>[0];
}

/** Analyses inputs and says what came of it. */
export async function runAnalyze(
  { inputs, flags, run, around, marksLatest = true }: AskedAnalysis,
  console: Console,
): Promise<ExitCode> {
  const isQuiet = flags.quiet === true;
  const wantsFolder = flags.json !== true || flags.out !== undefined;
  const { path: folder, dated }: DatedFolder =
    flags.out === undefined
      ? { path: defaultFolder(inputs, flags.tag) }
      : datedFolder(flags.out, console.clock.now());
  const outcome = await withProgress(console, flags, (onProgress) =>
    analysisOf({ inputs, flags, run }, wantsFolder ? folder : undefined, console, onProgress),
  );
  tell(console, flags.log, outcomeNotes(outcome, isQuiet));
  if ("nothing" in outcome) return exitCodes.nothingToReport;
  tell(console, flags.log, await addStepSummary(console, outcome.summary));
  await printAnswer(console, flags, { json: () => outcome.json(around), text: () => outcome.text });
  const failed = failures(flags.failOn, outcome.numbers);
  tell(console, flags.log, failed);
  const code = codeWith(exitCodeOf(outcome), failed);
  if (code === exitCodes.done && dated !== undefined && wantsFolder && marksLatest) {
    await showLatest(dated, flags, console);
  }
  return code;
}

async function analysisOf(
  { inputs, flags, run }: Asked<AnalyzeFlags>,
  folder: string | undefined,
  console: Console,
  onProgress: OnProgress,
): Promise<AnalyzeOutcome> {
  const items = itemsAsked(flags);
  const request = analysisRequest(inputs, flags, console, onProgress);
  const asked = {
    ...request,
    keepTexts: wantsTexts(flags),
    filters: valuesOf(filterOptions, flags),
    settings: {
      ...request.settings,
      edges: edgesOf(flags),
      metrics: flags.metrics,
      coarsen: flags.coarsen,
      map: valuesOf(mapOptions, flags),
      ...slicingOf(flags),
    },
    outputs: {
      only: flags.only,
      skip: flags.skip,
      parquet: flags.parquet === true,
      xlsx: flags.xlsx === true,
      slide: flags.slide === true,
      bom: flags.bom,
    },
    threads: threadsOf(flags, console),
    folder,
    run,
    tool: thisTool(),
  };
  // Loaded where it is needed, so that help and the version come at once.
  if (items === undefined) {
    const { analyze } = await import("../pipeline/analyze.js");
    return analyze(asked);
  }
  const { analyzeItems } = await import("../pipeline/analyze-items.js");
  return analyzeItems({ ...asked, asked: items });
}

function exitCodeOf(outcome: Extract<AnalyzeOutcome, { json: unknown }>): ExitCode {
  if (outcome.tieCount === 0) return exitCodes.nothingToReport;
  return endedEarly(outcome) ? exitCodes.incomplete : exitCodes.done;
}

/**
 * The folder of the collection itself, where one is analysed; else named after the hashtag or the
 * first input, in the folder where the command runs.
 */
function defaultFolder(inputs: readonly string[], tag: string | undefined): string {
  if (inputs.length === 1 && isFolder(inputs[0])) return inputs[0];
  const first = inputs[0] === "-" ? "stdin" : basename(inputs[0]);
  const name = tag === undefined ? first.replace(/(?<=.)\..*$/u, "") : normaliseHashtag(tag);
  return `tagatlas-${name.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")}`;
}

/** The network of other things than people that is asked for; `undefined` for that of people. */
function itemsAsked(flags: AnalyzeFlags): ItemsAsked | undefined {
  const { network, backbone, linkWithin, ego, community, slices } = flags;
  if (network === "people") {
    const file = flags.only.find((name) => itemOutputsAlone.includes(name));
    if (file !== undefined) {
      throw new UserError(
        `${file} is of networks of other things than people`,
        "see --network in the help, or leave it out",
      );
    }
    if (backbone === undefined) return undefined;
    throw new UserError(
      "--backbone is for networks of other things than people",
      "add --network hashtags, for example, or use --min-weight",
    );
  }
  const ofPeople = { "--ego": ego, "--community": community, "--slices": slices };
  for (const [flag, value] of Object.entries(ofPeople)) {
    if (value === undefined) continue;
    throw new UserError(`${flag} has no meaning with --network ${network}`, "leave it out");
  }
  if (network === "posts" && backbone !== undefined) {
    throw new UserError("every tie between posts weighs the same", "leave --backbone out");
  }
  return { network, backbone, within: linkWithin };
}

/** Whether texts of posts are to be written. */
function wantsTexts({ withText, pseudonymize, network }: AnalyzeFlags): boolean {
  if (withText !== true) return false;
  if (pseudonymize === true) {
    throw new UserError(
      "--with-text does not go with --pseudonymize: a search for a text finds who wrote it",
      "leave one of them out",
    );
  }
  if (network !== "people") {
    throw new UserError(`posts.csv is of a network of people alone`, "leave --with-text out");
  }
  return true;
}

function slicingOf({ slices, sliceOverlap, only }: AnalyzeFlags) {
  const inSlices: readonly string[] = slicedOutputs;
  const what =
    sliceOverlap === undefined ? only.find((name) => inSlices.includes(name)) : "--slice-overlap";
  if (slices === undefined && what !== undefined) {
    throw new UserError(`${what} is asked for without --slices`, "add --slices month, for example");
  }
  return { slicing: slices, sliceOverlap: sliceOverlap ?? 0 };
}

/** The rule for ties, with the kinds that are named beside it. */
export function edgesOf({ edges, kinds }: Pick<AnalyzeFlags, "edges" | "kinds">): string {
  if (kinds.length === 0) return edges;
  if (/[:,]/u.test(edges)) {
    throw new UserError(`--edges ${edges} names kinds already`, "leave --kinds out");
  }
  return `${edges}:${kinds.join(",")}`;
}

function threadsOf(flags: AnalyzeFlags, { threads }: Console): Threads | undefined {
  return threads === undefined ? undefined : { ...threads, count: flags.threads ?? threads.count };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
