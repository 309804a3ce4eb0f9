import type { ColumnField } from "../../model/column-map.js";
import type { InputRecord } from "../../platform/record.js";
import type { CellOf, RowMeaning } from "./table-dialect.js";
import type { FieldCell } from "./table-plan.js";

/** What R, Python and JavaScript write where they have nothing. */
const nothing = /^(?:NA|N\/A|NaN|nan|None|null|NULL|undefined)$/u;

function cellText(value: unknown): string | undefined {
  const isPlain = typeof value === "number" || typeof value === "boolean";
  const text =
    typeof value === "string"
      ? value.trim()
      : isPlain
        ? String(value)
        : typeof value === "object" && value !== null
          ? JSON.stringify(value)
          : "";
  return text === "" || text === "NA" ? undefined : text;
}

/** A row's cells by the names of columns in lower case. */
export function cellsOf(record: InputRecord, byLowerName: ReadonlyMap<string, string>): CellOf {
  return (name) => {
    const column = byLowerName.get(name);
    const text = column === undefined ? undefined : cellText(record[column]);
    return text !== undefined && nothing.test(text) ? undefined : text;
  };
}

const freeText: ReadonlySet<ColumnField> = new Set<ColumnField>(["text", "name", "bio"]);

/** A row's cells by their fields, where the meaning of the row says nothing else. */
export function fieldCells(
  record: InputRecord,
  columnOf: ReadonlyMap<ColumnField, string>,
  { cells }: RowMeaning,
): FieldCell {
  return (field) => {
    if (cells !== undefined && field in cells) return cells[field];
    const column = columnOf.get(field);
    const text = column === undefined ? undefined : cellText(record[column]);
    return text !== undefined && !freeText.has(field) && nothing.test(text) ? undefined : text;
  };
}
