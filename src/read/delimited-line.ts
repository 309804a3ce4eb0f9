/**
 * The parts of a line that white space or commas part; what stands in quotes is one, with a
 * quote in it doubled or behind a backslash. Single quotes part commas alone, as GDF has them. O(characters).
 */
export function splitDelimited(line: string, delimiter: "space" | "comma"): string[] {
  const parts: string[] = [];
  const isBetween = delimiter === "space" ? /\s/u : /,/u;
  let at = 0;
  while (at <= line.length) {
    while (at < line.length && /\s/u.test(line[at])) at += 1;
    if (at >= line.length && (delimiter === "space" || parts.length === 0)) break;
    if (line[at] === '"' || (line[at] === "'" && delimiter === "comma")) {
      const { text, end } = readQuoted(line, at);
      at = end;
      let rest = "";
      while (at < line.length && !isBetween.test(line[at])) {
        rest += line[at];
        at += 1;
      }
      parts.push(text + rest.trimEnd());
    } else {
      const start = at;
      while (at < line.length && !isBetween.test(line[at])) at += 1;
      parts.push(line.slice(start, at).trimEnd());
    }
    at += 1;
  }
  return parts;
}

function readQuoted(line: string, from: number): { readonly text: string; readonly end: number } {
  const quote = line[from];
  const pieces: string[] = [];
  let at = from + 1;
  let start = at;
  for (; at < line.length; at += 1) {
    const isDoubled = line[at] === quote && line[at + 1] === quote;
    const isEscaped = line[at] === "\\" && line[at + 1] === quote;
    if (isDoubled || isEscaped) {
      pieces.push(line.slice(start, at), quote);
      at += 1;
      start = at + 1;
    } else if (line[at] === quote) break;
  }
  pieces.push(line.slice(start, at));
  return { text: pieces.join(""), end: Math.min(at + 1, line.length) };
}
