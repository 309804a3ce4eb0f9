import type { InputRecord } from "../platform/record.js";
import { withoutFormulaGuard } from "../text/formula-guard.js";
import { type EdgeColumns, findEdgeColumns, findNodeColumn } from "./edge-columns.js";
import { directionOf } from "./edge-direction.js";
import { isMissing } from "./edge-weight.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import { columnsOf } from "./row-columns.js";
import { foldedName } from "./tie-kinds.js";

const recognisedBy =
  "two columns under a usual pair of names, and no text of posts: such as source and target, from and to, Vertex 1 and Vertex 2, follower and followed. People: id and label";
const reads =
  "both ends, weight, kind (a column of kinds, or one a kind), time, direction (Type); of people id, label, handle, name, address, followers";
const doesNotRead = "other columns, which are listed";

/**
 * Tables of a network: edges (both ends and what is known of weight, kind, time and direction), as
 * Gephi, NodeXL and our own `edges.csv` have them, and nodes (`id,label` and more).
 */
export const edgeList: InputFormat = {
  name: "edge-list",
  title: "edge lists (columns source, target)",
  recognisedBy,
  reads,
  doesNotRead,
  recognises: isNetworkRow,
  readRecord: (record) => readRow(record, edgeColumnsOf(record), true),
};

/** The same, where nothing in the file says that its ties have no direction. */
export const undirectedEdgeList: InputFormat = {
  name: "undirected-edge-list",
  title: "undirected edge lists (named by --format)",
  recognisedBy: "nothing: name it",
  reads,
  doesNotRead,
  recognises: isNetworkRow,
  readRecord: (record) => readRow(record, edgeColumnsOf(record), false),
};

/** An edge list whose columns are named by `--map`. */
export function mappedEdgeList(columns: EdgeColumns): InputFormat {
  return {
    ...edgeList,
    title: "edges by --map",
    recognises: (record) => columns.source in record && columns.target in record,
    readRecord: (record) => readRow(record, columns, true),
  };
}

function isNetworkRow(record: InputRecord): boolean {
  if (edgeColumnsOf(record) !== undefined) return true;
  const id = nodeColumnOf(record);
  return id !== undefined && !isPostId(record, id);
}

/** A file with nothing but ids of posts is no list of people. */
function isPostId(record: InputRecord, id: string): boolean {
  return columnsOf(record).length === 1 && /^\d{15,}$/u.test(String(record[id]));
}

interface NetworkColumns {
  readonly edge: EdgeColumns | undefined;
  readonly node: string | undefined;
}

const ofTables = new WeakMap<readonly string[], NetworkColumns>();

/** Looked for once a table, whose rows all have the same columns. */
function networkColumnsOf(record: InputRecord): NetworkColumns {
  const columns = columnsOf(record);
  let found = ofTables.get(columns);
  if (found === undefined) {
    found = { edge: findEdgeColumns(columns), node: findNodeColumn(columns) };
    ofTables.set(columns, found);
  }
  return found;
}

function edgeColumnsOf(record: InputRecord): EdgeColumns | undefined {
  return networkColumnsOf(record).edge;
}

function nodeColumnOf(record: InputRecord): string | undefined {
  return networkColumnsOf(record).node;
}

function readRow(
  record: InputRecord,
  columns: EdgeColumns | undefined,
  isDirectedByDefault: boolean,
): RecordReading {
  const cells = new Map<string, string>();
  for (const column of columnsOf(record)) {
    const cell = record[column];
    if (typeof cell === "boolean") cells.set(column, String(cell));
    if ((typeof cell !== "string" || cell === "") && typeof cell !== "number") continue;
    cells.set(column, withoutFormulaGuard(String(cell)));
  }
  if (columns === undefined) return readNodeRow(cells, nodeColumnOf(record));
  const source = endOf(cells.get(columns.source));
  const target = endOf(cells.get(columns.target));
  const attributes = new Map<string, string>();
  // What a person has named comes first: of two columns for one thing the first is read.
  for (const field of ["weight", "time", "kind"] as const) {
    const cell = cells.get(columns[field] ?? "");
    if (cell !== undefined) attributes.set(field, cell);
  }
  const named = [columns.source, columns.target, columns.weight, columns.time, columns.kind];
  for (const [column, cell] of cells) {
    if (!named.includes(column) && !attributes.has(column)) attributes.set(column, cell);
  }
  if (columns.impliedKind !== undefined && !tellsKind(attributes)) {
    attributes.set("kind", columns.impliedKind);
  }
  const isDirected = directionIn(attributes) ?? isDirectedByDefault;
  return readNetworkEdge({ source, target, isDirected, attributes });
}

function readNodeRow(cells: Map<string, string>, column: string | undefined): RecordReading {
  if (column === undefined) return skippedRecord("no columns for both ends of an edge");
  const attributes = new Map(cells);
  attributes.delete(column);
  return readNetworkNode({ id: cells.get(column), attributes });
}

/** Nobody, where a program has written that there is nothing. */
function endOf(cell: string | undefined): string | undefined {
  return cell === undefined || isMissing(cell) || /^nan$/iu.test(cell.trim()) ? undefined : cell;
}

const kindNames = new Set(["kind", "relationship", "interaction", "edge_type", "type"]);

function tellsKind(attributes: ReadonlyMap<string, string>): boolean {
  return [...attributes].some(
    ([name, cell]) => kindNames.has(foldedName(name)) && !isMissing(cell),
  );
}

const directionNames = new Set(["type", "directed", "typ", "tipo", "edge_type"]);

function directionIn(attributes: ReadonlyMap<string, string>): boolean | undefined {
  for (const [name, cell] of attributes) {
    const direction = directionNames.has(foldedName(name)) ? directionOf(cell) : undefined;
    if (direction !== undefined) return direction;
  }
  return undefined;
}
