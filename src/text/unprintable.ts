/**
 * Runs of what no name or text of somebody else may bring into a line: controls, what cannot be
 * seen, the ends of lines and paragraphs, and what turns the direction of what follows.
 */
const unprintable =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]+/gu;

/**
 * A text from outside as one line that can do nothing but be read: well-formed Unicode, a space for
 * each run of what is unprintable. What it gives, it gives again.
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(unprintable, " ");
}
