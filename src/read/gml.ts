import { decodeHTMLStrict } from "entities";
import { UserError } from "../model/errors.js";
import { type NetworkFormat, skipLine } from "./network-format.js";
import { identifyNodes } from "./node-identity.js";
import { splitTextLines } from "./text-lines.js";

interface OpenList {
  readonly key: string;
  readonly line: number;
  readonly values: Map<string, string>;
}

const deepest = 100;
const longestString = 1 << 20;
const token = /\s*(?:(#.*)|(\[)|(\])|"([^"]*)("?)|([^\s[\]"]+))/uy;

/**
 * GML: nested lists of keys and values. Its ids are numbers, so that people are known by their
 * labels (networkx) or names (igraph) where no two have the same. Strings hold characters as HTML
 * writes them.
 *
 * https://gephi.org/users/supported-graph-formats/gml-format/
 */
export const gml: NetworkFormat = {
  name: "gml",
  title: "GML",
  recognisedBy: "`graph [`, after keys like `Creator` or comments",
  reads: "ties with direction, weight, kind and time; people by their labels or names",
  doesNotRead: "what is drawn (graphics)",
  recognises: ({ text }) =>
    /^(?:#[^\n]*\n\s*|[A-Za-z]\w*[ \t]+(?:"[^"]*"|[-+\d.]+)\s+)*graph\s*\[/iu.test(
      text.slice(0, 10_000),
    ),
  async read(input) {
    const open: OpenList[] = [];
    let isFromIgraph = false;
    let network = startNetwork(false);
    let isDirected = false;
    let key: string | undefined;
    let string: string | undefined;
    let stringLine = 0;

    function startNetwork(byName: boolean) {
      return identifyNodes(
        { attributes: byName ? ["name", "label"] : ["label", "name"], isPlaceholder: () => true },
        input.take,
      );
    }

    const openList = (line: number): void => {
      if (open.length >= deepest) {
        throw new UserError(
          `${input.path} holds lists ${deepest} deep at line ${line}, which no network file does`,
          "check the file",
        );
      }
      if (key?.toLowerCase() === "graph") network = startNetwork(isFromIgraph);
      open.push({ key: key?.toLowerCase() ?? "", line, values: new Map() });
      key = undefined;
    };

    const closeList = (): void => {
      const list = open.pop();
      key = undefined;
      const isOfGraph = open.at(-1)?.key === "graph";
      if (list?.key === "graph") network.finish();
      if (list === undefined || !isOfGraph) return;
      const { values, line } = list;
      const attributes = new Map(values);
      if (list.key === "node") {
        attributes.delete("id");
        network.node({ id: values.get("id"), attributes }, line);
      } else if (list.key === "edge") {
        attributes.delete("source");
        attributes.delete("target");
        network.edge(
          { source: values.get("source"), target: values.get("target"), isDirected, attributes },
          line,
        );
      }
    };

    const takeValue = (value: string): void => {
      if (key === undefined) return;
      const folded = key.toLowerCase();
      if (open.length === 0 && folded === "creator") isFromIgraph = /^igraph\b/iu.test(value);
      if (open.at(-1)?.key === "graph" && folded === "directed") isDirected = value === "1";
      const list = open.at(-1);
      if (list !== undefined && !list.values.has(key)) list.values.set(key, value);
      key = undefined;
    };

    const readLine = (text: string, line: number): void => {
      let from = 0;
      if (string !== undefined) {
        const end = text.indexOf('"');
        string += `\n${end < 0 ? text : text.slice(0, end)}`;
        if (string.length > longestString) {
          skipLine(input, "a text that is never closed", stringLine);
          string = "";
        }
        if (end < 0) return;
        takeValue(decodeHTMLStrict(string));
        string = undefined;
        from = end + 1;
      }
      token.lastIndex = from;
      for (let match = token.exec(text); match !== null; match = token.exec(text)) {
        const [, comment, opening, closing, quoted, quote, word] = match;
        if (comment !== undefined) return;
        if (opening !== undefined) openList(line);
        else if (closing !== undefined) closeList();
        else if (quoted !== undefined && quote === "") {
          string = quoted;
          stringLine = line;
          return;
        } else if (quoted !== undefined) takeValue(decodeHTMLStrict(quoted));
        else if (key === undefined) key = word;
        else takeValue(word);
      }
    };

    await splitTextLines(input.chunks, {
      onLine: readLine,
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    network.finish();
    return open.length > 0 || string !== undefined
      ? "it stops before its last list is closed"
      : undefined;
  },
};
