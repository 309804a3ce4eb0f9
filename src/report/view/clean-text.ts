import { printable } from "../../text/unprintable.js";

const manyMarks = /(\p{M}{3})\p{M}+/gu;
const longestText = 120;

/**
 * A text of somebody else as it may stand in a file, a page or a terminal: one line of well-formed
 * Unicode without control characters and direction overrides, at most three marks on a letter, at
 * most 120 characters unless others are asked for; `undefined` where nothing is left.
 */
export function cleanText(text: string | undefined, longest = longestText): string | undefined {
  if (text === undefined) return undefined;
  const clean = printable(text).replace(manyMarks, "$1").replace(/\s+/gu, " ").trim();
  if (clean === "") return undefined;
  const characters = [...clean];
  return characters.length <= longest ? clean : `${characters.slice(0, longest - 1).join("")}…`;
}
