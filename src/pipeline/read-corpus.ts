import type { Corpus } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import { type AllInputSettings, settingsOf } from "../model/input-settings.js";
import type { Acceptance, Item } from "../model/item.js";
import type { OnProgress } from "../model/progress.js";
import type { Dropped, InputSummary, Respect } from "../model/provenance.js";
import { startCorpus } from "../network/corpus-builder.js";
import { dropFromCorpus } from "../network/drop-from-corpus.js";
import { readForgetList } from "../read/forget-list.js";
import { type ListedFiles, startListedFiles } from "../read/listed-files.js";
import { readInput } from "../read/read-input.js";
import { type PostTexts, startKeepingTexts } from "./keep-texts.js";

export interface ReadRequest extends AllInputSettings {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  /** Posts of a collection count though they are gone from their servers. */
  readonly keepDeleted?: boolean;
  /** A file of people and posts to leave out. */
  readonly drop?: string | undefined;
  /** Those that were read already. */
  readonly files?: ListedFiles;
  /** The file of the key of pseudonyms, where nobody is to be named. */
  readonly pseudonymKey?: string | undefined;
  /** Whether texts of posts are kept beside the corpus, which has none. */
  readonly keepTexts?: boolean;
  readonly standardInput: AsyncIterable<Buffer>;
  readonly onProgress: OnProgress;
}

interface ReadCorpus {
  readonly corpus: Corpus;
  readonly inputs: readonly InputSummary[];
  /** How much was left out by the user's list; `undefined` without one. */
  readonly dropped: Dropped | undefined;
  /** Where they were to be kept. */
  readonly postTexts: PostTexts | undefined;
}

/**
 * Everything that the inputs hold, each post once, with what leads to people who are not named, but
 * for what is to be left out.
 *
 * @throws {UserError} for an input that cannot be read.
 */
export async function readCorpus(
  request: ReadRequest,
  respect?: Respect | "anybody",
): Promise<ReadCorpus> {
  // Read first, so that a wrong list is told at once.
  const drop =
    request.drop === undefined
      ? undefined
      : await readForgetList(request.drop, request.files ?? startListedFiles());
  // Whom a list leaves out, or that nobody is named, is known when all is read.
  const isAnybody = drop !== undefined || request.pseudonymKey !== undefined;
  const builder = startCorpus(isAnybody ? "anybody" : respect);
  const keeper = request.keepTexts === true ? startKeepingTexts() : undefined;
  const accept = (item: Item): Acceptance => {
    if (item.type === "post") keeper?.offer(item);
    return item.type === "deletion" && item.at !== undefined && request.keepDeleted === true
      ? "beside"
      : builder.add(item);
  };
  const inputs: InputSummary[] = [];
  if (request.inputs.filter((path) => path === "-").length > 1) {
    throw new UserError("standard input is named twice", "name - once");
  }
  for (const [ordinal, path] of request.inputs.entries()) {
    const options = {
      ...settingsOf(path, request),
      ordinal,
      inputs: request.inputs,
      standardInput: request.standardInput,
      onProgress: (bytesRead: number, rowsRead: number, share: number | undefined) =>
        request.onProgress(
          `reading ${path}: ${Math.round(bytesRead / 1e6)} MB, ${rowsRead} rows`,
          share,
        ),
    };
    inputs.push(await readInput(path, options, accept));
  }
  request.onProgress("sorting what was read");
  const corpus = builder.finish((share) => request.onProgress("sorting what was read", share));
  const postTexts = keeper?.texts;
  if (drop === undefined) return { corpus, inputs, dropped: undefined, postTexts };
  const { corpus: rest, ...dropped } = dropFromCorpus(corpus, drop);
  return { corpus: rest, inputs, dropped, postTexts };
}

/** What was said of how inputs are read, without the inputs. */
export function readingOf({ format, map, dayOrder, perInput }: ReadRequest): AllInputSettings {
  return { format, map, dayOrder, perInput };
}
