import { suggestCommand } from "../inspect/suggest-command.js";
import { namesListed, tallyContents } from "../inspect/tally-contents.js";
import { UserError } from "../model/errors.js";
import { type AllInputSettings, type InputSettings, settingsOf } from "../model/input-settings.js";
import type { InspectedInput, Inspection, ReadInput } from "../model/inspection.js";
import type { Acceptance, Item } from "../model/item.js";
import type { OnProgress } from "../model/progress.js";
import type { InputSummary } from "../model/provenance.js";
import { foldText } from "../network/fold-text.js";
import { type OptedOut, startOptedOut } from "../network/opted-out.js";
import { describedFormats } from "../read/input-formats.js";
import { readInput } from "../read/read-input.js";
import { type PublicTexts, publicInputs, startPublicTexts } from "../report/view/public-texts.js";
import { printable } from "../text/unprintable.js";

interface InspectRequest extends AllInputSettings {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  readonly standardInput: AsyncIterable<Buffer>;
  readonly onProgress: OnProgress;
}

/**
 * What each input is and holds, and the command that analyses them. Reads everything and keeps nothing:
 * memory does not grow with the inputs. A file that cannot be read is an answer like another.
 */
export async function inspect(request: InspectRequest): Promise<Inspection> {
  const inputs: InspectedInput[] = [];
  const seen = new Set<string>();
  const optedOut = startOptedOut((word) => seen.has(word));
  for (const [ordinal, path] of request.inputs.entries()) {
    const input = await inspectInput(path, ordinal, request, { optedOut, seen });
    inputs.push(input);
  }
  const texts = startPublicTexts(optedOut.heldBack());
  const shown = inputs.map((input) => ("refused" in input ? input : publicInput(input, texts)));
  return { inputs: shown, command: suggestCommand(shown, request) };
}

/** The path stays as it was typed, which the command needs. */
function publicInput(input: ReadInput, texts: PublicTexts): ReadInput {
  const { contents } = input;
  const [summary] = publicInputs([input.summary], texts);
  const hashtags = contents.hashtags.filter(({ name }) => texts.text(`#${name}`) !== undefined);
  return {
    ...input,
    summary,
    contents: { ...contents, hashtags: hashtags.slice(0, namesListed) },
  };
}

const mostTagsWatched = 50_000;

interface Seen {
  readonly optedOut: OptedOut;
  /** Hashtags, folded, as words of names are. */
  readonly seen: Set<string>;
}

async function inspectInput(
  path: string,
  ordinal: number,
  request: InspectRequest,
  people: Seen,
): Promise<InspectedInput> {
  const contents = tallyContents();
  const settings = settingsOf(path, request);
  const options = {
    ...settings,
    ordinal,
    inputs: request.inputs,
    standardInput: request.standardInput,
    onProgress: (bytesRead: number, rowsRead: number, share: number | undefined) =>
      request.onProgress(
        `reading ${printable(path)}: ${Math.round(bytesRead / 1e6)} MB, ${rowsRead} rows`,
        share,
      ),
  };
  const take = (item: Item): Acceptance => {
    watchNames(item, people);
    return contents.take(item);
  };
  try {
    const summary = await readInput(path, options, take);
    return { path, ...describe(summary, settings), summary, contents: contents.finish() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { path, refused: { reason: error.message, next: error.nextStep } };
  }
}

/** Learns who has opted out, and the hashtags that may be words of their names. */
function watchNames(item: Item, { optedOut, seen }: Seen): void {
  if (item.type === "account") optedOut.take(item);
  if (item.type !== "post" || item.origin === "referenced") return;
  for (const tag of item.tags) if (seen.size < mostTagsWatched) seen.add(foldText(tag));
}

function describe(
  { format }: InputSummary,
  { format: named, map }: InputSettings,
): { title: string; evidence: string } {
  const description = describedFormats.find(({ name }) => name === format);
  if (format === undefined || description === undefined) {
    return { title: "nothing", evidence: "no row, only white space" };
  }
  const { title, recognisedBy } = description;
  if (map !== undefined) return { title, evidence: "named by --map" };
  return { title, evidence: named === undefined ? recognisedBy : "named by --format" };
}
