import type { CategoryColumn, NumberColumn } from "../map/map-input.js";
import { UserError } from "../model/errors.js";
import type { MapSettings } from "../model/map-settings.js";
import type { Rows } from "../model/rows.js";
import type { Cell, Column } from "../text/csv.js";
import { didYouMean } from "../text/did-you-mean.js";

const isTimeText = /^\d{4}-\d{2}-\d{2}T/u;

/**
 * Says before the work begins that there is no such column.
 *
 * @throws {UserError}
 */
export function checkMapColumns(
  { size, color }: Pick<MapSettings, "size" | "color">,
  columns: readonly { readonly column: string }[],
): void {
  const names = columns.map(({ column }) => column);
  for (const [option, name] of [
    ["--size", size],
    ["--color", color],
  ]) {
    if (names.includes(name)) continue;
    throw new UserError(
      `${option} ${name}: there is no such column.${didYouMean(name, names)}`,
      `choose one of ${names.join(", ")}`,
    );
  }
}

/** The rows of `nodes.csv` and its columns. */
interface Nodes<Row> {
  readonly rows: Rows<Row>;
  readonly columns: readonly Column<Row>[];
}

/**
 * What sizes marks.
 *
 * @throws {UserError} where the column holds words.
 */
export function sizeColumn<Row>(nodes: Nodes<Row>, name: string): NumberColumn {
  const numbers = numbersOf(name, cellsOf(nodes, name));
  if (numbers !== undefined) return numbers;
  throw new UserError(
    `--size ${name}: this column holds words`,
    "choose a column of numbers, such as followers, in_degree or pagerank",
  );
}

/** What colours marks; `undefined` where communities do. */
export function colorColumn<Row>(
  nodes: Nodes<Row>,
  name: string,
): NumberColumn | CategoryColumn | undefined {
  if (name === "community") return undefined;
  const cells = cellsOf(nodes, name);
  const words = cells.map((cell) => (cell === undefined ? undefined : String(cell)));
  return numbersOf(name, cells) ?? { name, values: words };
}

function cellsOf<Row>({ rows, columns }: Nodes<Row>, name: string): Cell[] {
  const column = columns.find((known) => known.name === name);
  return column === undefined ? [] : Array.from(rows, (row) => column.cell(row));
}

/** A column's numbers, or its times; `undefined` where it holds words. */
function numbersOf(name: string, cells: readonly Cell[]): NumberColumn | undefined {
  const known = cells.filter((cell) => cell !== undefined);
  const isTime = known.length > 0 && known.every((cell) => isTimeText.test(String(cell)));
  if (!isTime && known.some((cell) => typeof cell !== "number")) return undefined;
  const values = Float64Array.from(cells, (cell) => {
    if (cell === undefined) return Number.NaN;
    return typeof cell === "number" ? cell : Date.parse(cell);
  });
  return { name, values, isTime };
}
