import { hues } from "../../model/hues.js";
import { type Html, html } from "../page/html.js";
import type { PublicCommunityInSlice, PublicSlices } from "../view/public-slices.js";
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

const wide = { margin: { left: 60, right: 60, top: 46, bottom: 30 }, height: 440 } as const;
const narrow = { margin: { left: 44, right: 36, top: 12, bottom: 30 }, height: 360 } as const;
const mostLayers = hues.length - 1;
const othersColor = "#b9bec4";
const labelSize = 13;

interface Layer {
  readonly name: string;
  readonly color: string;
  /** People in each slice. */
  readonly sizes: readonly number[];
}

/**
 * Communities through time as streams that are as thick as they have people, laid around a middle line. The largest
 * have a colour each; the others flow together. `undefined` where fewer than two slices or no communities are.
 *
 * Havre, Hetzler and Nowell (2000), ThemeRiver, doi:10.1109/INFVIS.2000.885098; the order from the inside out
 * is that of Byron and Wattenberg (2008), doi:10.1109/TVCG.2008.166.
 */
export function communityStream(
  slices: PublicSlices,
  { form, cutOff }: { readonly form: ChartForm; readonly cutOff: CutOff },
): Html | undefined {
  const { margin, height } = form === "phone" ? narrow : wide;
  const count = slices.rows.length;
  const layers = layersOf(slices.communities, count, cutOff.communities);
  if (count < 2 || layers.length === 0) return undefined;
  const totals = slices.rows.map((_, at) => layers.reduce((sum, { sizes }) => sum + sizes[at], 0));
  const most = Math.max(...totals);
  const plot = height - margin.top - margin.bottom;
  const scale = plot / most;
  const places = slicePlaces(count, chartWidths[form], margin);
  const middle = margin.top + plot / 2;
  let edge = totals.map((total) => middle - (total * scale) / 2);
  const bands = insideOut(layers).map((layer) => {
    const top = edge;
    const bottom = top.map((y, at) => y + layer.sizes[at] * scale);
    edge = bottom;
    return { layer, top, bottom };
  });
  const unit = niceUnit(most);
  const drawn = html`${sliceAxis(
    slices.rows.map(({ from }) => from),
    places,
    { top: margin.top, bottom: height - margin.bottom },
  )}${bands.map(
    ({ layer, top, bottom }) =>
      html`<path class="band" d="${bandPath(places, top, bottom)}" fill="${layer.color}"><title>${layer.name}: ${layer.sizes.join(", ")} people</title></path>\n`,
  )}${bands.map(({ layer, top, bottom }) => bandLabel(layer, { places, top, bottom }))}<line x1="22" x2="22" y1="${tenth(middle - (unit * scale) / 2)}" y2="${tenth(middle + (unit * scale) / 2)}" stroke="currentColor" stroke-width="2"/><text transform="translate(15 ${tenth(middle)}) rotate(-90)" font-size="12" text-anchor="middle">${unit} people</text>
`;
  const description = `Of ${count} slices, how many people each community has: ${layers
    .map(({ name, sizes }) => `${name} ${sizes.join(", ")}`)
    .join("; ")}.`;
  return chartFrame(
    {
      ...{ title: "Communities over time", description, height, form },
      note: "Each stream is as thick as the community has people.",
    },
    drawn,
  );
}

function layersOf(
  rows: readonly PublicCommunityInSlice[],
  count: number,
  cutOff: ReadonlySet<string>,
): Layer[] {
  const byName = new Map<string, PublicCommunityInSlice[]>();
  for (const row of rows) byName.set(row.community, [...(byName.get(row.community) ?? []), row]);
  const groups = [...byName.values()];
  const sizesOf = (own: readonly PublicCommunityInSlice[]): number[] => {
    const sizes = Array.from({ length: count }, () => 0);
    for (const { slice, size } of own) sizes[slice - 1] += size;
    return sizes;
  };
  const layers = groups.slice(0, mostLayers).map((own, at) => ({
    name: nameOf(own, cutOff),
    color: hues[at],
    sizes: sizesOf(own),
  }));
  const rest = groups.slice(mostLayers).flat();
  if (rest.length === 0) return layers;
  return [...layers, { name: "all others", color: othersColor, sizes: sizesOf(rest) }];
}

/** With what it is about, else with whom most people engage there. */
function nameOf(rows: readonly PublicCommunityInSlice[], cutOff: ReadonlySet<string>): string {
  const [{ community, label }] = rows;
  const largest = rows.reduce((a, b) => (b.size > a.size ? b : a));
  const about = label ?? largest.topPeople?.split("; ")[0];
  const mark = cutOff.has(community) ? "(cut off)" : undefined;
  return [community, mark, about].filter((part) => part !== undefined).join(" ");
}

/** Those that come early in the middle, later ones at whichever side is thinner. */
function insideOut(layers: readonly Layer[]): Layer[] {
  const onset = ({ sizes }: Layer): number => sizes.findIndex((size) => size > 0);
  const above: Layer[] = [];
  const below: Layer[] = [];
  const thick = { above: 0, below: 0 };
  for (const layer of [...layers].sort((a, b) => onset(a) - onset(b))) {
    const sum = layer.sizes.reduce((total, size) => total + size, 0);
    if (thick.above <= thick.below) {
      above.unshift(layer);
      thick.above += sum;
    } else {
      below.push(layer);
      thick.below += sum;
    }
  }
  return [...above, ...below];
}

function bandPath(
  places: readonly number[],
  top: readonly number[],
  bottom: readonly number[],
): string {
  const back = [...places].reverse();
  return `M${places[0]} ${tenth(top[0])}${curve(places, top)}L${back[0]} ${tenth(bottom[bottom.length - 1])}${curve(back, [...bottom].reverse())}Z`;
}

/** From each place to the next, level where it leaves and where it arrives. */
function curve(places: readonly number[], y: readonly number[]): string {
  return places
    .slice(1)
    .map((x, at) => {
      const half = tenth((places[at] + x) / 2);
      return `C${half} ${tenth(y[at])} ${half} ${tenth(y[at + 1])} ${x} ${tenth(y[at + 1])}`;
    })
    .join("");
}

/** Where the stream is thickest, if it is thick enough there. */
function bandLabel(
  { name, color, sizes }: Layer,
  { places, top, bottom }: Record<"places" | "top" | "bottom", readonly number[]>,
): Html | undefined {
  const thickest = sizes.reduce((best, size, at) => (size > sizes[best] ? at : best), 0);
  const thickness = bottom[thickest] - top[thickest];
  if (thickness < labelSize + 3) return undefined;
  const isFirst = thickest === 0;
  const isLast = thickest === places.length - 1;
  const anchor = isFirst ? "start" : isLast ? "end" : "middle";
  const gap = places[1] - places[0];
  const room = Math.max(70, Math.min(260, gap * (isFirst || isLast ? 0.5 : 0.9)));
  const x = places[thickest] + (isFirst ? 6 : isLast ? -6 : 0);
  const y = tenth((top[thickest] + bottom[thickest]) / 2 + labelSize * 0.36);
  return html`<text x="${tenth(x)}" y="${y}" font-size="${labelSize}" text-anchor="${anchor}" fill="${inkOn(color)}">${fitLabel(name, room, labelSize)}</text>\n`;
}

/** Black or white, whichever stands out more (relative luminance of WCAG 2). */
function inkOn(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#111111" : "#ffffff";
}

/** A round number, about a quarter of the most. */
function niceUnit(most: number): number {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [5, 2, 1].find((one) => one * power <= rough) ?? 1;
  return factor * power;
}
