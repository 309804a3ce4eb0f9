import type { Box } from "../../model/layout.js";
import type { TieDisplay } from "../../model/map-settings.js";
import type { BoxedMarks, BoxPlan } from "../layout/group-in-a-box.js";
import { inset } from "../look/box-geometry.js";
import { curveBetween, lineOpacity, mostCurves } from "../look/curves.js";
import { type LineEnds, mostTapered, taperCorners } from "../look/taper.js";
import {
  betweenShare,
  curveColors,
  curveOpacity,
  curveWidth,
  tieColor,
  tieWidth,
} from "../look/tie-style.js";
import type { MapInput } from "../map-input.js";
import { coordinate } from "./coordinate.js";

/** Above so many ties in all, those between boxes are combined unless asked otherwise. */
const mostTiesShown = 2000;
/** Lines are bundled into so many paths at most: each costs a viewer more than its length. */
const mostPaths = 12_000;

/** What becomes of ties between boxes: as asked, else by how many ties there are. */
export function tieDisplay({ settings, ties }: MapInput): TieDisplay {
  if (settings.layout === "force") return settings.ties === "hide" ? "hide" : "show";
  return settings.ties ?? (ties.count > mostTiesShown ? "combine" : "show");
}

/** Pairs of boxes with ties between them, in either direction, the closest first. */
export function tiesBetweenBoxes({ ties }: MapInput, { boxes, boxOf }: BoxPlan): BoxPair[] {
  const between = new Map<number, number>();
  for (let tie = 0; tie < ties.count; tie += 1) {
    const low = Math.min(boxOf[ties.source[tie]], boxOf[ties.target[tie]]);
    const high = Math.max(boxOf[ties.source[tie]], boxOf[ties.target[tie]]);
    if (low === high) continue;
    const pair = low * boxes.length + high;
    between.set(pair, (between.get(pair) ?? 0) + 1);
  }
  return [...between]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([pair, count]) => ({
      low: Math.floor(pair / boxes.length),
      high: pair % boxes.length,
      ties: count,
    }));
}

interface BoxPair {
  /** Indices of boxes. */
  readonly low: number;
  readonly high: number;
  readonly ties: number;
}

/** One curve for each pair of boxes, as far as they can be told apart; SVG paths. */
export function* drawCurves(
  pairs: readonly BoxPair[],
  { boxes }: BoxPlan,
  pane: Box,
): Generator<string> {
  if (pairs.length === 0) return;
  const most = pairs[0].ties;
  yield `<g fill="none" stroke="${curveColors.light}" stroke-opacity="${coordinate(curveOpacity)}" stroke-linecap="round">\n`;
  for (const { low, high, ties } of pairs.slice(0, mostCurves)) {
    const width = curveWidth(ties, most);
    // A curve stays within its three points, so it stays in the pane if they do.
    const room = inset(pane, width / 2);
    const { from, control, to } = curveBetween(boxes[low].pane, boxes[high].pane, room);
    const places = [from.x, from.y, control.x, control.y, to.x, to.y].map(coordinate);
    const [x1, y1, x, y, x2, y2] = places;
    yield `<path d="M${x1} ${y1}Q${x} ${y} ${x2} ${y2}" stroke-width="${coordinate(width)}"/>\n`;
  }
  yield "</g>\n";
}

/** Every tie inside of a community, or every one between communities, as a line; SVG paths. */
export function* drawLines(
  input: MapInput,
  marks: BoxedMarks,
  which: "inside" | "between",
): Generator<string> {
  const { source, target, weight, kind, count } = input.ties;
  const { x, y, boxOf, cellOf } = marks;
  const drawn: number[] = [];
  const linesOfBox = new Int32Array(marks.boxes.length);
  for (let tie = 0; tie < count; tie += 1) {
    const from = source[tie];
    const to = target[tie];
    if (from === to || (cellOf[from] === cellOf[to]) !== (which === "inside")) continue;
    drawn.push(tie);
    linesOfBox[boxOf[from]] += 1;
  }
  const opacities = marks.boxes.map(({ pane }, box) =>
    which === "inside"
      ? lineOpacity(linesOfBox[box], pane)
      : betweenShare * lineOpacity(drawn.length, paneOf(marks)),
  );
  // Where few people have large marks, hairlines between them would be lost.
  const thickness = Math.max(1, marks.magnification / 1.5);
  const isTapered = areTapered(input);
  const byStyle = new Map<string, string[]>();
  for (const tie of drawn) {
    const width = which === "inside" ? tieWidth(weight[tie]) * thickness : 0.6;
    const opacity = coordinate(opacities[boxOf[source[tie]]]);
    const color = tieColor(kind?.[tie]);
    const style = isTapered
      ? `fill="${color}" fill-opacity="${opacity}"`
      : `stroke="${color}" stroke-opacity="${opacity}" stroke-width="${coordinate(width)}"`;
    const ends = { x1: x[source[tie]], y1: y[source[tie]], x2: x[target[tie]], y2: y[target[tie]] };
    const line = isTapered ? taperPath(ends, width) : linePath(ends);
    const known = byStyle.get(style);
    if (known === undefined) byStyle.set(style, [line]);
    else known.push(line);
  }
  const perPath = Math.max(1, Math.ceil(drawn.length / mostPaths));
  yield '<g fill="none">\n';
  for (const [style, lines] of [...byStyle].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    yield `<g ${style}>\n`;
    for (let first = 0; first < lines.length; first += perPath) {
      yield `<path d="${lines.slice(first, first + perPath).join("")}"/>\n`;
    }
    yield "</g>\n";
  }
  yield "</g>\n";
}

/** Whether single ties tell who does it and to whom. */
export function areTapered({ ties }: MapInput): boolean {
  return ties.isDirected && ties.count <= mostTapered;
}

function linePath({ x1, y1, x2, y2 }: LineEnds): string {
  return `M${coordinate(x1)} ${coordinate(y1)}L${coordinate(x2)} ${coordinate(y2)}`;
}

/** An SVG path of a line that is wide where it comes from. */
export function taperPath(ends: LineEnds, width: number): string {
  const corners = taperCorners(ends, width).map(([x, y]) => `${coordinate(x)} ${coordinate(y)}`);
  return corners.length === 0 ? "" : `M${corners.join("L")}Z`;
}

function paneOf({ boxes }: BoxedMarks): Box {
  const right = Math.max(...boxes.map(({ frame }) => frame.x + frame.width));
  const bottom = Math.max(...boxes.map(({ frame }) => frame.y + frame.height));
  return { x: 0, y: 0, width: right, height: bottom };
}
