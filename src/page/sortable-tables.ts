import { copyButton } from "./copy-csv.js";
import { make } from "./dom.js";

/** Makes the heads of the page's tables buttons that sort, and gives each a button to copy it. */
export function startSortableTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) {
    for (const [column, head] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) {
      const button = make("button", { type: "button" }, head.textContent ?? "");
      button.addEventListener("click", () => sortBy(table, head, column));
      head.replaceChildren(button);
    }
    const rows = (): string[][] =>
      [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""));
    table.after(copyButton(rows));
  }
}

/** Numbers by size, the largest first; words by the alphabet. Again turns it round. */
function sortBy(table: HTMLTableElement, head: HTMLTableCellElement, column: number): void {
  const [body] = table.tBodies;
  const isNumber = head.classList.contains("number");
  const before = head.getAttribute("aria-sort");
  const first = isNumber ? "descending" : "ascending";
  const second = isNumber ? "ascending" : "descending";
  const direction = before === first ? second : first;
  for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", direction);
  const sign = direction === "ascending" ? 1 : -1;
  const keyOf = (row: HTMLTableRowElement): string => {
    const cell = row.cells[column];
    return cell?.dataset.value ?? cell?.textContent ?? "";
  };
  const rows = [...body.rows].map((row, at) => ({ row, at, key: keyOf(row) }));
  rows.sort((a, b) => {
    if (a.key === "" || b.key === "") return Number(a.key === "") - Number(b.key === "");
    const order = isNumber ? Number(a.key) - Number(b.key) : a.key < b.key ? -1 : 1;
    return a.key === b.key ? a.at - b.at : sign * order;
  });
  body.append(...rows.map(({ row }) => row));
}
