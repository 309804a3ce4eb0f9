import { hues } from "../../model/hues.js";
import { type Html, html } from "../page/html.js";
import type { PublicPersonInSlice, PublicSlices } from "../view/public-slices.js";
import {
  type ChartForm,
  chartFrame,
  chartWidths,
  fitLabel,
  sliceAxis,
  slicePlaces,
  tenth,
} from "./chart-frame.js";
import type { CutOff } from "./cut-off.js";

const wide = { margin: { left: 52, right: 240, top: 46, bottom: 30 }, height: 520 } as const;
const narrow = { margin: { left: 52, right: 150, top: 12, bottom: 30 }, height: 460 } as const;
const mostPeople = 10;
/** Places below are drawn at the lower edge. */
const lowestPlace = 25;
const labelSize = 12;
const labelStep = 15;

/** What the faint bars are. */
export const likelyPlaces =
  "The faint bars are the places that are likely: nine of ten resamples of the authors lie there.";

interface Line {
  readonly label: string;
  readonly isCutOff: boolean;
  readonly color: string;
  /** By slice; `undefined` where the person is not there. */
  readonly points: readonly (PublicPersonInSlice | undefined)[];
}

/**
 * The places of those who stand in front most of the time, slice by slice, with the places that are likely as a band
 * behind each. `undefined` where there are fewer than two slices, or nobody is engaged.
 */
export function rankBump(
  slices: PublicSlices,
  { form, cutOff }: { readonly form: ChartForm; readonly cutOff: CutOff },
): Html | undefined {
  const { margin, height } = form === "phone" ? narrow : wide;
  const count = slices.rows.length;
  const lines = linesOf(slices, count, cutOff.people);
  if (count < 2 || lines.length === 0) return undefined;
  const places = slicePlaces(count, chartWidths[form], margin);
  const bottom = height - margin.bottom;
  const y = (place: number): number =>
    tenth(
      margin.top +
        10 +
        ((Math.min(place, lowestPlace) - 1) / (lowestPlace - 1)) * (bottom - margin.top - 20),
    );
  const gap = places[1] - places[0];
  // People of one place stand side by side.
  const dodge = Math.min(4, (gap * 0.5) / lines.length);
  const x = (at: number, line: number): number =>
    tenth(places[at] + (line - (lines.length - 1) / 2) * dodge);
  const drawn = html`${sliceAxis(
    slices.rows.map(({ from }) => from),
    places,
    { top: margin.top, bottom },
  )}${[1, 5, 10, 15, 20, lowestPlace].map(
    (place) =>
      html`<text x="${margin.left - 26}" y="${tenth(y(place) + 4)}" font-size="12" text-anchor="end">${place === lowestPlace ? `${place}+` : place}</text>\n`,
  )}${lines.map(({ points, color }, line) =>
    points.map((point, at) =>
      point?.rankLow === undefined || point.rankHigh === undefined
        ? undefined
        : html`<line class="likely" x1="${x(at, line)}" x2="${x(at, line)}" y1="${y(point.rankLow)}" y2="${y(point.rankHigh)}" stroke="${color}" stroke-width="3" stroke-opacity="0.35" stroke-linecap="round"/>\n`,
    ),
  )}${lines.map(
    ({ label, points, color }, line) =>
      html`<g class="bump"><title>${label}: ${points.map((point) => point?.rank ?? "not there").join(", ")}</title><path d="${linePath(points, (at) => x(at, line), y)}" fill="none" stroke="${color}" stroke-width="2.5"/>${points.map((point, at) => (point === undefined ? undefined : html`<circle cx="${x(at, line)}" cy="${y(point.rank)}" r="4" fill="${color}"/>`))}</g>\n`,
  )}${endLabels(lines, { x, y, bottom, right: margin.right, form })}`;
  const description = `Places by how many people engaged them. ${lines
    .map(
      ({ label, points }) =>
        `${label}: ${points.map((point) => point?.rank ?? "not there").join(", ")}`,
    )
    .join("; ")}.`;
  return chartFrame(
    {
      ...{ title: "Places over time, by how many people engaged them", description, height, form },
      note: likelyPlaces,
    },
    drawn,
  );
}

/** Who stands highest on average, an absence counting as the lowest place. */
function linesOf({ people }: PublicSlices, count: number, cutOff: ReadonlySet<string>): Line[] {
  const byId = new Map<string, (PublicPersonInSlice | undefined)[]>();
  for (const row of people) {
    if (row.inDegree === 0) continue;
    const points = byId.get(row.id) ?? Array.from({ length: count }, () => undefined);
    points[row.slice - 1] = row;
    byId.set(row.id, points);
  }
  const sumOf = (points: readonly (PublicPersonInSlice | undefined)[]): number =>
    points.reduce((sum, point) => sum + Math.min(point?.rank ?? lowestPlace, lowestPlace), 0);
  return [...byId]
    .map(([id, points]) => ({ id, points, sum: sumOf(points) }))
    .sort((a, b) => a.sum - b.sum || (a.id < b.id ? -1 : 1))
    .slice(0, mostPeople)
    .map(({ id, points }, at) => ({
      label: points.find((point) => point !== undefined)?.label ?? id,
      isCutOff: cutOff.has(id),
      color: hues[at],
      points,
    }));
}

/** Through slices that follow each other; a gap where somebody is not there. */
function linePath(
  points: Line["points"],
  x: (at: number) => number,
  y: (place: number) => number,
): string {
  return points
    .map((point, at) => {
      if (point === undefined) return "";
      const before = at === 0 ? undefined : points[at - 1];
      if (before === undefined) return `M${x(at)} ${y(point.rank)}`;
      const half = tenth((x(at - 1) + x(at)) / 2);
      return `C${half} ${y(before.rank)} ${half} ${y(point.rank)} ${x(at)} ${y(point.rank)}`;
    })
    .join("");
}

interface EndPlaces {
  x(at: number, line: number): number;
  y(place: number): number;
  readonly bottom: number;
  readonly right: number;
  readonly form: ChartForm;
}

/** Names at the right, as near to where each line ends as they find room; on a phone without their servers. */
function endLabels(lines: readonly Line[], { x, y, bottom, right, form }: EndPlaces): Html[] {
  const ends = lines
    .map(({ label, isCutOff, color, points }, line) => {
      const last = points.findLastIndex((point) => point !== undefined);
      const name = form === "phone" ? label.replace(/(?<=.)@.*/u, "") : label;
      return {
        ...{ name: isCutOff ? `cut off: ${name}` : name, color },
        ...{ fromX: x(last, line), fromY: y(points[last]?.rank ?? lowestPlace) },
      };
    })
    .sort((a, b) => a.fromY - b.fromY);
  const spots = ends.map(({ fromY }) => fromY);
  for (let at = 1; at < spots.length; at += 1) {
    spots[at] = Math.max(spots[at], spots[at - 1] + labelStep);
  }
  for (let at = spots.length - 1; at >= 0; at -= 1) {
    spots[at] = Math.min(spots[at], (spots[at + 1] ?? bottom + labelStep) - labelStep);
  }
  const left = chartWidths[form] - right + (form === "phone" ? 24 : 40);
  const room = chartWidths[form] - left - 12;
  return ends.map(
    ({ name, color, fromX, fromY }, at) =>
      html`<g class="bump"><line x1="${fromX}" y1="${fromY}" x2="${left - 6}" y2="${tenth(spots[at])}" stroke="${color}" stroke-opacity="0.6" stroke-dasharray="2 3"/><circle cx="${left}" cy="${tenth(spots[at])}" r="4" fill="${color}"/></g><text x="${left + 9}" y="${tenth(spots[at] + 4)}" font-size="${labelSize}">${fitLabel(name, room, labelSize)}</text>\n`,
  );
}
