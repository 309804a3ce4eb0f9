import { xmlText } from "../../text/xml-text.js";
import { type GraphAttribute, valueWriter } from "./graph-attributes.js";
import type { GraphFile } from "./graph-file.js";

/** GraphML's names for types; counts of followers fit 32 bits. */
const typeNames = { string: "string", integer: "int", double: "double" } as const;

const aroundValue = (of: "node" | "edge") => (name: string) => ({
  opening: `<data key="${keyId(of, name)}">`,
  closing: "</data>",
});

/**
 * A network as GraphML, which igraph, networkx, Gephi, Cytoscape and NodeXL open. Comes in pieces.
 *
 * http://graphml.graphdrawing.org
 */
export function* renderGraphAsGraphml<
  Node extends { readonly id: string },
  Edge extends { readonly source: string; readonly target: string },
>(graph: Omit<GraphFile<Node, Edge>, "creator">): Generator<string> {
  const nodeData = valueWriter(graph.nodeAttributes, aroundValue("node"));
  const edgeData = valueWriter(graph.edgeAttributes, aroundValue("edge"));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"';
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  yield ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns';
  yield ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${xmlText(graph.title)}. A tie is: ${xmlText(graph.tieRule)}</desc>\n`;
  yield* renderKeys("node", graph.nodeAttributes);
  yield* renderKeys("edge", graph.edgeAttributes);
  const direction = graph.isDirected ? "directed" : "undirected";
  yield `<graph id="network" edgedefault="${direction}">\n`;
  for (const node of graph.nodes) {
    yield `<node id="${xmlText(node.id)}">${nodeData(node)}</node>\n`;
  }
  let index = 0;
  for (const edge of graph.edges) {
    const ends = `source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`;
    yield `<edge id="e${index}" ${ends}>${edgeData(edge)}</edge>\n`;
    index += 1;
  }
  yield "</graph>\n</graphml>\n";
}

function* renderKeys<Row>(
  of: "node" | "edge",
  attributes: readonly GraphAttribute<Row>[],
): Generator<string> {
  for (const { name, type } of attributes) {
    yield `<key id="${keyId(of, name)}" for="${of}" attr.name="${xmlText(name)}" attr.type="${typeNames[type]}"/>\n`;
  }
}

/** An XML name, one for each attribute: nodes and edges may have attributes of the same name. */
function keyId(of: "node" | "edge", name: string): string {
  return `${of}_${name.replace(/[^\w-]/gu, "_")}`;
}
