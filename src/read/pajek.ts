import { splitDelimited } from "./delimited-line.js";
import { type NetworkFormat, skipLine } from "./network-format.js";
import { identifyNodes } from "./node-identity.js";
import { splitTextLines } from "./text-lines.js";

type Section = "vertices" | "arcs" | "edges" | "arcslist" | "edgeslist" | "matrix" | "other";

/**
 * Pajek's networks: `*Vertices` with labels, `*Arcs` and `*Edges` one a line, `*Arcslist` and
 * `*Edgeslist` with all targets of a vertex, `*Matrix`. Its vertices are numbers, so that people
 * are known by their labels where no two have the same.
 *
 * http://vlado.fmf.uni-lj.si/pub/networks/pajek/doc/draweps.htm
 */
export const pajek: NetworkFormat = {
  name: "pajek",
  title: "Pajek networks (.net)",
  recognisedBy: "a first line `*Vertices` or `*Network`",
  reads: "arcs and edges with weight, also as lists and as a matrix; people by their labels",
  doesNotRead: "partitions, vectors, shapes and positions",
  recognises: ({ lines }) => {
    const first = lines.find((line) => line.trim() !== "" && !/^\s*(?:%|\/\*)/u.test(line));
    return first !== undefined && /^\s*\*(?:vertices|network)\b/iu.test(first);
  },
  async read(input) {
    const network = identifyNodes(
      { attributes: ["label"], isPlaceholder: (id) => /^\d+$/u.test(id) },
      input.take,
    );
    let section: Section = "other";
    let isDirected = true;
    let relation: string | undefined;
    let matrixRow = 0;

    const addEdge = (
      source: string,
      target: string,
      rest: readonly string[],
      line: number,
    ): void => {
      const attributes = new Map<string, string>();
      const weight = weightIn(rest[0]);
      if (weight !== undefined) attributes.set("weight", weight);
      if (relation !== undefined) attributes.set("kind", relation);
      for (let at = 1; at + 1 < rest.length; at += 2) {
        if (/^[a-z_]\w*$/iu.test(rest[at]) && !drawing.has(rest[at])) {
          attributes.set(rest[at], rest[at + 1]);
        }
      }
      network.edge({ source, target, isDirected, attributes }, line);
    };

    const addMatrixRow = (cells: readonly string[], line: number): void => {
      matrixRow += 1;
      for (const [at, cell] of cells.entries()) {
        if (Number(cell) !== 0) addEdge(String(matrixRow), String(at + 1), [cell], line);
      }
    };

    await splitTextLines(input.chunks, {
      onLine(text, line) {
        const written = text.trim();
        if (written === "" || written.startsWith("%") || written.startsWith("/*")) return;
        if (written.startsWith("*")) {
          section = sectionOf(written);
          isDirected = section !== "edges" && section !== "edgeslist";
          relation = /^\*\w+\s*:\s*\d+\s+"?([^"]+)"?/u.exec(written)?.[1]?.trim();
          matrixRow = 0;
          return;
        }
        const parts = splitDelimited(written, "space");
        switch (section) {
          case "vertices": {
            const label = parts[1];
            const attributes = new Map(label === undefined ? [] : [["label", label]]);
            network.node({ id: parts[0], attributes }, line);
            break;
          }
          case "arcs":
          case "edges":
            if (parts.length < 2) skipLine(input, "an edge without a source or a target", line);
            else addEdge(parts[0], parts[1], parts.slice(2), line);
            break;
          case "arcslist":
          case "edgeslist":
            for (const target of parts.slice(1)) addEdge(parts[0], target, [], line);
            break;
          case "matrix":
            addMatrixRow(parts, line);
            break;
          case "other":
            break;
        }
      },
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    network.finish();
    return undefined;
  },
};

/** How an edge is drawn: its width, colour, pattern, label, arrows and times of the picture. */
const drawing = new Set("w c p s l lp lr lphi lc la fos font h1 h2 a1 a2 k1 k2 b ap".split(" "));

/** Weights stand third, unless something else is told by its name. */
function weightIn(part: string | undefined): string | undefined {
  return part !== undefined && /^[-+\d.]/u.test(part) ? part : undefined;
}

function sectionOf(line: string): Section {
  const name = /^\*\s*([a-z]+)/iu.exec(line)?.[1]?.toLowerCase();
  switch (name) {
    case "vertices":
    case "arcs":
    case "edges":
    case "arcslist":
    case "edgeslist":
    case "matrix":
      return name;
    default:
      return "other";
  }
}
