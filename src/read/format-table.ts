import { describedFormats } from "./input-formats.js";

const marks = ["<!-- formats -->", "<!-- end of formats -->"] as const;

/**
 * A page with the table of formats, as the formats describe themselves, between its two marks.
 *
 * @throws {Error} where the page has no such marks.
 */
export function formatsInPage(page: string): string {
  const [from, to] = marks.map((mark) => page.indexOf(mark));
  if (from < 0 || to < from) throw new Error(`the page has no ${marks.join(" … ")}`);
  const rows = describedFormats.map(({ name, title, recognisedBy, reads, doesNotRead }) =>
    [title, `\`${name}\``, recognisedBy, reads, doesNotRead].map(asCell),
  );
  const head = ["files", "`--format`", "recognised by", "what is read", "what is not"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${page.slice(0, from)}${marks[0]}\n${lines.join("\n")}\n${page.slice(to)}`;
}

function asCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
