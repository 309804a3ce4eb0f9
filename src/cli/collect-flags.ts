import { UserError } from "../model/errors.js";
import { plainHashtag } from "../model/hashtag.js";
import type { Question } from "../model/question.js";
import type { CollectRequest } from "../pipeline/collect.js";
import type { CollectProgress } from "./collect-progress.js";
import type { Console } from "./console.js";
import { collectOptions, type planOptions } from "./options/collect-options.js";
import { respectOptions } from "./options/consent-options.js";
import type { FlagsOf } from "./options/option.js";
import { collectionFolderOptions } from "./options/output-options.js";
import { toolVersion } from "./tool-version.js";

/** What a collection depends on. */
export const collectionOptions = {
  ...collectOptions,
  ...respectOptions,
  ...collectionFolderOptions,
};

/** What every command that asks servers is told; a plan is of `collect` alone. */
export type CollectFlags = FlagsOf<typeof collectionOptions> & Partial<FlagsOf<typeof planOptions>>;

/** The request that a hashtag and flags make. */
export function collectRequest(
  tag: string,
  flags: CollectFlags,
  console: Console,
  progress: CollectProgress,
  signal: AbortSignal,
): CollectRequest {
  const { clock, environment, self } = console;
  return {
    folder: flags.out ?? collectionFolder(tag),
    question: questionOf(tag, flags),
    from: flags.from,
    with: flags.with,
    maxPosts: flags.maxPosts,
    isPlan: flags.plan === true,
    withinMs: flags.within === undefined ? undefined : flags.within * 60_000,
    patienceMs: flags.patience * 60_000,
    respect: flags.respect,
    x: { names: flags.xFields, maxCost: flags.maxCost, confirm: console.confirm },
    userAgent: userAgent(environment),
    environment,
    self,
    fetch: undefined,
    clock,
    signal,
    onProgress: progress.onProgress,
    onWait: progress.onWait,
    onNote: progress.onNote,
  };
}

/** Where a collection goes unless another folder is named. */
export function collectionFolder(tag: string): string {
  return `tagatlas-${plainHashtag(tag)}`;
}

function questionOf(tag: string, flags: CollectFlags): Question {
  const { any, all, none, since, until } = flags;
  if (flags.local === true && flags.remote === true) {
    throw new UserError(
      "--local and --remote together leave nothing",
      "give one of them, or none for everybody's posts",
    );
  }
  if (since !== undefined && until !== undefined && since >= until) {
    throw new UserError("--since is not before --until", "give a period that holds some time");
  }
  return {
    tag,
    any: [...any],
    all: [...all],
    none: [...none],
    scope: flags.local === true ? "local" : flags.remote === true ? "remote" : "everywhere",
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

const contactVariable = "TAGATLAS_CONTACT";

/** Who asks: the program, and where its user can be reached, if they say so. */
function userAgent(environment: Console["environment"]): string {
  const contact = environment[contactVariable]?.trim();
  const name = `tagatlas/${toolVersion()}`;
  if (contact === undefined || contact === "") return name;
  if (!/^[\x20-\x7e]{1,200}$/u.test(contact)) {
    throw new UserError(
      `${contactVariable} is no address`,
      "put a mail address or the address of a page there, in plain letters",
    );
  }
  return `${name} (${contact})`;
}
