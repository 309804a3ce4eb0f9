import { withFormulaGuard } from "../text/formula-guard.js";
import { make } from "./dom.js";

/**
 * A button that puts a table on the clipboard as CSV (RFC 4180). What a spreadsheet would take for a
 * formula begins with an apostrophe, as in the files of the report.
 */
export function copyButton(rows: () => readonly (readonly string[])[]): HTMLElement {
  const button = make("button", { type: "button" }, "Copy as CSV");
  button.addEventListener("click", async () => {
    const text = rows()
      .map((cells) => cells.map(csvCell).join(","))
      .join("\r\n");
    button.textContent = (await copy(`${text}\r\n`)) ? "Copied" : "The browser does not allow it";
  });
  return button;
}

function csvCell(text: string): string {
  // A program reads numbers with a hyphen alone.
  const number = text.replace(/^−(?=[\d.,]+$)/u, "-");
  const guarded = /^-?[\d.,]+$/u.test(number) ? number : withFormulaGuard(text);
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** A page that was opened from a disk may have no clipboard of its own. */
function copyBySelection(text: string): boolean {
  const area = make("textarea", { "aria-hidden": "true", class: "aside" });
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
}
