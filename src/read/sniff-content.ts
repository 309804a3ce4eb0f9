import { UserError } from "../model/errors.js";
import type { InputFormatName } from "../model/provenance.js";
import { looksLikeEdgeLines } from "./edge-lines.js";

/** How an input is to be cut into rows. */
export type InputContent = "json" | "csv" | "edge-lines" | "gexf" | "graphml";

/** So many first bytes are looked at. */
export const sniffedBytes = 65_536;

const nextStep =
  "name a file of posts (JSON, NDJSON or CSV) or a network (GEXF, GraphML or an edge list)";

const magicNumbers: readonly { bytes: readonly number[]; what: string; nextStep: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: "a zip archive or a spreadsheet",
    nextStep: "unpack it and name the file with the posts",
  },
  {
    bytes: [0xff, 0xfe],
    what: "text in UTF-16",
    nextStep: "turn it into UTF-8 first, for example: iconv -f UTF-16 -t UTF-8 FILE",
  },
  {
    bytes: [0xfe, 0xff],
    what: "text in UTF-16",
    nextStep: "turn it into UTF-8 first, for example: iconv -f UTF-16 -t UTF-8 FILE",
  },
];

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
  const magic = magicNumbers.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (magic !== undefined) throw new UserError(`${path} is ${magic.what}`, magic.nextStep);
  if (head.subarray(0, 4096).includes(0)) throw new UserError(`${path} is a binary file`, nextStep);
  const start = head
    .toString("utf8", 0, sniffedBytes)
    .replace(/^\uFEFF/u, "")
    .trimStart();
  if (start === "") return undefined;
  if (start.startsWith("<")) return networkXml(path, start, format);
  if (format === "gexf" || format === "graphml") throw noNetwork(path, "not XML");
  if (/^[[{]/u.test(start)) return "json";
  const lines = start.split(/\r\n|\n|\r/u);
  // The last of many lines may be cut off.
  const whole = head.length < sniffedBytes ? lines : lines.slice(0, -1);
  if (looksLikeEdgeLines(whole.slice(0, 100))) return "edge-lines";
  if (mostlyJson(lines)) return "json";
  const header = lines[0];
  const isEdgeList = format === "edge-list" || format === "undirected-edge-list";
  if (isEdgeList && !/source/iu.test(header)) return "edge-lines";
  if (/[,;\t]/u.test(header) || /^"?id"?$/iu.test(header)) return "csv";
  if (lines.some((line) => /^\s*[[{]/u.test(line))) return "json";
  throw new UserError(
    `${path} is neither JSON, a table nor a network: it begins with ${JSON.stringify(start.slice(0, 40))}`,
    nextStep,
  );
}

/** The first element tells; a comment as long as what is looked at can hide it. */
function networkXml(
  path: string,
  start: string,
  format: InputFormatName | undefined,
): "gexf" | "graphml" {
  if (format === "gexf" || format === "graphml") return format;
  const root = /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/u.exec(start.replace(/<!--.*?-->/gsu, ""))?.[1];
  if (root === "gexf" || root === "graphml") return root;
  throw noNetwork(path, `XML or HTML with the root element ${JSON.stringify(root ?? "")}`);
}

function noNetwork(path: string, what: string): UserError {
  return new UserError(`${path} is ${what}, and no network`, nextStep);
}

/** A first line that is broken does not make a table of rows of JSON. */
function mostlyJson(lines: readonly string[]): boolean {
  const [, ...later] = lines.filter((line) => line.trim() !== "");
  const ofJson = later.filter((line) => /^\s*\{/u.test(line)).length;
  return ofJson * 2 > later.length;
}
