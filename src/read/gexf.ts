import { directionOf } from "./edge-direction.js";
import type { RecordReading } from "./input-format.js";
import type { NetworkFormat } from "./network-format.js";
import { isKnownAttribute, readNetworkEdge, readNetworkNode } from "./network-row.js";
import { readXmlNetwork, type XmlHandlers, xmlRoot } from "./xml-events.js";

/** The attributes of a kind of element: their titles by id, and values for whatever does not say its own. */
interface Declared {
  readonly titles: Map<string, string>;
  readonly defaults: Map<string, string>;
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
  const declare = (): Declared => ({ titles: new Map(), defaults: new Map() });
  const declared = { node: declare(), edge: declare() };
  const open: OpenElement[] = [];
  let isDirectedByDefault = false;
  let declaring: "node" | "edge" | undefined;
  let attribute: string | undefined;
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
          attribute = xml.title ?? xml.id ?? "";
          if (declaring !== undefined) declared[declaring].titles.set(xml.id ?? "", attribute);
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
          element.values.set(declared[element.of].titles.get(id) ?? id, xml.value);
        }
      }
    },
    onText(part) {
      if (defaultText !== undefined && defaultText.length < 1000) defaultText += part;
    },
    onClose(name, line) {
      if (name === "default") {
        const value = defaultText ?? "";
        defaultText = undefined;
        if (declaring === undefined || attribute === undefined) return;
        if (isKnownAttribute(declaring, attribute)) {
          declared[declaring].defaults.set(attribute, value);
        } else {
          onReading({ items: [], skipped: [], unknownKeys: [attribute] }, line);
        }
        return;
      }
      if (name !== "node" && name !== "edge") return;
      const element = open.pop();
      if (element === undefined) return;
      for (const [title, value] of declared[element.of].defaults) {
        if (!element.values.has(title)) element.values.set(title, value);
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
