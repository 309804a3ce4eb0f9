import { hues } from "../../model/hues.js";
import type { Box } from "../../model/layout.js";
import type { MapLook } from "../../model/map-layout.js";
import type { BoxedMarks, MapBox } from "../layout/group-in-a-box.js";
import { gridOf } from "../look/mark-grid.js";
import { type DrawnMarks, type NamePlace, startPlacing } from "../look/name-places.js";
import { nameText } from "../look/name-text.js";
import type { MapInput } from "../map-input.js";
import type { Font, Fonts } from "./font.js";
import type { Sheet } from "./sheet.js";

/** A person's name on the map. */
export interface NameLabel extends NamePlace {
  readonly node: number;
  readonly text: string;
  readonly fontSize: number;
  readonly isBold: boolean;
}

/** Too many names are worse than too few: so many square units of a box for each. */
const areaPerName = 15_000;
/** Of the people worth following, or of what is to be named, those that may be. */
const mostFollowed = 40;
const widestName = 190;
const lineHeight = 1.2;

/**
 * Names of the people worth following and of the most engaged person of each box, the top of each
 * box first. A name stays inside its box, off all marks and other names, as near to its mark as can
 * be, with a line to it where it stands away. The top of a box lies on small marks rather than be left out. Any other
 * without such a place is left out, and so is whatever would make a box too full to read.
 */
export function placeNames(
  input: MapInput,
  marks: BoxedMarks,
  { fonts, sheet }: { readonly fonts: Fonts; readonly sheet: Sheet },
): NameLabel[] {
  const { tops, others } = wishedNames(input, marks);
  const left = marks.boxes.map(({ pane }) => nameRoom(pane));
  const placed: NameLabel[] = [];
  const place = startPlacing(drawnMarks(marks, new Set(input.follow)), []);
  for (const [at, node] of [...tops, ...others].entries()) {
    const isBold = at < tops.length;
    const box = marks.boxOf[node];
    if (placed.length === sheet.mostNames) break;
    if (left[box] === 0) continue;
    const font = isBold ? fonts.bold : fonts.regular;
    const fontSize = isBold ? sheet.name.top : sheet.name.fontSize;
    const { pane } = marks.boxes[box];
    const widest = Math.min(widestName, pane.width - 8);
    // A name that is too long gives way to the handle rather than be cut.
    const text = nameText(input.people.row(node), {
      canDraw: (tried) => font.canDraw(tried) && textWidth(tried, font, fontSize) <= widest,
    });
    if (text === undefined) continue;
    const extent = { width: textWidth(text, font, fontSize), height: fontSize * lineHeight };
    const found = place({ node, ...extent, pane, mayStandOff: true, isNeeded: isBold });
    if (found === undefined) continue;
    placed.push({ node, text, ...found, fontSize, isBold });
    left[box] -= 1;
  }
  return placed;
}

function drawnMarks({ x, y, radius }: BoxedMarks, kept: ReadonlySet<number>): DrawnMarks {
  const largestRadius = radius.reduce((a, b) => Math.max(a, b), 0);
  return { grid: gridOf(x, y), x, y, radiusOf: (node) => radius[node], largestRadius, kept };
}

/** How many names a box bears. */
function nameRoom(pane: Box): number {
  if (pane.width < 70 || pane.height < 45) return 0;
  return 1 + Math.floor((pane.width * pane.height) / areaPerName);
}

/** Whom to name: the first of each box, by number, and then the others worth following. */
export function wishedNames(input: MapInput, marks: BoxedMarks): MapLook["names"] {
  const topOfBox = new Map<number, number>();
  const isOne = marks.packing === "one";
  const take = (node: number): void => {
    if (input.community[node] < 0) return;
    const place = isOne ? input.community[node] : marks.boxOf[node];
    if ((isOne && place >= hues.length) || topOfBox.has(place)) return;
    topOfBox.set(place, node);
  };
  const followed = [...input.follow, ...(input.named ?? [])].slice(0, mostFollowed);
  for (const node of followed) take(node);
  const mayName = namedCommunities(input);
  for (const box of marks.boxes) {
    const top = mostEngaged(box, input, mayName);
    if (top !== undefined) take(top);
  }
  const tops = [...topOfBox].sort((a, b) => a[0] - b[0]).map(([, node]) => node);
  const others = followed.filter((node) => !tops.includes(node));
  return { tops, others };
}

function mostEngaged(
  { group }: MapBox,
  { standing: { values }, people, community }: MapInput,
  mayName: (community: number) => boolean,
): number | undefined {
  let top: number | undefined;
  for (const nodes of group.parts) {
    for (const node of nodes) {
      if (group.kind !== "small communities" && !mayName(community[node])) continue;
      if (values[node] <= (top === undefined ? 0 : values[top])) continue;
      if (!people.row(node).isWithheld) top = node;
    }
  }
  return top;
}

/**
 * The most engaged of a ring that nobody outside is tied to is nobody whom a newcomer should see first. Where
 * most people are in communities of that kind, they are no rings but a network in pieces.
 */
function namedCommunities({ community, communities }: MapInput): (community: number) => boolean {
  let members = 0;
  let apart = 0;
  for (const index of community) {
    if (index < 0) continue;
    members += 1;
    if (communities[index].isCutOff) apart += 1;
  }
  const isInPieces = 2 * apart > members;
  return (index) => isInPieces || communities[index]?.isCutOff !== true;
}

/** With some room for kerning that the widths do not tell. */
function textWidth(text: string, font: Font, fontSize: number): number {
  return font.width(text, fontSize) * 1.02;
}
