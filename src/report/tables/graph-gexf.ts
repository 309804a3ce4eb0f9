import { xmlText } from "../../text/xml-text.js";
import { type GraphAttribute, valueWriter } from "./graph-attributes.js";
import type { GraphEdge, GraphFile, GraphNode } from "./graph-file.js";

const aroundValue = (name: string) => ({
  opening: `<attvalue for="${xmlText(name)}" value="`,
  closing: '"/>',
});

/**
 * A network as GEXF 1.3, which Gephi, Gephi Lite and Cytoscape open: ids are strings, times are
 * ISO 8601 texts. Comes in pieces. `inNode` is what else stands in a node.
 *
 * https://gexf.net
 */
export function* renderGraphAsGexf<Node extends GraphNode, Edge extends GraphEdge>(
  graph: GraphFile<Node, Edge>,
  inNode: (node: Node) => string = () => "",
): Generator<string> {
  const nodeValues = valueWriter(graph.nodeAttributes, aroundValue);
  const edgeValues = valueWriter(graph.edgeAttributes, aroundValue);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"';
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  yield ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n';
  yield `<meta>\n<creator>${xmlText(graph.creator)}</creator>\n`;
  yield `<title>${xmlText(graph.title)}</title>\n`;
  yield `<description>A tie is: ${xmlText(graph.tieRule)}</description>\n</meta>\n`;
  const direction = graph.isDirected ? "directed" : "undirected";
  yield `<graph defaultedgetype="${direction}" idtype="string" mode="static">\n`;
  yield* renderAttributes("node", graph.nodeAttributes);
  yield* renderAttributes("edge", graph.edgeAttributes);
  yield `<nodes count="${graph.nodes.length}">\n`;
  for (const node of graph.nodes) {
    const head = `<node id="${xmlText(node.id)}" label="${xmlText(node.label)}">`;
    yield `${head}${inValues(nodeValues(node))}${inNode(node)}</node>\n`;
  }
  yield `</nodes>\n<edges count="${graph.edges.length}">\n`;
  let index = 0;
  for (const edge of graph.edges) {
    const ends = `source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`;
    const head = `<edge id="${index}" ${ends} weight="${edge.weight}">`;
    yield `${head}${inValues(edgeValues(edge))}</edge>\n`;
    index += 1;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function* renderAttributes<Row>(
  of: "node" | "edge",
  attributes: readonly GraphAttribute<Row>[],
): Generator<string> {
  yield `<attributes class="${of}" mode="static">\n`;
  for (const { name, type } of attributes) {
    yield `<attribute id="${xmlText(name)}" title="${xmlText(name)}" type="${type}"/>\n`;
  }
  yield "</attributes>\n";
}

function inValues(values: string): string {
  return values === "" ? "" : `<attvalues>${values}</attvalues>`;
}
