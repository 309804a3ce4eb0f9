import { UserError } from "../model/errors.js";
import { type DotToken, startDotTokens } from "./dot-tokens.js";
import { type NetworkFormat, type NetworkInput, skipLine } from "./network-format.js";
import { type IdentifiedNetwork, identifyNodes } from "./node-identity.js";
import { splitTextLines } from "./text-lines.js";

/** A graph, or a part of one in braces: what its statement has named so far. */
interface Frame {
  readonly isOuter: boolean;
  readonly members: Set<string>;
  readonly edgeDefaults: Map<string, string>;
  /** What stands between the arrows. */
  operands: (readonly string[])[];
  operand: readonly string[] | undefined;
  isSubgraph: boolean;
  isArc: boolean;
  keyword: string | undefined;
  attributes: Map<string, string>;
}

const deepest = 100;
const mostEdgesOfStatement = 1_000_000;

/**
 * Graphviz DOT: nodes and edges with their attributes, chains, subgraphs as ends, any number of
 * graphs. Nodes that only have numbers are known by their `name`, as igraph writes it. A statement
 * that cannot be read costs itself alone.
 *
 * https://graphviz.org/doc/info/lang.html
 */
export const dot: NetworkFormat = {
  name: "dot",
  title: "Graphviz DOT",
  recognisedBy: "`digraph {` or `graph {`, after comments",
  reads: "ties with direction, weight, kind and time; people by their ids, with labels",
  doesNotRead: "ports and what is drawn",
  recognises: ({ text }) =>
    /^(?:strict\s+)?(?:di)?graph\b\s*(?:(?:[\w.]+|"[^"]*")\s*)?\{/iu.test(withoutComments(text)),
  async read(input) {
    const network = identifyNodes(
      { attributes: ["name"], isPlaceholder: (id) => /^\d+$/u.test(id) },
      input.take,
    );
    const parser = startParser(input, network);
    const tokens = startDotTokens(parser.take);
    await splitTextLines(input.chunks, {
      onLine: tokens.addLine,
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    network.finish();
    return parser.isInside() || tokens.isInside()
      ? "it stops before its last brace is closed"
      : undefined;
  },
};

function withoutComments(text: string): string {
  return text.slice(0, 10_000).replace(/^(?:\s*(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*|#[^\n]*))+\s*/u, "");
}

interface DotParser {
  take(token: DotToken, line: number): void;
  isInside(): boolean;
}

function startParser(input: NetworkInput, network: IdentifiedNetwork): DotParser {
  const frames: Frame[] = [];
  let isDigraph = false;
  /** In the brackets of attributes: the key whose value is next. */
  let list: { key: string | undefined; isValue: boolean } | undefined;
  let skipIds = 0;

  const addEdges = (frame: Frame, line: number): void => {
    const attributes = new Map([...frame.edgeDefaults, ...frame.attributes]);
    for (const [at, sources] of frame.operands.slice(0, -1).entries()) {
      const targets = frame.operands[at + 1];
      if (sources.length * targets.length > mostEdgesOfStatement) {
        skipLine(input, "a statement of over a million edges", line);
        continue;
      }
      for (const source of sources) {
        for (const target of targets) {
          network.edge({ source, target, isDirected: isDigraph || frame.isArc, attributes }, line);
        }
      }
    }
  };

  const finishStatement = (frame: Frame, line: number): void => {
    const { keyword, operands, operand, attributes } = frame;
    if (keyword === "edge") {
      for (const [name, value] of attributes) frame.edgeDefaults.set(name, value);
    }
    if (operand !== undefined) operands.push(operand);
    else if (operands.length > 0) skipLine(input, "an edge without a source or a target", line);
    for (const ends of operands) for (const id of ends) frame.members.add(id);
    if (operands.length > 1) addEdges(frame, line);
    else if (operands.length === 1 && !frame.isSubgraph) {
      network.node({ id: operands[0][0], attributes }, line);
    }
    frame.operands = [];
    frame.operand = undefined;
    frame.isSubgraph = false;
    frame.isArc = false;
    frame.keyword = undefined;
    frame.attributes = new Map();
  };

  const openFrame = (line: number): void => {
    if (frames.length >= deepest) {
      throw new UserError(
        `${input.path} holds braces ${deepest} deep at line ${line}, which no network file does`,
        "check the file",
      );
    }
    const outer = frames.at(-1);
    if (outer?.operand !== undefined) finishStatement(outer, line);
    frames.push({
      isOuter: outer === undefined,
      members: new Set(),
      edgeDefaults: new Map(outer?.edgeDefaults),
      operands: [],
      operand: undefined,
      isSubgraph: false,
      isArc: false,
      keyword: undefined,
      attributes: new Map(),
    });
  };

  const closeFrame = (line: number): void => {
    const frame = frames.pop();
    if (frame === undefined) return;
    finishStatement(frame, line);
    const outer = frames.at(-1);
    if (outer === undefined) return;
    outer.keyword = undefined;
    outer.operand = [...frame.members];
    outer.isSubgraph = true;
    for (const id of frame.members) outer.members.add(id);
  };

  const takeId = (frame: Frame, token: DotToken, line: number): void => {
    const word = token.isBare ? token.text.toLowerCase() : "";
    if (frame.keyword === "subgraph") return;
    if (frame.operand !== undefined || frame.keyword !== undefined) finishStatement(frame, line);
    if (word === "subgraph" || word === "node" || word === "edge" || word === "graph") {
      frame.keyword = word;
    } else frame.operand = [token.text];
  };

  const takeInList = (frame: Frame, token: DotToken): void => {
    if (list === undefined) return;
    if (token.sign === "]") list = undefined;
    else if (token.sign === "=") list.isValue = true;
    else if (token.sign === undefined && list.isValue && list.key !== undefined) {
      frame.attributes.set(list.key, token.text);
      list = { key: undefined, isValue: false };
    } else if (token.sign === undefined) list = { key: token.text, isValue: false };
  };

  return {
    isInside: () => frames.length > 0,
    take(token, line) {
      const frame = frames.at(-1);
      if (frame === undefined) {
        if (token.sign === "{") openFrame(line);
        else if (token.isBare && /^(?:di)?graph$/iu.test(token.text)) {
          isDigraph = token.text.toLowerCase() === "digraph";
        }
        return;
      }
      if (list !== undefined) {
        takeInList(frame, token);
        return;
      }
      switch (token.sign) {
        case undefined:
          if (skipIds > 0) skipIds -= 1;
          else takeId(frame, token, line);
          return;
        case "->":
        case "--":
          if (frame.operand === undefined) {
            skipLine(input, "an edge without a source or a target", line);
            frame.operands = [];
            return;
          }
          frame.operands.push(frame.operand);
          frame.operand = undefined;
          frame.isArc ||= token.sign === "->";
          return;
        case "{":
          openFrame(line);
          return;
        case "}":
          closeFrame(line);
          return;
        case "[":
          list = { key: undefined, isValue: false };
          return;
        case ":":
          skipIds += 1;
          return;
        case "=":
          // A setting of the graph, like rankdir=LR.
          frame.operand = undefined;
          skipIds += 1;
          return;
        case ";":
        case ",":
          finishStatement(frame, line);
          return;
        case "]":
          return;
      }
    },
  };
}
