import type { ColumnMap } from "../model/column-map.js";
import type { Corpus } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import type { OnProgress } from "../model/progress.js";
import type { InputFormatName, InputSummary, Respect } from "../model/provenance.js";
import { startCorpus } from "../network/corpus-builder.js";
import { readInput } from "../read/read-input.js";

export interface ReadRequest {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  readonly format: InputFormatName | undefined;
  /** Which columns hold what, for a table of any other kind. */
  readonly map?: ColumnMap | undefined;
  readonly standardInput: AsyncIterable<Buffer>;
  readonly onProgress: OnProgress;
}

/**
 * Everything that the inputs hold, each post once, with what leads to people who are not named.
 *
 * @throws {UserError} for an input that cannot be read.
 */
export async function readCorpus(
  request: ReadRequest,
  respect?: Respect,
): Promise<{ corpus: Corpus; inputs: InputSummary[] }> {
  const builder = startCorpus(respect);
  const inputs: InputSummary[] = [];
  if (request.inputs.filter((path) => path === "-").length > 1) {
    throw new UserError("standard input is named twice", "name - once");
  }
  for (const [ordinal, path] of request.inputs.entries()) {
    const options = {
      format: request.format,
      map: request.map,
      ordinal,
      inputs: request.inputs,
      standardInput: request.standardInput,
      onProgress: (bytesRead: number, rowsRead: number, share: number | undefined) =>
        request.onProgress(
          `reading ${path}: ${Math.round(bytesRead / 1e6)} MB, ${rowsRead} rows`,
          share,
        ),
    };
    inputs.push(await readInput(path, options, builder.add));
  }
  request.onProgress("sorting what was read");
  const corpus = builder.finish((share) => request.onProgress("sorting what was read", share));
  return { corpus, inputs };
}
