import { addLine, startRow } from "./csv-rows.js";
import { splitDelimited } from "./delimited-line.js";
import { findEdgeColumns } from "./edge-columns.js";
import { epochTime } from "./edge-time.js";
import { isCommentLine } from "./network-format.js";
import { tieWordOf } from "./tie-kinds.js";
import { parseTime } from "./time.js";

/** What stands behind the two ends of a line. */
type LineField = "weight" | "time" | "kind" | undefined;

/** How the lines of an edge list without a header are cut, and what their parts are. */
export interface EdgeLineLayout {
  readonly delimiter: "," | ";" | "\t" | "space";
  readonly fields: readonly LineField[];
  /** The first line names both ends. */
  readonly hasHeader: boolean;
  /** All ends are numbers: a first line that has none is a header. */
  readonly hasNumericIds: boolean;
  readonly isUndirected: boolean;
}

/** networkx puts what it knows of an edge behind it, as Python writes it: a line without it, and it. */
export function partAttributes(line: string): { readonly bare: string; readonly braces: string } {
  const trimmed = line.trimEnd();
  const open = trimmed.endsWith("}") ? trimmed.indexOf("{") : -1;
  return open < 0
    ? { bare: line, braces: "" }
    : { bare: trimmed.slice(0, open).trimEnd(), braces: trimmed.slice(open) };
}

const rowsLookedAt = 200;
const mostParts = 6;
/** A line in so many may be odd. */
const oddLines = 0.3;

/**
 * How lines are cut and what they hold, from the first of them; `undefined` where they are no edge
 * list. Two words a line may be anything: so ends are numbers, or some name stands at both ends.
 * `isNamed` where somebody has said that it is an edge list.
 */
export function edgeLineLayout(
  lines: readonly string[],
  options: { readonly isNamed: boolean },
): EdgeLineLayout | undefined {
  const written = lines.map((line) => line.trim()).filter((line) => line !== "");
  const comments = written.filter(isCommentLine);
  const rows = written.filter((line) => !isCommentLine(line)).slice(0, rowsLookedAt);
  if (rows.length === 0) return undefined;
  const konect = /^%\s*(sym|asym)\b/u.exec(comments[0] ?? "")?.[1];
  const isUndirected =
    konect === "sym" || comments.some((line) => /^#\s*undirected graph/iu.test(line));
  for (const delimiter of ["\t", ";", ",", "space"] as const) {
    const cut = rows.map((row) => cutEdgeLine(row, delimiter));
    const parts = usualCount(cut);
    if (parts < 2 || parts > mostParts) continue;
    const usual = cut.filter((row) => row.length >= 2 && row.length <= parts);
    const isMostly = usual.length >= rows.length * (1 - oddLines);
    if (!isMostly) continue;
    // With another delimiter it is a table, which has a reader of its own.
    const hasHeader = isHeader(usual);
    if (hasHeader && delimiter !== "space" && !options.isNamed) return undefined;
    if (hasHeader) usual.shift();
    if (usual.length === 0) continue;
    const ids = usual.map(([source, target]) => isNumber(source) && isNumber(target));
    const hasNumericIds = share(ids) >= 1 - oddLines && (ids[0] || share(ids.slice(1)) === 1);
    const fields =
      konect === undefined
        ? fieldsOf(usual, parts)
        : (["weight", "time"] as const).slice(0, Math.max(0, parts - 2));
    const layout = { delimiter, fields, hasHeader, hasNumericIds, isUndirected };
    if (options.isNamed || isEdgeList(usual, layout)) return layout;
  }
  return undefined;
}

/** The parts of a line, without what stands in braces behind it. */
export function cutEdgeLine(line: string, delimiter: EdgeLineLayout["delimiter"]): string[] {
  const { bare } = partAttributes(line);
  if (delimiter === "space") return splitDelimited(bare, "space");
  const row = startRow();
  addLine(row, bare, delimiter);
  if (row.openCell !== undefined) row.cells.push(row.openCell);
  return row.cells.map((cell) => cell.trim());
}

/** A weight may stand on some lines alone: the most parts that a good share of the lines has. */
function usualCount(cut: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of cut) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count >= cut.length * oddLines);
  return Math.max(0, ...usual.map(([parts]) => parts));
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.0+)?$/u.test(text);
}

function share(flags: readonly boolean[]): number {
  return flags.length === 0 ? 1 : flags.filter(Boolean).length / flags.length;
}

/** Names of columns that nobody further down has. */
function isHeader([first, ...later]: readonly (readonly string[])[]): boolean {
  const isSomebody = later.some(
    ([source, target]) => first.includes(source) || first.includes(target),
  );
  if (isSomebody) return false;
  const columns = findEdgeColumns(first);
  return columns?.source === first[0] && columns.target === first[1];
}

/** Numbers at both ends; or names that stand at both ends, the first line's among them. */
function isEdgeList(rows: readonly (readonly string[])[], layout: EdgeLineLayout): boolean {
  const [first, ...later] = rows;
  if (layout.hasHeader) return true;
  // Two columns of numbers between commas may be anything, unless some number comes again.
  if (layout.hasNumericIds) return layout.delimiter === "space" || hasRecurringEnd(rows);
  const areNames = rows.every(([source, target]) => isName(source) && isName(target));
  if (!areNames) return false;
  if (share(rows.map(([source, target]) => isNumber(source) !== isNumber(target))) > 0.5)
    return false;
  const names = new Set(later.flatMap((row) => row.slice(0, 2)));
  const isFirstKnown = names.has(first[0]) || names.has(first[1]);
  const tellsMore = layout.fields.some(
    (field, at) => field !== undefined && /^[^\p{L}]/u.test(first[at + 2] ?? ""),
  );
  if (!isFirstKnown && !tellsMore) return false;
  const sources = new Set(rows.map(([source]) => source));
  const isAtBothEnds = rows.some(([, target]) => sources.has(target));
  return isAtBothEnds || (layout.delimiter !== "space" && isFirstKnown);
}

function hasRecurringEnd(rows: readonly (readonly string[])[]): boolean {
  const ends = rows.flatMap((row) => row.slice(0, 2));
  return new Set(ends).size < ends.length;
}

function isName(text: string): boolean {
  return text !== "" && text.length <= 200 && !/^[{}[\]]|<\//u.test(text);
}

/** What the further columns are, by most of their values. */
function fieldsOf(rows: readonly (readonly string[])[], parts: number): LineField[] {
  const fields: LineField[] = [];
  for (let column = 2; column < parts; column += 1) {
    const values = rows.map((row) => row[column] ?? "").filter((value) => value !== "");
    const field = fieldOf(values);
    fields.push(fields.includes(field) ? undefined : field);
  }
  return fields;
}

function fieldOf(values: readonly string[]): LineField {
  const areMostly = (is: (value: string) => boolean): boolean =>
    values.length > 0 && share(values.map(is)) > 0.5;
  if (areMostly((value) => tieWordOf(value) !== undefined)) return "kind";
  if (areMostly((value) => epochTime(value) !== undefined)) return "time";
  if (areMostly((value) => parseTime(value) !== undefined)) return "time";
  const isWeight = areMostly((value) => Number.isFinite(Number(value.replace(",", "."))));
  return isWeight && !isElapsedTime(values) ? "weight" : undefined;
}

const fewestTimes = 3;

/** Numbers from 0 on that never fall, nearly each another, count the time since the first tie. */
function isElapsedTime(values: readonly string[]): boolean {
  const numbers = values.map(Number);
  const isOrdered = numbers.every((number, at) => at === 0 || number >= numbers[at - 1]);
  const isVaried = new Set(numbers).size > numbers.length / 2;
  return numbers.length >= fewestTimes && numbers[0] === 0 && isOrdered && isVaried;
}
