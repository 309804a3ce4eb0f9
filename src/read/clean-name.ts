import { printable } from "../text/unprintable.js";

const longestName = 1000;

/**
 * An id or a name of a network file as it may stand in every output: one line of well-formed
 * Unicode that can be seen; else as it is. `undefined` where nothing is left, or over 1,000
 * characters are. What it gives, it gives again.
 */
export function cleanName(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const clean = printable(written).replace(/\s+/gu, " ").trim();
  return clean === "" || clean.length > longestName ? undefined : clean;
}
