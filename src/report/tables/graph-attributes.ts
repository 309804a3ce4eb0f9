import type { CellType, RowOf, TableColumn } from "../../model/columns/column.js";
import { edgeColumns } from "../../model/columns/edge-columns.js";
import { nodeColumnOf, nodeColumns } from "../../model/columns/node-columns.js";
import type { Cell, Column } from "../../text/csv.js";
import { xmlText } from "../../text/xml-text.js";
import { columnsOf } from "./table.js";

/** The names that GEXF and GraphML share. */
type AttributeType = "string" | "integer" | "double";

/** A column of a table as it stands in a graph file, where each has one type. */
export interface GraphAttribute<Row> extends Column<Row> {
  readonly type: AttributeType;
}

/** Columns that a graph file has a place of its own for. */
const ownPlace: ReadonlySet<string> = new Set(["id", "label", "source", "target", "weight"]);

const typeNames = {
  text: "string",
  time: "string",
  whole: "integer",
  number: "double",
} as const satisfies Record<CellType, AttributeType>;

/** Every column of `nodes.csv` but id and label. */
export const nodeAttributes = attributesOf(nodeColumns);

/** The same under the names that GraphML has for them. */
export const nodeAttributesInGraphml = nodeAttributes.map((attribute) => ({
  ...attribute,
  name: nodeColumnOf(attribute.name)?.inGraphml ?? attribute.name,
}));

/** Every column of `edges.csv` but source, target and weight. */
export const edgeAttributes = attributesOf(edgeColumns);

/** Columns as attributes, but those that a graph file has a place of its own for. */
export function attributesOf<const Columns extends readonly TableColumn[]>(
  columns: Columns,
): GraphAttribute<RowOf<Columns>>[] {
  return columnsOf(columns)
    .map((column, at) => ({ ...column, type: typeNames[columns[at].type] }))
    .filter(({ name }) => !ownPlace.has(name));
}

/**
 * Writes the values of a row that are known, each between what its attribute's name opens and closes.
 * What depends on names alone is made once, not for each of millions of values.
 */
export function valueWriter<Row>(
  attributes: readonly GraphAttribute<Row>[],
  around: (name: string) => { readonly opening: string; readonly closing: string },
): (row: Row) => string {
  const columns = attributes.map(({ name, cell }) => ({ cell, ...around(name) }));
  return (row) => {
    let text = "";
    for (const { cell, opening, closing } of columns) {
      const value: Cell = cell(row);
      if (value === undefined) continue;
      text += opening + (typeof value === "string" ? xmlText(value) : value) + closing;
    }
    return text;
  };
}
