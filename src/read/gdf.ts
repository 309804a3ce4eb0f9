import { splitDelimited } from "./delimited-line.js";
import { directionOf } from "./edge-direction.js";
import { type NetworkFormat, skipLine } from "./network-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import { splitTextLines } from "./text-lines.js";

interface Table {
  readonly of: "node" | "edge";
  readonly columns: readonly string[];
  readonly defaults: readonly (string | undefined)[];
}

/**
 * GUESS's tables of nodes and edges, as Gephi, DMI-TCAT and Netvizz write them. An edge has no
 * direction unless its column `directed` says so.
 *
 * http://graphexploration.cond.org/manual.html
 */
export const gdf: NetworkFormat = {
  name: "gdf",
  title: "GDF (GUESS, Gephi, DMI-TCAT)",
  recognisedBy: "a first line `nodedef>` or `edgedef>`",
  reads: "ties with direction, weight, kind and time; people with their labels",
  doesNotRead: "colors, sizes and positions",
  recognises: ({ text }) => /^(?:node|edge)def\s*>/iu.test(text),
  async read(input) {
    let table: Table | undefined;
    await splitTextLines(input.chunks, {
      onLine(text, line) {
        const written = text.trim();
        if (written === "" || written.startsWith("#")) return;
        const header = /^(node|edge)def\s*>(.*)$/iu.exec(written);
        if (header !== null) {
          table = tableOf(header[1].toLowerCase() === "node" ? "node" : "edge", header[2]);
          return;
        }
        if (table === undefined) return;
        const { of, columns, defaults } = table;
        const cells = splitDelimited(written, "comma");
        if (cells.length > columns.length) {
          skipLine(input, "more cells than columns", line);
          return;
        }
        const values = new Map<string, string>();
        for (const [at, column] of columns.entries()) {
          const cell = cells[at] === undefined || cells[at] === "" ? defaults[at] : cells[at];
          if (cell !== undefined) values.set(column, cell);
        }
        input.take(of === "node" ? nodeOf(values) : edgeOf(values), line);
      },
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    return undefined;
  },
};

function tableOf(of: Table["of"], header: string): Table {
  const columns = splitDelimited(header, "comma").map((column) => column.trim());
  return {
    of,
    columns: columns.map((column) => column.split(/\s+/u)[0].toLowerCase()),
    defaults: columns.map((column) => /\bdefault\s+'?([^']*)'?\s*$/iu.exec(column)?.[1]),
  };
}

const drawing = ["x", "y", "color", "width", "height", "style", "visible", "fixed", "labelvisible"];

function nodeOf(values: ReadonlyMap<string, string>) {
  const attributes = new Map(values);
  attributes.delete("name");
  for (const column of drawing) attributes.delete(column);
  return readNetworkNode({ id: values.get("name"), attributes });
}

function edgeOf(values: ReadonlyMap<string, string>) {
  const attributes = new Map(values);
  for (const column of ["node1", "node2", ...drawing]) attributes.delete(column);
  return readNetworkEdge({
    source: values.get("node1"),
    target: values.get("node2"),
    isDirected: directionOf(values.get("directed")) ?? false,
    attributes,
  });
}
