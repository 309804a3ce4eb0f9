import { type InputRecord, isRecord } from "../platform/record.js";
import { directionOf } from "./edge-direction.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";

/** A document's nodes and edges, wherever it keeps them. */
interface Document {
  readonly nodes: readonly InputRecord[];
  readonly edges: readonly InputRecord[];
  readonly isDirected: boolean;
}

/**
 * Networks as one JSON document: node-link (networkx, d3, Gephi, vis.js), graphology, Cytoscape,
 * adjacency (networkx) and the JSON Graph Format. Ends are ids of nodes, or their places in the
 * list where no id is meant. An edge has a direction unless the document says otherwise.
 *
 * https://networkx.org/documentation/stable/reference/readwrite/json_graph.html
 */
export const nodeLink: InputFormat = {
  name: "node-link",
  title: "networks as JSON (node-link, graphology, Cytoscape)",
  recognisedBy:
    "one document with `nodes` and `links` or `edges` that have both ends, also inside `elements` or `graph`; or with `nodes` and `adjacency`",
  reads: "ties with direction, weight, kind and time; people and what is known of them",
  doesNotRead: "positions, colors, and documents of over 256 MiB",
  recognises: (record) => documentOf(record) !== undefined,
  readRecord(record) {
    const found = documentOf(record);
    if (found === undefined) return skippedRecord("no network with nodes and edges");
    const readings = [...readNodes(found), ...readEdges(found)];
    return {
      items: readings.flatMap(({ items }) => items),
      skipped: readings.flatMap(({ skipped }) => skipped),
      unknownKeys: readings.flatMap(({ unknownKeys }) => unknownKeys),
    };
  },
};

function documentOf(record: InputRecord): Document | undefined {
  const graph = isRecord(record.graph) && Array.isArray(record.graph.edges) ? record.graph : record;
  const inside = isRecord(record.elements) ? record.elements : graph;
  if (Array.isArray(record.elements)) return elementsOf(record, recordsIn(record.elements));
  const nodes = nodesIn(inside.nodes);
  const isDirected = isDirectedIn(record, graph);
  const edges = edgesIn(inside, nodes, isDirected);
  if (nodes === undefined || edges === undefined) return undefined;
  const hasEnds = edges.length === 0 || edges.some((edge) => hasBothEnds(edge));
  return hasEnds ? { nodes, edges, isDirected } : undefined;
}

/** Cytoscape's flat list, in which an edge is what has a source. */
function elementsOf(record: InputRecord, elements: readonly InputRecord[]): Document | undefined {
  const edges = elements.filter((element) => hasBothEnds(element));
  const nodes = elements.filter((element) => !hasBothEnds(element));
  return edges.length === 0
    ? undefined
    : { nodes, edges, isDirected: isDirectedIn(record, record) };
}

function recordsIn(values: readonly unknown[]): InputRecord[] {
  return values.filter(isRecord);
}

/** A list, or, in the JSON Graph Format, an object by id. */
function nodesIn(nodes: unknown): InputRecord[] | undefined {
  if (Array.isArray(nodes)) {
    return nodes.map((node): InputRecord => (isRecord(node) ? node : { id: node }));
  }
  if (!isRecord(nodes)) return undefined;
  return Object.entries(nodes).map(([id, node]) => ({ ...(isRecord(node) ? node : {}), id }));
}

function edgesIn(
  graph: InputRecord,
  nodes: readonly InputRecord[] | undefined,
  isDirected: boolean,
): InputRecord[] | undefined {
  const { links, edges, adjacency } = graph;
  if (Array.isArray(links)) return recordsIn(links);
  if (Array.isArray(edges)) return recordsIn(edges);
  if (!Array.isArray(adjacency) || nodes === undefined) return undefined;
  const places = new Map(nodes.map((node, at) => [idOf(node), at]));
  // Without directions a tie stands under both of its ends.
  const isOnce = (from: number, target: unknown): boolean =>
    isDirected || from <= (places.get(target) ?? from);
  return adjacency.flatMap((targets: unknown, at): InputRecord[] =>
    Array.isArray(targets)
      ? recordsIn(targets)
          .filter(({ id }) => isOnce(at, id))
          .map(({ id, ...edge }) => ({ ...edge, source: idOf(nodes[at] ?? {}), target: id }))
      : [],
  );
}

function isDirectedIn(record: InputRecord, graph: InputRecord): boolean {
  const options = isRecord(record.options) ? record.options.type : undefined;
  const said = [graph.directed, record.directed, options].find((value) => value !== undefined);
  return directionOf(said === undefined ? undefined : String(said)) ?? true;
}

/** What an element holds, whether in itself, under `data` or under `attributes`. */
function flat(element: InputRecord): InputRecord {
  const { data, attributes, ...own } = element;
  return {
    ...own,
    ...(isRecord(data) ? data : {}),
    ...(isRecord(attributes) ? attributes : {}),
    ...(isRecord(element.metadata) ? element.metadata : {}),
  };
}

function endOf(element: InputRecord, names: readonly string[]): unknown {
  const values = isRecord(element.data) ? { ...element, ...element.data } : element;
  const end = names.map((name) => values[name]).find((value) => value !== undefined);
  return isRecord(end) ? idOf(end) : end;
}

const sourceNames = ["source", "from"];
const targetNames = ["target", "to"];

function hasBothEnds(element: InputRecord): boolean {
  return endOf(element, sourceNames) !== undefined && endOf(element, targetNames) !== undefined;
}

function idOf(node: InputRecord): unknown {
  const values = flat(node);
  return values.key ?? values.id ?? values.name;
}

function* readNodes({ nodes }: Document): Generator<RecordReading> {
  for (const node of nodes) {
    const id = textOf(idOf(node));
    const { key, id: _, ...rest } = flat(node);
    yield readNetworkNode({ id, attributes: attributesOf(rest) });
  }
}

function* readEdges({ nodes, edges, isDirected }: Document): Generator<RecordReading> {
  const ids = nodes.map((node) => textOf(idOf(node)));
  const nameEnd = endsAreIds(edges, ids)
    ? textOf
    : (end: unknown): string | undefined => (typeof end === "number" ? ids[end] : textOf(end));
  for (const edge of edges) {
    const source = endOf(edge, sourceNames);
    const target = endOf(edge, targetNames);
    const { source: _, target: __, from, to, key, id, directed, undirected, ...rest } = flat(edge);
    const own = undirected === true ? false : typeof directed === "boolean" ? directed : undefined;
    yield readNetworkEdge({
      source: nameEnd(source),
      target: nameEnd(target),
      isDirected: own ?? isDirected,
      attributes: attributesOf(rest),
    });
  }
}

/** d3 and old networkx write places in the list of nodes: numbers, of which some is nobody's id. */
function endsAreIds(edges: readonly InputRecord[], ids: readonly (string | undefined)[]): boolean {
  const known = new Set(ids);
  return edges.every((edge) =>
    [endOf(edge, sourceNames), endOf(edge, targetNames)].every(
      (end) => typeof end !== "number" || known.has(textOf(end)) || !(end in ids),
    ),
  );
}

/** A number that JavaScript has rounded is nobody's id. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return undefined;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
}

function attributesOf(values: InputRecord): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(values).flatMap(([name, value]): [string, string][] => {
      const isText =
        typeof value === "string" || typeof value === "number" || typeof value === "boolean";
      if (isText) return [[name, String(value)]];
      return Array.isArray(value) ? [[name, value.join(";")]] : [];
    }),
  );
}
