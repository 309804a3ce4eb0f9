import type { AccountItem, Item, TieItem } from "../../src/model/item.js";
import type { InputFormatName, InputSummary } from "../../src/model/provenance.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { readInput } from "../../src/read/read-input.js";

export interface ReadText {
  readonly items: readonly Item[];
  readonly ties: readonly TieItem[];
  readonly nodes: readonly AccountItem[];
  readonly summary: InputSummary;
}

/** Text as if it came on standard input, in pieces of so many bytes, to items. */
export async function readText(
  text: string | Buffer,
  options: { format?: InputFormatName; pieceBytes?: number } = {},
): Promise<ReadText> {
  const bytes = Buffer.from(text);
  const pieceBytes = options.pieceBytes ?? 1 << 16;
  const standardInput = (async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  })();
  const items: Item[] = [];
  const builder = startCorpus();
  const summary = await readInput(
    "-",
    { format: options.format, ordinal: 0, standardInput, onProgress() {} },
    (item) => {
      items.push(item);
      return builder.add(item);
    },
  );
  return {
    items,
    ties: items.flatMap((item) => (item.type === "tie" ? [item] : [])),
    nodes: items.flatMap((item) => (item.type === "account" ? [item] : [])),
    summary,
  };
}
