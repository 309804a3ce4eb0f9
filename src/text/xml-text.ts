/** What XML 1.0 allows nowhere, not even as a reference. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;
/** What has a meaning, and what one parser or another takes for the end of a line. */
const special = /[&<>"'\t\n\r\u007f-\u009f\u2028\u2029]/gu;

/** Most names, times and addresses hold nothing of either. */
const plain = /^[ !#-%(-;=?-~]*$/u;

/**
 * Any text as it may stand in an element or in an attribute with either quote. Half a surrogate
 * pair and what XML 1.0 forbids become U+FFFD; line ends and tabs are written as references, since
 * a parser would turn them into others.
 */
export function xmlText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .toWellFormed()
    .replace(forbidden, "\ufffd")
    .replace(special, (character) => `&#${character.charCodeAt(0)};`);
}
