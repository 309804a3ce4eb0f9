/*
 * A table that is opened with another separator than its own is cut at every `;`, bar, tab and line
 * end, quoted or not, so that what follows one begins a cell as well. The last four signs of a
 * formula are full-width forms.
 */
const cellStart = String.raw`(?<=^|[;|\t\r\n\v\f\u0085\u2028\u2029])`;
const formula = String.raw`[' "\u00A0]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]`;

const unguarded = new RegExp(`${cellStart}(?=${formula})`, "gu");
const guarded = new RegExp(`${cellStart}'(?=${formula})`, "gu");

/**
 * A text that no spreadsheet runs: what looks like a formula gets an apostrophe before it, and so
 * does what looks like one that is guarded already, so that `withoutFormulaGuard` always undoes it.
 */
export function withFormulaGuard(text: string): string {
  return text.replace(unguarded, "'");
}

/** The text that `withFormulaGuard` was given. */
export function withoutFormulaGuard(text: string): string {
  return text.replace(guarded, "");
}
