import type { JsonText } from "./json-records.js";

/**
 * Rows that a broken value has taken in: it stopped where another value may stand, so that the lines
 * behind it seemed to be parts of it. Those are rows that are whole by themselves, with no comma behind
 * them, and another row or nothing on the next line. Linear in characters.
 */
export function wholeRowsWithin(text: string, firstLine: number): JsonText[] {
  const lines = text.split(/\r\n|\n|\r/u);
  return lines.flatMap((row, index) => {
    const next = lines[index + 1];
    const isFollowedByRow = next === undefined || next === "" || beginsRow(next);
    const trimmed = row.trimEnd();
    const isRow = index > 0 && beginsRow(row) && isFollowedByRow && isWhole(trimmed);
    return isRow ? [{ text: trimmed, line: firstLine + index }] : [];
  });
}

function beginsRow(line: string): boolean {
  return line.startsWith("{") || line.startsWith("[");
}

/** Whether brackets close one another, and the last one at the end. */
function isWhole(line: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") {
      depth -= 1;
      if (depth === 0) return at === line.length - 1;
    }
  }
  return false;
}
