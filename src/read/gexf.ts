import { directionOf } from "./edge-list.js";
import type { RecordReading } from "./input-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import type { XmlHandlers } from "./xml-events.js";

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
 * Nodes and edges of GEXF 1.1 to 1.3, each handed on when it is whole. An edge goes the way that
 * its own `type` says, else `defaultedgetype`, else, as the format has it, none.
 *
 * https://gexf.net
 */
export function gexfHandlers(
  onReading: (reading: RecordReading, line: number) => void,
): XmlHandlers {
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
  return readNetworkEdge({
    source: xml.source,
    target: xml.target,
    isDirected: directionOf(xml.type) ?? isDirectedByDefault,
    attributes,
  });
}
