import type { InputRecord } from "./input-format.js";
import { splitTextLines } from "./text-lines.js";

export interface EdgeLineHandlers {
  onRecord(record: InputRecord, line: number): void;
  onBroken(reason: string, line: number): void;
}

const edgeLine = /^(\S+)\s+(\S+)(?:\s+([-+]?[\d.]+(?:[eE][-+]?\d+)?|\{.*\}))?$/u;
const weightInBraces = /['"]weight['"]\s*:\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)/u;

/**
 * Reads lines of source, target and, where there is one, a weight, with white space between them:
 * the edge lists of SNAP, and those of networkx, whose weight stands in braces. Lines that begin
 * with # or % are comments. Gives rows with the columns source, target and weight.
 */
export async function readEdgeLines(
  chunks: AsyncIterable<Buffer>,
  handlers: EdgeLineHandlers,
): Promise<void> {
  await splitTextLines(chunks, {
    onLine(text, line) {
      const trimmed = text.trim();
      if (trimmed === "" || isComment(trimmed)) return;
      const record = parseEdgeLine(trimmed);
      if (record === undefined) handlers.onBroken("no source, target and weight", line);
      else handlers.onRecord(record, line);
    },
    onTooLong: (line) => handlers.onBroken("a line of over 16 MiB", line),
  });
}

function isComment(line: string): boolean {
  return line.startsWith("#") || line.startsWith("%");
}

function parseEdgeLine(line: string): InputRecord | undefined {
  const match = edgeLine.exec(line);
  if (match === null) return undefined;
  const [, source, target, rest] = match;
  const weight = rest?.startsWith("{") ? weightInBraces.exec(rest)?.[1] : rest;
  return weight === undefined ? { source, target } : { source, target, weight };
}

/**
 * Whether the first lines are such an edge list and nothing else: ids are numbers, since two words
 * a line may be anything.
 */
export function looksLikeEdgeLines(lines: readonly string[]): boolean {
  const rows = lines.map((line) => line.trim()).filter((line) => line !== "" && !isComment(line));
  return rows.length > 0 && rows.every((line) => /^\d+\s+\d+\b/u.test(line) && edgeLine.test(line));
}
