import { withoutFormulaGuard } from "../model/formula-guard.js";
import type { InputFormat, InputRecord, RecordReading } from "./input-format.js";
import { foldedName, readNetworkEdge, readNetworkNode } from "./network-row.js";

/**
 * Tables of a network: edges (`source,target` and what is known of `weight`, `kind`, `time`,
 * `type`), as Gephi and our own `edges.csv` have them, and nodes (`id,label` and more), as Gephi
 * and our own `nodes.csv` have them. Names of columns in any spelling.
 */
export const edgeList: InputFormat = {
  name: "edge-list",
  title: "edge lists (columns source, target)",
  recognisedBy: "columns `source` and `target`, or `id` and `label`",
  reads: "ties with weight, kind and time; people",
  doesNotRead: "posts: there are none",
  recognises: isNetworkRow,
  readRecord: (record) => readRow(record, true),
};

/** The same, where nothing in the file says that its ties have no direction. */
export const undirectedEdgeList: InputFormat = {
  name: "undirected-edge-list",
  title: "undirected edge lists (named by --format)",
  recognisedBy: "columns `source` and `target`, or `id` and `label`",
  reads: "ties with weight, kind and time; people",
  doesNotRead: "posts: there are none",
  recognises: isNetworkRow,
  readRecord: (record) => readRow(record, false),
};

function isNetworkRow(record: InputRecord): boolean {
  const names = new Set(Object.keys(record).map(foldedName));
  if (names.has("source") && names.has("target")) return true;
  return names.has("id") && (names.size === 1 || names.has("label"));
}

function readRow(record: InputRecord, isDirectedByDefault: boolean): RecordReading {
  const attributes = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const [column, cell] of Object.entries(record)) {
    if (typeof cell !== "string" && typeof cell !== "number") continue;
    const text = withoutFormulaGuard(String(cell));
    attributes.set(column, text);
    byName.set(foldedName(column), text);
  }
  if (!byName.has("source") && !byName.has("target") && byName.has("id")) {
    return readNetworkNode({ id: byName.get("id"), attributes });
  }
  return readNetworkEdge({
    source: byName.get("source"),
    target: byName.get("target"),
    isDirected: directionOf(byName.get("type")) ?? isDirectedByDefault,
    attributes,
  });
}

/** Gephi's words, in any case; `undefined` for another. */
export function directionOf(type: string | undefined): boolean | undefined {
  switch (type?.trim().toLowerCase()) {
    case "directed":
      return true;
    case "undirected":
    case "mutual":
      return false;
    default:
      return undefined;
  }
}
