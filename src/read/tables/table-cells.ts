import type { ColumnRole } from "../../model/column-map.js";
import type { InputRecord } from "../../platform/record.js";
import type { CellOf, RowMeaning } from "./table-dialect.js";
import type { RoleCell } from "./table-plan.js";

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

const freeText: ReadonlySet<ColumnRole> = new Set<ColumnRole>(["text", "name", "bio"]);

/** A row's cells by their roles, where the meaning of the row says nothing else. */
export function roleCells(
  record: InputRecord,
  columnOf: ReadonlyMap<ColumnRole, string>,
  { cells }: RowMeaning,
): RoleCell {
  return (role) => {
    if (cells !== undefined && role in cells) return cells[role];
    const column = columnOf.get(role);
    const text = column === undefined ? undefined : cellText(record[column]);
    return text !== undefined && !freeText.has(role) && nothing.test(text) ? undefined : text;
  };
}
