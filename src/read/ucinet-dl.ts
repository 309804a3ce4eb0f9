import { UserError } from "../model/errors.js";
import { splitDelimited } from "./delimited-line.js";
import { type NetworkFormat, type NetworkInput, skipLine } from "./network-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import { splitTextLines } from "./text-lines.js";

const layouts = {
  fullmatrix: "fullmatrix",
  fm: "fullmatrix",
  lowerhalf: "lowerhalf",
  lh: "lowerhalf",
  upperhalf: "upperhalf",
  uh: "upperhalf",
  edgelist1: "edgelist1",
  el1: "edgelist1",
  nodelist1: "nodelist1",
  nl1: "nodelist1",
} as const;
type Layout = (typeof layouts)[keyof typeof layouts];
type Part = "header" | "labels" | "data" | "beside";

/**
 * UCINET's DL: a full matrix, half of one, an edge list or a list of the targets of each node, with labels
 * in a part of their own, in the data, or none. Halves have a diagonal unless they say that it is absent.
 *
 * https://sites.google.com/site/ucinetsoftware/document
 */
export const ucinetDl: NetworkFormat = {
  name: "dl",
  title: "UCINET DL",
  recognisedBy: "a first word `dl` and `n=`, `nr=` or `nm=`",
  reads:
    "full matrices and halves, with a diagonal or without, `edgelist1` and `nodelist1`, with weights; people by their labels",
  doesNotRead: "matrices of two modes or several layers, and other layouts: they are refused",
  recognises: ({ text }) =>
    /^dl\b[^\n]*(?:\n[^\n]*){0,2}?\bn[rcm]?\s*=\s*\d+/iu.test(text.slice(0, 1000)),
  async read(input) {
    const labels: string[] = [];
    let layout: Layout = "fullmatrix";
    let hasDiagonal = true;
    let header = "";
    let part: Part = "header";
    let isEmbedded = false;
    let order = 0;
    let isStarted = false;
    let places: Iterator<Place, undefined> | undefined;
    let place: Place | undefined;
    let labelledRow = -1;
    let isTooLong = false;
    let cells = 0;
    let hasColumnLabels = false;
    let rowLabel: string | undefined;

    const labelOf = (index: number): string => labels[index] ?? String(index + 1);
    const nameOf = (written: string): string =>
      isEmbedded || !/^\d+$/u.test(written) ? written : labelOf(Number(written) - 1);

    const start = (): void => {
      if (isStarted) return;
      isStarted = true;
      refuseOther(input.path, header);
      places = placesOf({ layout, hasDiagonal, order });
      place = places.next().value;
      for (let index = 0; index < (isEmbedded ? 0 : Math.min(order, 1 << 20)); index += 1) {
        input.take(readNetworkNode({ id: labelOf(index), attributes: new Map() }), 1);
      }
    };

    const addMatrixCell = (cell: string, line: number): void => {
      if (isEmbedded && !hasColumnLabels) {
        labels.push(cell);
        hasColumnLabels = labels.length === order;
        return;
      }
      if (isEmbedded && place !== undefined && labelledRow !== place.row) {
        labelledRow = place.row;
        rowLabel = cell;
        return;
      }
      cells += 1;
      const value = Number(cell);
      if (Number.isNaN(value)) skipLine(input, "a cell of the matrix that is no number", line);
      else if (value !== 0 && place !== undefined) {
        const { row, column } = place;
        const isDirected = layout === "fullmatrix";
        addEdge(input, rowLabel ?? labelOf(row), labelOf(column), cell, line, isDirected);
      }
      isTooLong ||= place === undefined;
      place = places?.next().value;
    };

    const addData = (written: string, line: number): void => {
      start();
      const parts = splitDelimited(written.replaceAll(",", " "), "space");
      switch (layout) {
        case "fullmatrix":
        case "lowerhalf":
        case "upperhalf":
          for (const cell of parts) addMatrixCell(cell, line);
          break;
        case "edgelist1":
          if (parts.length < 2) skipLine(input, "an edge without a source or a target", line);
          else addEdge(input, nameOf(parts[0]), nameOf(parts[1]), parts[2], line);
          break;
        case "nodelist1":
          for (const target of parts.slice(1)) {
            addEdge(input, nameOf(parts[0]), nameOf(target), undefined, line);
          }
      }
    };

    const readHeader = (written: string): void => {
      order = Number(/\bn\s*=\s*(\d+)/iu.exec(written)?.[1] ?? order);
      header += ` ${written}`;
      layout = layoutOf(header) ?? layout;
      if (/\bdiag(?:onal)?\s*=?\s*absent\b/iu.test(header)) hasDiagonal = false;
    };

    await splitTextLines(input.chunks, {
      onLine(text, line) {
        let rest = text.trim();
        while (rest !== "") {
          const mark =
            /^(.*?)\b(labels?(?:\s+embedded)?|data|(?:row|column|matrix)\s+labels?(?:\s+embedded)?)\s*:/iu.exec(
              rest,
            );
          const isMark = mark !== null && (part !== "data" || mark[1].trim() === "");
          const before = isMark ? mark[1] : rest;
          if (part === "header") readHeader(before);
          else if (part === "labels") {
            labels.push(...splitDelimited(before.replaceAll(",", " "), "space"));
          } else if (part === "data" && before.trim() !== "") addData(before, line);
          if (!isMark) break;
          const word = mark[2].toLowerCase();
          if (word.includes("embedded")) isEmbedded = true;
          else if (word === "data") part = "data";
          else part = /^(?:labels?|row)/u.test(word) ? "labels" : "beside";
          rest = rest.slice(mark[0].length).trim();
        }
        if (part === "header" && /\blabels?\s+embedded\b/iu.test(text)) isEmbedded = true;
      },
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    start();
    if (cells > 0 && (place !== undefined || isTooLong)) {
      // Each cell would be about other people than it says.
      throw new UserError(
        `${input.path} says n=${order}, but its matrix has ${cells} cells, which is not as many as that makes`,
        `check n and whether the diagonal is absent; or ${inUcinet}`,
      );
    }
    return undefined;
  },
};

function layoutOf(header: string): Layout | undefined {
  const named = /\bformat\s*=\s*(\w+)/iu.exec(header)?.[1].toLowerCase();
  const known = Object.entries(layouts).find(([name]) => name === named);
  return known?.[1];
}

const inUcinet = "in UCINET, export it as DL with format=fullmatrix or edgelist1";

function refuseOther(path: string, header: string): void {
  const numberOf = (name: string): number =>
    Number(new RegExp(String.raw`\b${name}\s*=\s*(\d+)`, "iu").exec(header)?.[1] ?? 0);
  if (numberOf("nr") > 0 || numberOf("nc") > 0) {
    throw new UserError(
      `${path} is a matrix of two modes (nr, nc): its rows and columns are different things, and not one network of people`,
      "project it on its people first (in UCINET: Data, Affiliations), then export that as DL",
    );
  }
  if (numberOf("nm") > 1) {
    throw new UserError(
      `${path} holds ${numberOf("nm")} networks of the same people (nm), and nothing says what kind of tie each is`,
      "export each as a file of its own (in UCINET: Data, Unpack)",
    );
  }
  const named = /\bformat\s*=\s*(\w+)/iu.exec(header)?.[1];
  if (named !== undefined && layoutOf(header) === undefined) {
    throw new UserError(`${path} is UCINET DL in the format ${named}, which is not read`, inUcinet);
  }
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the cells of a matrix are, in the order in which they are written. */
function* placesOf(matrix: {
  readonly layout: Layout;
  readonly hasDiagonal: boolean;
  readonly order: number;
}): Generator<Place, undefined> {
  const { layout, hasDiagonal, order } = matrix;
  for (let row = 0; row < order; row += 1) {
    const first = layout === "upperhalf" ? row : 0;
    const end = layout === "lowerhalf" ? row + 1 : order;
    for (let column = first; column < end; column += 1) {
      if (hasDiagonal || row !== column) yield { row, column };
    }
  }
}

function addEdge(
  input: NetworkInput,
  source: string,
  target: string,
  weight: string | undefined,
  line: number,
  isDirected = true,
): void {
  const attributes = new Map(weight === undefined ? [] : [["weight", weight]]);
  input.take(readNetworkEdge({ source, target, isDirected, attributes }), line);
}
