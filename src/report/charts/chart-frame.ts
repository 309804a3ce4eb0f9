import { type Html, html } from "../page/html.js";

/** To a file, on a page, or on a page as narrow as a phone: there letters stay as large, and less is drawn beside. */
export type ChartForm = "file" | "page" | "phone";

/** In the chart's units. */
export const chartWidths: Readonly<Record<ChartForm, number>> = {
  file: 900,
  page: 900,
  phone: 360,
};

/** Room around what is drawn, in the chart's units. */
interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Frame {
  readonly title: string;
  /** In a sentence: what is drawn, for whoever cannot see it. */
  readonly description: string;
  readonly height: number;
  readonly form: ChartForm;
  /** What a page says in words of its own: how to read it. */
  readonly note: string;
}

const noteHeight = 24;

/**
 * A chart as SVG: without scripts or styles, so that any page may hold it and any program open it. A file has paper,
 * title and note of its own; a page gives ink and paper, and its style sheet shows the form that fits.
 */
export function chartFrame(
  { title, description, height: plotHeight, form, note }: Frame,
  drawn: Html,
): Html {
  const width = chartWidths[form];
  const isFile = form === "file";
  const height = isFile ? plotHeight + noteHeight : plotHeight;
  const ink = isFile
    ? html` width="${width}" height="${height}" color="#1a1a1a"`
    : html` class="chart ${form}"`;
  const around = isFile
    ? html`<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="16" y="26" font-size="17" font-weight="bold">${title}</text>
<text x="16" y="${height - 10}" font-size="12">${note}</text>
`
    : undefined;
  return html`<svg xmlns="http://www.w3.org/2000/svg"${ink} viewBox="0 0 ${width} ${height}" role="img" font-family="Noto Sans, Helvetica, Arial, sans-serif" fill="currentColor">
<title>${title}</title>
<desc>${description}</desc>
${around}${drawn}</svg>
`;
}

/** The places of slices from left to right. */
export function slicePlaces(count: number, chartWidth: number, { left, right }: Margin): number[] {
  const width = chartWidth - left - right;
  return Array.from({ length: count }, (_, at) =>
    tenth(left + (count === 1 ? width / 2 : (width * at) / (count - 1))),
  );
}

const labelWidth = 84;

/** A line down from each few slices, with the day on which it begins. */
export function sliceAxis(
  froms: readonly string[],
  places: readonly number[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Html[] {
  const [first, last] = [places[0], places[places.length - 1]];
  const fitting = Math.max(1, Math.floor((last - first) / labelWidth));
  const every = Math.max(1, Math.ceil((froms.length - 1) / fitting));
  return froms.flatMap((from, at) => {
    if (at % every !== 0) return [];
    // Hours only where slices are shorter than a day.
    const isDay = froms.every((time) => time.endsWith("T00:00:00Z"));
    const day = isDay ? from.slice(0, 10) : from.slice(0, 16).replace("T", " ");
    return [
      html`<line x1="${places[at]}" x2="${places[at]}" y1="${top}" y2="${bottom}" stroke="currentColor" stroke-opacity="0.15"/><text x="${places[at]}" y="${bottom + 18}" font-size="12" text-anchor="middle">${day}</text>\n`,
    ];
  });
}

/** Shortened to about so many units of width at a size of letters. */
export function fitLabel(text: string, width: number, fontSize: number): string {
  const letters = [...text];
  const most = Math.floor(width / (fontSize * 0.62));
  return letters.length <= most ? text : `${letters.slice(0, Math.max(1, most - 1)).join("")}…`;
}

/** To a tenth, which is finer than anybody sees. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
