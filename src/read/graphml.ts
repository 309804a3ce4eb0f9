import { directionOf } from "./edge-list.js";
import { type RecordReading, skippedRecord } from "./input-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import type { XmlHandlers } from "./xml-events.js";

interface Key {
  readonly name: string;
  readonly of: string;
  default: string | undefined;
}

interface OpenElement {
  readonly of: "node" | "edge";
  readonly xml: Readonly<Record<string, string>>;
  readonly isDirectedByDefault: boolean;
  readonly values: Map<string, string>;
}

const longestValue = 100_000;

/**
 * Nodes and edges of GraphML, nested graphs too, each handed on when it is whole. An edge goes the
 * way that its own `directed` says, else its graph's `edgedefault`. A hyperedge is skipped.
 *
 * http://graphml.graphdrawing.org
 */
export function graphmlHandlers(
  onReading: (reading: RecordReading, line: number) => void,
): XmlHandlers {
  const keys = new Map<string, Key>();
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
            default: undefined,
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
          if (key !== undefined) key.default = text;
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
          if (element !== undefined) onReading(readElement(element, keys), line);
        }
      }
    },
  };
}

function readElement(element: OpenElement, keys: ReadonlyMap<string, Key>): RecordReading {
  const { of, xml, values: attributes } = element;
  for (const key of keys.values()) {
    const isOfElement = key.of === of || key.of === "all";
    if (isOfElement && key.default !== undefined && !attributes.has(key.name)) {
      attributes.set(key.name, key.default);
    }
  }
  if (of === "node") return readNetworkNode({ id: xml.id, attributes });
  const isDirected =
    xml.directed === undefined ? element.isDirectedByDefault : xml.directed === "true";
  return readNetworkEdge({ source: xml.source, target: xml.target, isDirected, attributes });
}
