/** What a spreadsheet takes for the start of a formula; the last four are full-width forms. */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A text that no spreadsheet runs: what looks like a formula gets an apostrophe before it, and so
 * does what looks like one that is guarded already, so that `withoutFormulaGuard` always undoes it.
 */
export function withFormulaGuard(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `withFormulaGuard` was given. */
export function withoutFormulaGuard(guarded: string): string {
  return guarded.startsWith("'") && formula.test(guarded) ? guarded.slice(1) : guarded;
}
