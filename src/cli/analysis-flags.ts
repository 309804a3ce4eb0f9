import type { AnswerSettings } from "../model/analysis.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { parseInputSettings } from "../model/input-settings.js";
import type { OnProgress } from "../model/progress.js";
import type { NamesRequest } from "../pipeline/name-people.js";
import type { ReadRequest } from "../pipeline/read-corpus.js";
import type { Console } from "./console.js";
import {
  deletedOptions,
  dropOptions,
  keyOptions,
  pseudonymOptions,
  respectOptions,
} from "./options/consent-options.js";
import { inputOptions } from "./options/input-options.js";
import { nameOptions, rankingOptions } from "./options/list-options.js";
import { communityOptions, seedOptions, tieOptions } from "./options/network-options.js";
import { type FlagsOf, valuesOf } from "./options/option.js";
import { periodOptions } from "./options/period-options.js";
import { keyFile } from "./pseudonym-key-file.js";

/** What whom to follow depends on. */
const answerOptions = {
  ...periodOptions,
  ...tieOptions,
  ...communityOptions,
  ...rankingOptions,
  ...respectOptions,
  ...seedOptions,
};

/** What analyses take, but for which posts they are of. */
export const analysisOptionsOfRun = {
  ...tieOptions,
  ...communityOptions,
  ...rankingOptions,
  ...nameOptions,
  ...respectOptions,
  ...deletedOptions,
  ...dropOptions,
  ...pseudonymOptions,
  ...keyOptions,
  ...seedOptions,
};

/** What every command that analyses posts takes. */
export const analysisOptions = { ...periodOptions, ...analysisOptionsOfRun, ...inputOptions };

type AnalysisFlags = FlagsOf<typeof analysisOptions>;

interface AnalysisRequest extends ReadRequest {
  readonly settings: Omit<AnswerSettings, "edges" | "reading"> & {
    readonly edges: string;
  };
  readonly names: NamesRequest;
  readonly pseudonymKey: string | undefined;
}

/** The request that flags and inputs make. */
export function analysisRequest(
  inputs: readonly string[],
  flags: AnalysisFlags,
  console: Console,
  onProgress: OnProgress,
): AnalysisRequest {
  return {
    inputs,
    ...parseInputSettings(flags, inputs),
    keepDeleted: flags.keepDeleted === true,
    drop: flags.drop,
    pseudonymKey: keyFile(flags, console.environment),
    standardInput: console.standardInput,
    onProgress,
    settings: {
      ...valuesOf(answerOptions, flags),
      tag: flags.tag === undefined ? undefined : normaliseHashtag(flags.tag),
      tagAsWritten: flags.tag,
    },
    names: valuesOf(nameOptions, flags),
  };
}
