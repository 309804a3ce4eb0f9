import { type Html, html } from "./html.js";

interface BarSeries {
  /** For the legend and the head of the table. */
  readonly title: string;
  /** Of the style sheet: its colour. */
  readonly className: string;
  readonly values: readonly number[];
}

interface BarChart {
  readonly id: string;
  readonly title: string;
  /** What an axis counts: "posts a day". */
  readonly unit: string;
  /** Of each bar: the day it begins, as ISO 8601. */
  readonly days: readonly string[];
  /** Stacked, the first at the bottom. */
  readonly series: readonly BarSeries[];
}

const width = 720;
const height = 220;
const margin = { left: 48, right: 8, top: 8, bottom: 34 } as const;
const mostDayLabels = 6;
const dayLabelWidth = 70;

/** Bars over time with axes, and the same as a table for whoever cannot see them. */
export function barChart(chart: BarChart): Html {
  const { id, title, unit, days, series } = chart;
  const totals = days.map((_, at) => series.reduce((sum, { values }) => sum + values[at], 0));
  const highest = totals.reduce((a, b) => Math.max(a, b), 0);
  const step = niceStep(highest);
  const top = Math.max(step, Math.ceil(highest / step) * step);
  const plotWidth = width - margin.left - margin.right;
  const plotHeight = height - margin.top - margin.bottom;
  const slot = plotWidth / Math.max(1, days.length);
  const y = (value: number): number => margin.top + plotHeight * (1 - value / top);
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  return html`<figure>
<figcaption id="${id}-title">${title}</figcaption>
<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-table">
${ticks.map((tick) => html`<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${rounded(y(tick))}" y2="${rounded(y(tick))}"/><text class="axis" text-anchor="end" x="${margin.left - 6}" y="${rounded(y(tick) + 4)}">${tick}</text>\n`)}
${days.map((day, at) => {
  let below = 0;
  return series.map(({ className, title: what, values }) => {
    const value = values[at];
    if (value === 0) return undefined;
    const bar = html`<rect class="${className}" x="${rounded(margin.left + at * slot + slot * 0.08)}" y="${rounded(y(below + value))}" width="${rounded(slot * 0.84)}" height="${rounded(y(below) - y(below + value))}"><title>${day}: ${value} ${what}</title></rect>\n`;
    below += value;
    return bar;
  });
})}
${dayLabels(days, slot)}
<text class="axis unit" transform="translate(12 ${margin.top + plotHeight / 2}) rotate(-90)" text-anchor="middle">${unit}</text>
</svg>
<p class="legend fine">${series.map(({ className, title: what }) => html`<span class="${className}" aria-hidden="true"></span> ${what} `)}</p>
<details><summary>The same as a table</summary>
<table id="${id}-table" data-sortable>
<caption>${title}</caption>
<thead><tr><th scope="col">From (UTC)</th>${series.map(({ title: what }) => html`<th scope="col" class="number">${what}</th>`)}</tr></thead>
<tbody>
${days.map((day, at) => html`<tr><th scope="row">${day}</th>${series.map(({ values }) => html`<td class="number">${values[at]}</td>`)}</tr>\n`)}</tbody>
</table>
</details>
</figure>
`;
}

/** The first of each few bars, so that labels have room. */
function dayLabels(days: readonly string[], slot: number): Html[] {
  const every = Math.max(1, Math.ceil(days.length / mostDayLabels));
  return days.flatMap((day, at) => {
    if (at % every !== 0) return [];
    const middle = margin.left + (at + 0.5) * slot;
    const x = rounded(Math.min(middle, width - dayLabelWidth / 2));
    // On a phone every other one is left out.
    const className = (at / every) % 2 === 0 ? "axis" : "axis second";
    return [
      html`<text class="${className}" text-anchor="middle" x="${x}" y="${height - 14}">${day}</text>\n`,
    ];
  });
}

/** A round step that divides an axis into two to five. */
function niceStep(highest: number): number {
  const rough = Math.max(1, highest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return Math.max(1, step * power);
}

/** To a tenth of a pixel. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
