import { greatestWeight, smallestWeight } from "../model/weight-limit.js";

const missing = /^(?:|NA|N\/A|#N\/A|<NA>|null|NULL|None)$/u;

/** Whether a cell says that there is nothing, as R, pandas and spreadsheets write it. */
export function isMissing(cell: string): boolean {
  return missing.test(cell.trim());
}

const plain = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu;
const grouped = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
const groupedByDots = /^[-+]?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/u;
const decimalComma = /^[-+]?\d*,\d+(?:e[-+]?\d+)?$/iu;
/** 1,234: either a thousand, or one and a bit. */
const twoReadings = /^[-+]?[1-9]\d{0,2},\d{3}$/u;

/** How strong an edge is, above 0; `undefined` where nothing is written, else what is wrong. */
export function readWeight(
  written: string | undefined,
): number | undefined | { readonly problem: string } {
  if (written === undefined || isMissing(written)) return undefined;
  const text = written.trim();
  if (twoReadings.test(text)) {
    return { problem: "a weight that could be two numbers, like 1,234: write it with a point" };
  }
  const weight = numberOf(text);
  if (!(weight > 0)) return { problem: "a weight that is not a number above 0" };
  return weight >= smallestWeight && weight <= greatestWeight
    ? weight
    : { problem: `a weight below ${smallestWeight} or above 1e15` };
}

function numberOf(text: string): number {
  if (plain.test(text)) return Number(text);
  if (grouped.test(text)) return Number(text.replaceAll(",", ""));
  if (groupedByDots.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  return decimalComma.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}
