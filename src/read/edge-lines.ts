import { UserError } from "../model/errors.js";
import { withoutFormulaGuard } from "../text/formula-guard.js";
import { networkOfOthers } from "./check-people.js";
import {
  cutEdgeLine,
  type EdgeLineLayout,
  edgeLineLayout,
  partAttributes,
} from "./edge-line-layout.js";
import { isCommentLine, type NetworkFormat, skipLine, type TextStart } from "./network-format.js";
import { readNetworkEdge } from "./network-row.js";
import { splitTextLines } from "./text-lines.js";

/**
 * Edge lists without a header: two ends a line and, where there are such, a weight, a time and a
 * kind, with commas, semicolons, tabs or white space between them: SNAP's and KONECT's, those of
 * networkx, whose attributes stand in braces, igraph's, and tables without names of columns.
 * Lines that begin with `#`, `%` or `//` are comments.
 *
 * https://snap.stanford.edu/data, http://konect.cc/networks
 */
export const edgeLines: NetworkFormat = {
  name: "edge-list",
  title: "edge lists without a header (SNAP, KONECT, networkx, igraph)",
  recognisedBy:
    "two to six parts a line, of which the first two are numbers, or names of which some stand at both ends",
  reads:
    "ties with weight, time (seconds since 1970 or ISO 8601) and kind, each known by its values; direction by `% sym` or `# Undirected graph`",
  doesNotRead: "times that count from 0, and networks of two kinds of nodes (`% bip`)",
  recognises: ({ lines }) =>
    holdsHashtags(lines) ||
    holdsPosts(lines) ||
    edgeLineLayout(lines, { isNamed: false }) !== undefined,
  async read(input) {
    const { lines } = input.start;
    if (holdsHashtags(lines)) throw networkOfOthers(input.path, "hashtags");
    if (holdsPosts(lines)) throw networkOfOthers(input.path, "posts");
    const layout =
      edgeLineLayout(lines, { isNamed: false }) ?? edgeLineLayout(lines, { isNamed: true });
    if (layout === undefined) {
      throw new UserError(
        `${input.path} is no edge list: most of its lines do not have two ends and the same parts`,
        "check the file, or leave --format out",
      );
    }
    refuseTwoModes(input.path, input.start);
    const isDirected = input.isDirectedByDefault && !layout.isUndirected;
    let isFirst = true;
    await splitTextLines(input.chunks, {
      onLine(text, line) {
        const written = text.trim();
        if (written === "" || isCommentLine(written)) return;
        const parts = cutEdgeLine(written, layout.delimiter);
        const isNoTie = layout.hasNumericIds && !/^-?\d/u.test(parts[0]);
        const isHeader = isFirst && (layout.hasHeader || isNoTie);
        isFirst = false;
        if (isHeader) return;
        if (parts.length < 2 || parts.length > layout.fields.length + 2) {
          skipLine(input, "no line of two ends and what else the other lines have", line);
          return;
        }
        const attributes = attributesOf(layout, parts, written);
        const [source, target] = parts.map(withoutFormulaGuard);
        input.take(readNetworkEdge({ source, target, isDirected, attributes }), line);
      },
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    return undefined;
  },
};

/** Hashtags at both ends of every line, as twarc-network writes them, are no comments. */
function holdsHashtags(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "");
  const isPair = (line: string): boolean => /^#[\p{L}\p{N}_]+,#[\p{L}\p{N}_]/u.test(line);
  return written.length > 0 && written.every(isPair);
}

/**
 * Ids of posts at both ends, as `--nodes tweets` of twarc-network 0.2.0 writes them: a tie of posts has a
 * kind and no more, where one of people begins with its weight.
 */
function holdsPosts(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "");
  const isPair = (line: string): boolean =>
    /^\d+,\d+,\{'type': '(?:retweet|quote|reply)'\}\s*$/u.test(line);
  return written.length > 0 && written.every(isPair);
}

function attributesOf(
  { fields }: EdgeLineLayout,
  parts: readonly string[],
  written: string,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [at, field] of fields.entries()) {
    const part = parts[at + 2];
    if (part === undefined || part === "") continue;
    // KONECT writes 0 for a time that is not known.
    if (field !== "time" || part !== "0") attributes.set(field ?? `column ${at + 3}`, part);
  }
  const { braces } = partAttributes(written);
  for (const [, name, value] of braces.matchAll(
    /['"]([^'"]+)['"]\s*:\s*('[^']*'|"[^"]*"|[^,}]+)/gu,
  )) {
    attributes.set(name, value.trim().replace(/^(['"])(.*)\1$/u, "$2"));
  }
  return attributes;
}

/** The two sides of such a network count from 1 each: the same number is two things. */
function refuseTwoModes(path: string, start: TextStart): void {
  if (!/^%\s*bip\b/u.test(start.text)) return;
  throw new UserError(
    `${path} is a network of two kinds of nodes (KONECT's bip), and not one of people`,
    "project it on its people first, for example with networkx.bipartite.weighted_projected_graph",
  );
}
