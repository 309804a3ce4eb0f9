import { furtherMeasures } from "../model/further-measures.js";
import type { Cell, Column } from "./csv.js";
import type { PublicPerson, PublicTie } from "./public-report.js";
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

/** The attributes of a row whose value is known, with the value as text. */
export function knownValues<Row>(
  attributes: readonly GraphAttribute<Row>[],
  row: Row,
): { readonly name: string; readonly value: string }[] {
  return attributes.flatMap(({ name, cell }) => {
    const value: Cell = cell(row);
    return value === undefined ? [] : [{ name, value: String(value) }];
  });
}
