import type { Command } from "commander";
import type { Comparison } from "../model/comparison.js";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import { analysisRequest } from "./analysis-flags.js";
import { edgesOf } from "./analyze-command.js";
import { answerJson } from "./answer-json.js";
import type { Console } from "./console.js";
import { datedFolder } from "./dated-folder.js";
import { type Asked, inputCommand } from "./input-command.js";
import { tell } from "./log.js";
import {
  coarsenOptions,
  deletedOptions,
  dropOptions,
  keyOptions,
  pseudonymOptions,
  respectOptions,
} from "./options/consent-options.js";
import { filterOptions } from "./options/filter-options.js";
import { inputOptions } from "./options/input-options.js";
import { nameOptions, rankingOptions } from "./options/list-options.js";
import { mapOptions } from "./options/map-options.js";
import {
  communityOptions,
  metricOptions,
  seedOptions,
  tieOptions,
} from "./options/network-options.js";
import { defaultsOf, type FlagsOf, valuesOf } from "./options/option.js";
import {
  comparisonFolderOptions,
  everyCommandOptions,
  jsonOptions,
  threadOptions,
} from "./options/output-options.js";
import { periodOptions } from "./options/period-options.js";
import { endedEarly, outcomeNotes } from "./outcome-notes.js";
import { printAnswer } from "./print-answer.js";
import { withProgress } from "./progress.js";
import { showLatest } from "./show-latest.js";
import { thisTool } from "./tool-version.js";

/** How inputs that are no reports are analysed, and how sure a change is. */
const found = {
  ...periodOptions,
  ...filterOptions,
  ...tieOptions,
  ...communityOptions,
  ...metricOptions,
  bootstrap: rankingOptions.bootstrap,
  ...respectOptions,
  ...deletedOptions,
  ...dropOptions,
  ...pseudonymOptions,
  ...keyOptions,
  ...coarsenOptions,
  ...seedOptions,
  ...inputOptions,
};
const options = {
  ...found,
  ...threadOptions,
  ...comparisonFolderOptions,
  ...jsonOptions,
  ...everyCommandOptions,
};

type CompareFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas compare spring/ autumn/
  $ tagatlas compare spring.ndjson autumn.ndjson --tag MedEd --out compared/
  $ tagatlas compare january/ february/ march/ --json

Exit codes: 0 done, whatever has changed; 1 nothing to report, 2 wrong usage or bad input,
3 an input ended early (what was there is compared), 70 a fault of tagatlas.`;

/** `tagatlas compare`; `finish` is told the exit code. */
export function compareCommand(console: Console, finish: (code: ExitCode) => void): Command {
  return inputCommand(
    {
      name: "compare",
      summary: "two analyses or more side by side: what changed, and what is chance",
      description:
        "Puts reports, collections or files of posts side by side, each with the one before: the network, people, " +
        "communities, hashtags. Says which changes are within chance.",
      inputs: "folders with a report.json, collections, or files of posts",
      examples,
      options,
      recorded: found,
      run: (asked) => runCompare(asked, console),
    },
    finish,
  );
}

async function runCompare(
  { inputs, flags, run }: Asked<CompareFlags>,
  console: Console,
): Promise<ExitCode> {
  if (inputs.length < 2) {
    throw new UserError("there is nothing to compare with", "name two inputs or more");
  }
  const isQuiet = flags.quiet === true;
  const place = flags.out === undefined ? undefined : datedFolder(flags.out, console.clock.now());
  const all = { ...defaultsOf(nameOptions), ...defaultsOf(rankingOptions), ...flags };
  const { compare } = await import("../pipeline/compare.js");
  const { threads } = console;
  const renderJson = ({ sources, analyses, steps }: Comparison): string =>
    answerJson({
      schemaVersion: 1,
      run,
      provenance: { inputs: sources },
      result: { analyses, steps },
    });
  const outcome = await withProgress(console, flags, (onProgress) =>
    compare({
      inputs,
      requestFor(input) {
        const request = analysisRequest([input], all, console, onProgress);
        return {
          ...request,
          filters: valuesOf(filterOptions, flags),
          settings: {
            ...request.settings,
            edges: edgesOf(flags),
            metrics: flags.metrics,
            coarsen: flags.coarsen,
            map: defaultsOf(mapOptions),
            slicing: undefined,
            sliceOverlap: 0,
          },
          threads:
            threads === undefined
              ? undefined
              : { ...threads, count: flags.threads ?? threads.count },
          folder: undefined,
          run,
          tool: thisTool(),
        };
      },
      resamples: flags.bootstrap,
      seed: flags.seed,
      onProgress,
      folder: place?.path,
      renderJson,
      run,
      tool: thisTool(),
    }),
  );
  tell(console, flags.log, outcomeNotes(outcome, isQuiet));
  if ("nothing" in outcome) return exitCodes.nothingToReport;
  await printAnswer(console, flags, {
    json: () => [renderJson(outcome.comparison)],
    text: () => outcome.text,
  });
  const code = endedEarly(outcome) ? exitCodes.incomplete : exitCodes.done;
  if (code === exitCodes.done && place?.dated !== undefined) {
    await showLatest(place.dated, flags, console);
  }
  return code;
}
