import { furtherMeasures } from "../model/further-measures.js";
import { xmlText } from "../model/xml-text.js";
import type { Cell, Column } from "./csv.js";
import type { PublicPerson } from "./public-person.js";
import type { PublicTie } from "./public-report.js";
import { edgeColumns, nodeColumns } from "./tables.js";

/** The names that GEXF and GraphML share. */
export type AttributeType = "string" | "integer" | "double";

/** A column of a table as it stands in a graph file, where each has one type. */
export interface GraphAttribute<Row> extends Column<Row> {
  readonly type: AttributeType;
}

/** Columns that a graph file has a place of its own for. */
const ownPlace: ReadonlySet<string> = new Set(["id", "label", "source", "target", "weight"]);

const textColumns: ReadonlySet<string> = new Set([
  ..."handle server name url community role first_post last_post first last".split(" "),
]);

/** Every other number is a fraction or may be: weights that came from elsewhere are. */
const wholeColumns: ReadonlySet<string> = new Set([
  ..."posts followers following in_degree out_degree".split(" "),
  ..."active_days replies_to_newcomers links_shared".split(" "),
  ...furtherMeasures.flatMap(({ column, isWhole }) => (isWhole ? [column] : [])),
]);

/** Every column of `nodes.csv` but id and label. */
export const nodeAttributes: readonly GraphAttribute<PublicPerson>[] = typed(nodeColumns);

/** Every column of `edges.csv` but source, target and weight. */
export const edgeAttributes: readonly GraphAttribute<PublicTie>[] = typed(edgeColumns);

function typed<Row>(columns: readonly Column<Row>[]): GraphAttribute<Row>[] {
  return columns
    .filter(({ name }) => !ownPlace.has(name))
    .map((column) => ({ ...column, type: typeOf(column.name) }));
}

function typeOf(name: string): AttributeType {
  if (textColumns.has(name)) return "string";
  return wholeColumns.has(name) ? "integer" : "double";
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
