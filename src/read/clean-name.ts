/** Controls, and characters that cannot be seen or that turn the direction of what follows. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]+/gu;

const longestName = 1000;

/**
 * An id or a name of a network file as it may stand in every output: one line of well-formed
 * Unicode that can be seen; else as it is. `undefined` where nothing is left, or over 1,000
 * characters are. What it gives, it gives again.
 */
export function cleanName(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const clean = written.toWellFormed().replace(unprintable, " ").replace(/\s+/gu, " ").trim();
  return clean === "" || clean.length > longestName ? undefined : clean;
}
