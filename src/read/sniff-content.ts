import { UserError } from "../model/errors.js";
import type { InputFormatName } from "../model/provenance.js";
import { chooseDelimiter } from "./csv-rows.js";
import { findEdgeColumns, findNodeColumn } from "./edge-columns.js";
import { cutEdgeLine } from "./edge-line-layout.js";
import { edgeLines } from "./edge-lines.js";
import type { NetworkFormat, TextStart } from "./network-format.js";
import { networkFormats } from "./network-formats.js";
import { isWorkbook, refuseUnreadFile } from "./unread-files.js";
import { xmlRoot } from "./xml-events.js";

/** How an input is to be cut into rows, or what reads it as a whole. */
export type InputContent = "json" | "csv" | "xlsx" | NetworkFormat;

/** So many first bytes are looked at. */
export const sniffedBytes = 65_536;

const nextStep =
  "name a file of posts (JSON, NDJSON, CSV or .xlsx) or a network (GEXF, GraphML, an edge list or another of docs/formats.md)";

/**
 * What an input is, from its first bytes; `undefined` where there is nothing but white space.
 * A `format` that was named decides where it can.
 *
 * @throws {UserError} for what no reader reads, and says what it is.
 */
export function sniffContent(
  path: string,
  head: Buffer,
  format: InputFormatName | undefined,
): InputContent | undefined {
  if (isWorkbook(head)) return "xlsx";
  refuseUnreadFile(path, head);
  if (isBinary(head.subarray(0, 4096))) throw new UserError(`${path} is a binary file`, nextStep);
  const start = startOfText(head);
  if (start.text === "") return undefined;
  const named = networkFormats.find(({ name }) => name === format && name !== "edge-list");
  if (named !== undefined) return named;
  if (/^[[{]/u.test(start.text) && !isBracketedHeader(start.lines)) return "json";
  if (mostlyJson(start.lines)) return "json";
  const found = networkFormats.find((candidate) => candidate.recognises(start));
  if (found !== undefined) return found;
  if (start.text.startsWith("<")) {
    const root = JSON.stringify(xmlRoot(start.text) ?? "");
    throw new UserError(
      `${path} is XML or HTML with the root element ${root}, and no network`,
      nextStep,
    );
  }
  const [header] = start.lines;
  if (isEdgeList(format) && !isHeaderOfEdges(header)) return edgeLines;
  if (/[,;\t]/u.test(header) || /^"?id"?$/iu.test(header)) return "csv";
  if (start.lines.some((line) => /^\s*[[{]/u.test(line))) return "json";
  throw new UserError(
    `${path} is neither JSON, a table nor a network: it begins with ${JSON.stringify(start.text.slice(0, 40))}`,
    nextStep,
  );
}

/** More than one byte of thirty is one that no text has; a few of them cost the rows that they are in. */
function isBinary(head: Buffer): boolean {
  const isOfNoText = (byte: number): boolean =>
    byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b && byte !== 0x1e);
  return head.reduce((count, byte) => count + (isOfNoText(byte) ? 1 : 0), 0) * 30 > head.length;
}

/** The beginning of a text, from the first bytes of it. */
export function startOfText(head: Buffer): TextStart {
  const text = head
    .toString("utf8", 0, sniffedBytes)
    .replace(/^\uFEFF/u, "")
    // JSON text sequences (RFC 7464) have one before each row.
    .replaceAll("\u001e", "")
    .trimStart();
  const lines = text.split(/\r\n|\n|\r/u);
  // The last of many lines may be cut off.
  return {
    text,
    lines: head.length < sniffedBytes || lines.length === 1 ? lines : lines.slice(0, -1),
  };
}

function isEdgeList(format: InputFormatName | undefined): boolean {
  return format === "edge-list" || format === "undirected-edge-list";
}

function isHeaderOfEdges(header: string): boolean {
  const cells = cutEdgeLine(header, chooseDelimiter(header));
  return findEdgeColumns(cells) !== undefined || findNodeColumn(cells) !== undefined;
}

/** A table may call its first column `[id]`: then no line goes on as JSON does. */
function isBracketedHeader(lines: readonly string[]): boolean {
  const [header, next] = lines;
  const isJson = /^(?:\[\s*(?:$|[\]{["\d-]|true|false|null)|\{\s*(?:$|["}]))/u.test(header);
  const delimiter = chooseDelimiter(header);
  const cells = (line: string): number => cutEdgeLine(line, delimiter).length;
  return !isJson && next !== undefined && cells(header) > 1 && cells(next) === cells(header);
}

/** A first line that is broken does not make a table of rows of JSON. */
function mostlyJson(lines: readonly string[]): boolean {
  const [, ...later] = lines.filter((line) => line.trim() !== "");
  const ofJson = later.filter((line) => /^\s*(?:\[\s*)?\{/u.test(line)).length;
  return ofJson * 2 > later.length;
}
