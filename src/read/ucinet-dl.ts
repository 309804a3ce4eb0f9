import { splitDelimited } from "./delimited-line.js";
import { type NetworkFormat, type NetworkInput, skipLine } from "./network-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import { splitTextLines } from "./text-lines.js";

type Layout = "fullmatrix" | "edgelist1" | "nodelist1";
type Part = "header" | "labels" | "data" | "beside";

/**
 * UCINET's DL: a full matrix, an edge list or a list of the targets of each node, with labels in a
 * part of their own, in the data, or none.
 *
 * https://sites.google.com/site/ucinetsoftware/document
 */
export const ucinetDl: NetworkFormat = {
  name: "dl",
  title: "UCINET DL",
  recognisedBy: "a first word `dl` and `n=`",
  reads: "full matrices, `edgelist1` and `nodelist1` with weights; people by their labels",
  doesNotRead: "matrices of two modes or several layers",
  recognises: ({ text }) => /^dl\b[^\n]*(?:\n[^\n]*)?\bn\s*=\s*\d+/iu.test(text.slice(0, 1000)),
  async read(input) {
    const labels: string[] = [];
    let layout: Layout = "fullmatrix";
    let part: Part = "header";
    let isEmbedded = false;
    let order = 0;
    let isStarted = false;
    let row = 0;
    let column = 0;
    let hasColumnLabels = false;
    let rowLabel: string | undefined;

    const labelOf = (index: number): string => labels[index] ?? String(index + 1);
    const nameOf = (written: string): string =>
      isEmbedded || !/^\d+$/u.test(written) ? written : labelOf(Number(written) - 1);

    const start = (): void => {
      if (isStarted) return;
      isStarted = true;
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
      if (isEmbedded && column === 0 && rowLabel === undefined) {
        rowLabel = cell;
        return;
      }
      const value = Number(cell);
      if (Number.isNaN(value)) skipLine(input, "a cell of the matrix that is no number", line);
      else if (value !== 0 && row < order) {
        addEdge(input, rowLabel ?? labelOf(row), labelOf(column), cell, line);
      }
      column += 1;
      if (column < order) return;
      column = 0;
      row += 1;
      rowLabel = undefined;
    };

    const addData = (written: string, line: number): void => {
      start();
      const parts = splitDelimited(written.replaceAll(",", " "), "space");
      switch (layout) {
        case "fullmatrix":
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
      const named = /\bformat\s*=\s*(\w+)/iu.exec(written)?.[1]?.toLowerCase();
      if (named === "edgelist1" || named === "el1") layout = "edgelist1";
      if (named === "nodelist1" || named === "nl1") layout = "nodelist1";
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
    return undefined;
  },
};

function addEdge(
  input: NetworkInput,
  source: string,
  target: string,
  weight: string | undefined,
  line: number,
): void {
  const attributes = new Map(weight === undefined ? [] : [["weight", weight]]);
  input.take(readNetworkEdge({ source, target, isDirected: true, attributes }), line);
}
