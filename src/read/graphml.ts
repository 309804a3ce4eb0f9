import { directionOf } from "./edge-direction.js";
import { type RecordReading, skippedRecord } from "./input-format.js";
import type { NetworkFormat } from "./network-format.js";
import { isKnownAttribute } from "./network-row.js";
import { type IdentifiedNetwork, identifyNodes } from "./node-identity.js";
import { readXmlNetwork, type XmlHandlers, xmlRoot } from "./xml-events.js";

interface Key {
  readonly name: string;
  readonly of: string;
}

/** Values of attributes, by name, for whatever does not say its own. */
type Defaults = Readonly<Record<"node" | "edge", Map<string, string>>>;

interface OpenElement {
  readonly of: "node" | "edge";
  readonly xml: Readonly<Record<string, string>>;
  readonly isDirectedByDefault: boolean;
  readonly values: Map<string, string>;
}

const longestValue = 100_000;

/**
 * GraphML, nested graphs too. An edge goes the way that its own `directed` says, else its graph's
 * `edgedefault`. igraph only numbers its nodes (`n0`, `n1`, …): whom they stand for is in the
 * attribute `name`, or `id` where the network came from another GraphML file.
 *
 * http://graphml.graphdrawing.org
 */
export const graphml: NetworkFormat = {
  name: "graphml",
  title: "GraphML",
  recognisedBy: "XML with the root element `graphml`",
  reads: "ties with direction, weight, kind and time; people and what is known of them",
  doesNotRead: "edges of more than two people, ports and what is drawn",
  recognises: ({ text }) => xmlRoot(text) === "graphml",
  async read(input) {
    const network = identifyNodes(
      { attributes: ["id", "name"], isPlaceholder: (id) => /^n\d+$/u.test(id) },
      input.take,
    );
    const torn = await readXmlNetwork(input, graphmlHandlers(network, input.take));
    network.finish();
    return torn;
  },
};

/** Each node and edge is handed on when it is whole. */
function graphmlHandlers(
  network: IdentifiedNetwork,
  onReading: (reading: RecordReading, line: number) => void,
): XmlHandlers {
  const keys = new Map<string, Key>();
  const defaults: Defaults = { node: new Map(), edge: new Map() };
  const open: OpenElement[] = [];
  const directions: boolean[] = [];
  let key: Key | undefined;
  let text: string | undefined;
  let dataKey: string | undefined;

  return {
    onOpen(name, xml) {
      switch (name) {
        case "graph":
          directions.push(directionOf(xml.edgedefault) ?? false);
          break;
        case "key":
          key = {
            name: xml["attr.name"] ?? xml.id ?? "",
            of: xml.for ?? "all",
          };
          keys.set(xml.id ?? "", key);
          break;
        case "default":
          text = "";
          break;
        case "data":
          text = "";
          dataKey = xml.key;
          break;
        case "node":
        case "edge": {
          const isDirectedByDefault = directions.at(-1) ?? false;
          open.push({ of: name, xml, isDirectedByDefault, values: new Map() });
        }
      }
    },
    onText(part) {
      if (text !== undefined && text.length < longestValue) text += part;
    },
    onClose(name, line) {
      switch (name) {
        case "graph":
          directions.pop();
          break;
        case "default":
          if (key !== undefined && !addDefault(defaults, key, text ?? "")) {
            onReading({ items: [], skipped: [], unknownKeys: [key.name] }, line);
          }
          text = undefined;
          break;
        case "key":
          key = undefined;
          break;
        case "data": {
          const id = dataKey ?? "";
          open.at(-1)?.values.set(keys.get(id)?.name ?? id, text ?? "");
          text = undefined;
          break;
        }
        case "hyperedge":
          onReading(skippedRecord("an edge of more than two people"), line);
          break;
        case "node":
        case "edge": {
          const element = open.pop();
          if (element !== undefined) addElement(network, element, defaults, line);
        }
      }
    },
  };
}

/** Whether it means anything here. */
function addDefault(defaults: Defaults, { name, of }: Key, value: string): boolean {
  const elements = (["node", "edge"] as const).filter(
    (element) => (of === element || of === "all") && isKnownAttribute(element, name),
  );
  for (const element of elements) {
    if (!defaults[element].has(name)) defaults[element].set(name, value);
  }
  return elements.length > 0;
}

function addElement(
  network: IdentifiedNetwork,
  element: OpenElement,
  defaults: Defaults,
  line: number,
): void {
  const { of, xml, values: attributes } = element;
  for (const [name, value] of defaults[of]) {
    if (!attributes.has(name)) attributes.set(name, value);
  }
  if (of === "node") {
    // Who somebody is, as igraph, Cytoscape and our own files have it, and no name for display.
    if (attributes.get("name") === (attributes.get("id") ?? xml.id)) attributes.delete("name");
    network.node({ id: xml.id, attributes }, line);
  } else {
    const isDirected =
      xml.directed === undefined ? element.isDirectedByDefault : xml.directed === "true";
    network.edge({ source: xml.source, target: xml.target, isDirected, attributes }, line);
  }
}
