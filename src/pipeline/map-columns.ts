import type { NumberColumn } from "../map/map-input.js";
import { nodeColumns } from "../model/columns/node-columns.js";
import { UserError } from "../model/errors.js";
import type { MapSettings } from "../model/map-settings.js";
import type { Rows } from "../model/rows.js";
import { columnsOf } from "../report/tables/table.js";
import type { PublicPerson } from "../report/view/public-person.js";
import type { Cell } from "../text/csv.js";
import { didYouMean } from "../text/did-you-mean.js";

const isTimeText = /^\d{4}-\d{2}-\d{2}T/u;

/**
 * Says before the work begins that there is no such column.
 *
 * @throws {UserError}
 */
export function checkMapColumns({ size, color }: MapSettings): void {
  const names: string[] = nodeColumns.map(({ column }) => column);
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

/** A column of `nodes.csv`, a value a person. */
export function nodeColumn(people: Rows<PublicPerson>, name: string): Cell[] {
  const column = columnsOf(nodeColumns).find((known) => known.name === name);
  return column === undefined ? [] : Array.from(people, (person) => column.cell(person));
}

/** A column's numbers, or its times; `undefined` where it holds words. */
export function numbersOf(name: string, cells: readonly Cell[]): NumberColumn | undefined {
  const known = cells.filter((cell) => cell !== undefined);
  const isTime = known.length > 0 && known.every((cell) => isTimeText.test(String(cell)));
  if (!isTime && known.some((cell) => typeof cell !== "number")) return undefined;
  const values = Float64Array.from(cells, (cell) => {
    if (cell === undefined) return Number.NaN;
    return typeof cell === "number" ? cell : Date.parse(cell);
  });
  return { name, values, isTime };
}
