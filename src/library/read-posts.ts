import { parseInputSettings } from "../model/input-settings.js";
import type { InputSummary, Respect } from "../model/provenance.js";
import { readCorpus } from "../pipeline/read-corpus.js";
import { respectConsent } from "../pipeline/respect-consent.js";
import { publicInputs, startPublicTexts } from "../report/view/public-texts.js";
import { holdPosts } from "./held.js";

/** Posts and ties that were read, each once. Nothing in it names anybody. */
export interface Posts {
  /** How many posts there are, those around the hashtag's posts among them. */
  readonly postCount: number;
  readonly peopleCount: number;
  /** What became of every input: how many rows were kept, and why others were skipped. */
  readonly inputs: readonly InputSummary[];
}

export interface ReadOptions {
  /** As `--format`, `--map` and `--dates` of the command line take them. */
  readonly format?: readonly string[];
  readonly map?: readonly string[];
  readonly dates?: readonly string[];
  /**
   * Who is not named: `discoverable` (the default) leaves out whoever does not want to be discovered or indexed,
   * `indexable` whoever does not want to be indexed, `none` nobody but those who say no in words.
   */
  readonly respect?: Respect;
  /** A file of people and posts to leave out. */
  readonly drop?: string;
  /** What `-` among the inputs reads. */
  readonly standardInput?: AsyncIterable<Uint8Array>;
}

/**
 * Reads files of any format that the command line reads, and folders of collections.
 *
 * @throws {Error} named `UserError` for an input that cannot be read; `nextStep` says what to do.
 */
export async function readPosts(
  inputs: readonly string[],
  { format = [], map = [], dates = [], respect = "discoverable", ...options }: ReadOptions = {},
): Promise<Posts> {
  const read = await readCorpus(
    {
      inputs,
      ...parseInputSettings({ format: [...format], map: [...map], dates: [...dates] }, inputs),
      drop: options.drop,
      standardInput: asBuffers(options.standardInput),
      onProgress: () => {},
    },
    respect,
  );
  const { corpus, inputs: summaries } = read;
  const { heldBack } = respectConsent(corpus, { respect, tag: undefined, pseudonymKey: undefined });
  const shown: Posts = {
    postCount: corpus.posts.count,
    peopleCount: corpus.accounts.length,
    inputs: publicInputs(summaries, startPublicTexts(heldBack)),
  };
  return holdPosts(shown, { read: corpus, inputs: summaries, respect });
}

async function* asBuffers(bytes: AsyncIterable<Uint8Array> | undefined): AsyncGenerator<Buffer> {
  for await (const piece of bytes ?? []) yield Buffer.from(piece);
}
