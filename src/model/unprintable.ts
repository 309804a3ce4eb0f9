/**
 * Runs of what no name or text of somebody else may bring into a line: controls, what cannot be
 * seen, the ends of lines and paragraphs, and what turns the direction of what follows.
 */
export const unprintable =
  /[\p{Cc}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]+/gu;
