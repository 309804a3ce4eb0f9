import { directionOf } from "./edge-direction.js";
import type { RecordReading } from "./input-format.js";
import type { NetworkFormat } from "./network-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import { readXmlNetwork, type XmlHandlers, xmlRoot } from "./xml-events.js";

interface Declared {
  readonly title: string;
  default: string | undefined;
}

interface OpenElement {
  readonly of: "node" | "edge";
  readonly xml: Readonly<Record<string, string>>;
  readonly values: Map<string, string>;
}

/**
 * GEXF 1.1 to 1.3. An edge goes the way that its own `type` says, else `defaultedgetype`, else, as
 * the format has it, none. twarc-network writes the kind of a tie there too.
 *
 * https://gexf.net
 */
export const gexf: NetworkFormat = {
  name: "gexf",
  title: "GEXF",
  recognisedBy: "XML with the root element `gexf`",
  reads: "ties with direction, weight, kind and time; people and what is known of them",
  doesNotRead: "colors, sizes and positions",
  recognises: ({ text }) => xmlRoot(text) === "gexf",
  read: (input) => readXmlNetwork(input, gexfHandlers(input.take)),
};

/** Each node and edge is handed on when it is whole. */
function gexfHandlers(onReading: (reading: RecordReading, line: number) => void): XmlHandlers {
  const declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };
  const open: OpenElement[] = [];
  let isDirectedByDefault = false;
  let declaring: "node" | "edge" | undefined;
  let attribute: Declared | undefined;
  let defaultText: string | undefined;

  return {
    onOpen(name, xml) {
      switch (name) {
        case "graph":
          isDirectedByDefault = directionOf(xml.defaultedgetype) ?? false;
          break;
        case "attributes":
          declaring = xml.class === "node" || xml.class === "edge" ? xml.class : undefined;
          break;
        case "attribute":
          attribute = { title: xml.title ?? xml.id ?? "", default: undefined };
          if (declaring !== undefined) declared[declaring].set(xml.id ?? "", attribute);
          break;
        case "default":
          defaultText = "";
          break;
        case "node":
        case "edge":
          open.push({ of: name, xml, values: new Map() });
          break;
        case "spell": {
          // When an edge was there: over all of its spells.
          const values = open.at(-1)?.values;
          if (values === undefined) break;
          if (xml.start !== undefined && !values.has("start")) values.set("start", xml.start);
          if (xml.end !== undefined) values.set("end", xml.end);
          break;
        }
        case "attvalue": {
          const element = open.at(-1);
          const id = xml.for ?? xml.id ?? "";
          if (element === undefined || xml.value === undefined) break;
          element.values.set(declared[element.of].get(id)?.title ?? id, xml.value);
        }
      }
    },
    onText(part) {
      if (defaultText !== undefined && defaultText.length < 1000) defaultText += part;
    },
    onClose(name, line) {
      if (name === "default" && attribute !== undefined) attribute.default = defaultText;
      if (name === "default") defaultText = undefined;
      if (name !== "node" && name !== "edge") return;
      const element = open.pop();
      if (element === undefined) return;
      for (const { title, default: value } of declared[element.of].values()) {
        if (value !== undefined && !element.values.has(title)) element.values.set(title, value);
      }
      onReading(
        element.of === "node" ? nodeOf(element) : edgeOf(element, isDirectedByDefault),
        line,
      );
    },
  };
}

function nodeOf({ xml, values }: OpenElement): RecordReading {
  const attributes = new Map(values);
  if (xml.label !== undefined) attributes.set("label", xml.label);
  return readNetworkNode({ id: xml.id, attributes });
}

function edgeOf({ xml, values }: OpenElement, isDirectedByDefault: boolean): RecordReading {
  const attributes = new Map(values);
  for (const name of ["weight", "kind", "start", "end"]) {
    if (xml[name] !== undefined) attributes.set(name, xml[name]);
  }
  const direction = directionOf(xml.type);
  if (direction === undefined && xml.type !== undefined) attributes.set("type", xml.type);
  return readNetworkEdge({
    source: xml.source,
    target: xml.target,
    isDirected: direction ?? isDirectedByDefault,
    attributes,
  });
}
