import { type Html, html } from "./html.js";

const height = 24;
const widest = 120;
const mostBars = 60;

/**
 * A small chart of how many people engaged somebody, a bar for each bin of so many days, the tallest as
 * high as the chart. Of very many bins some neighbours share a bar. Nothing of nobody.
 */
export function sparkline(values: readonly number[], binDays: number): Html | undefined {
  const together = Math.max(1, Math.ceil(values.length / mostBars));
  const bars = Array.from({ length: Math.ceil(values.length / together) }, (_, bar) =>
    Math.max(...values.slice(bar * together, (bar + 1) * together)),
  );
  const most = Math.max(0, ...bars);
  if (most === 0) return undefined;
  const step = Math.min(10, widest / bars.length);
  const words = `Attention by ${binDays === 1 ? "day" : "week"}, at most ${most} ${most === 1 ? "person" : "people"}: ${values.join(", ")}`;
  const path = bars.flatMap((value, at) =>
    value === 0
      ? []
      : `M${tenth(at * step)} ${height}h${tenth(step * 0.8)}v-${tenth((height * value) / most)}h-${tenth(step * 0.8)}z`,
  );
  return html`<svg class="spark" viewBox="0 0 ${tenth(step * bars.length)} ${height}" width="${tenth(step * bars.length)}" height="${height}" preserveAspectRatio="xMinYMax" role="img" aria-label="${words}"><title>${words}</title><path d="${path.join("")}"/></svg>`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
