import type { AnswerSettings } from "../model/analysis.js";
import type { CommunityMethod } from "../model/community-method.js";
import { UserError } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { parseInputSettings } from "../model/input-settings.js";
import type { Respect } from "../model/provenance.js";
import type { FollowOrder } from "../model/recommendation.js";
import type { NamesRequest } from "../pipeline/name-people.js";
import type { ReadRequest } from "../pipeline/read-corpus.js";
import type { Console } from "./console.js";
import type { OptionName } from "./option-table.js";
import type { Progress } from "./progress.js";

/** What every command that analyses posts takes. */
export interface AnalysisFlags {
  readonly tag?: string;
  readonly since?: number;
  readonly until?: number;
  readonly edges: string;
  readonly communities: CommunityMethod;
  readonly order?: FollowOrder;
  readonly top: number;
  readonly bootstrap: number;
  readonly for?: string;
  readonly following?: string;
  readonly trust?: string;
  readonly keep: readonly string[];
  readonly exclude: readonly string[];
  readonly respect: Respect;
  readonly keepDeleted?: true;
  readonly drop?: string;
  readonly pseudonymize?: true;
  readonly key?: string;
  readonly seed: number;
  readonly format: readonly string[];
  readonly map: readonly string[];
  readonly dates: readonly string[];
}

export const analysisOptions: readonly OptionName[] = [
  "tag",
  "since",
  "until",
  "edges",
  "communities",
  "order",
  "top",
  "bootstrap",
  "for",
  "following",
  "trust",
  "keep",
  "exclude",
  "respect",
  "keepDeleted",
  "drop",
  "pseudonymize",
  "key",
  "seed",
  "format",
  "map",
  "dates",
];

interface AnalysisRequest extends ReadRequest {
  readonly settings: Omit<AnswerSettings, "edges" | "reading"> & {
    readonly edges: string;
  };
  readonly names: NamesRequest;
  readonly pseudonymKey: string | undefined;
}

/** Where the key of pseudonyms is, where they are wanted. */
function keyFile(
  { pseudonymize, key }: AnalysisFlags,
  { environment }: Console,
): string | undefined {
  if (pseudonymize === undefined) {
    if (key === undefined) return undefined;
    throw new UserError("--key is for --pseudonymize", "give both, or none");
  }
  if (key !== undefined) return key;
  const { XDG_CONFIG_HOME, APPDATA, HOME } = environment;
  const folder = XDG_CONFIG_HOME ?? APPDATA ?? (HOME === undefined ? undefined : `${HOME}/.config`);
  if (folder === undefined || folder === "") {
    throw new UserError("there is no folder for the key", "name a file for it with --key");
  }
  return `${folder}/tagatlas/key`;
}

/** The request that flags and inputs make. */
export function analysisRequest(
  inputs: readonly string[],
  flags: AnalysisFlags,
  console: Console,
  progress: Progress,
): AnalysisRequest {
  return {
    inputs,
    ...parseInputSettings(flags, inputs),
    keepDeleted: flags.keepDeleted === true,
    drop: flags.drop,
    pseudonymKey: keyFile(flags, console),
    standardInput: console.standardInput,
    onProgress: progress.show,
    settings: {
      tag: flags.tag === undefined ? undefined : normaliseHashtag(flags.tag),
      tagAsWritten: flags.tag,
      since: flags.since,
      until: flags.until,
      edges: flags.edges,
      communities: flags.communities,
      respect: flags.respect,
      order: flags.order,
      top: flags.top,
      bootstrap: flags.bootstrap,
      seed: flags.seed,
    },
    names: {
      trust: flags.trust,
      keep: flags.keep,
      exclude: flags.exclude,
      for: flags.for,
      following: flags.following,
    },
  };
}
