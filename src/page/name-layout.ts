import type { Point } from "../map/look/curves.js";
import { drawnRadius } from "../map/look/drawn-size.js";
import type { MarkGrid } from "../map/look/mark-grid.js";
import { startPlacing, touchesMark } from "../map/look/name-places.js";
import { holdsPicture, nameText } from "../map/look/name-text.js";
import type { Box } from "../model/layout.js";
import type { PageData } from "../model/page-data.js";
import { type Camera, isIn, paneOf, type Stage, seenPart } from "./map-camera.js";
import type { Sizing } from "./map-marks.js";
import type { NameSize, TextMeasure } from "./text-measure.js";

/** What names depend on beside the camera. */
export interface NamesOf {
  readonly sizing: Sizing;
  readonly fit: number;
  /** Who may be named; `undefined` for everybody. */
  readonly inFocus: ReadonlySet<number> | undefined;
  readonly chosen: number | undefined;
}

const lineHeight = 1.25;
/** Pixels of a box in sight for each name in it. */
const areaPerName = 15_000;
const mostNames = 60;
const widestName = 190;
/** So much nearer than the whole map, others than those named on the static map are named. */
const moreNamesZoom = 1.25;
/** Of whom else is in sight, the names of so many are tried. */
const mostTried = 400;
/** From the edge of a box. */
const inset = 3;

interface Wish {
  readonly person: number;
  readonly isBold: boolean;
  /** As on the static map. */
  readonly isFirst: boolean;
}

/** Those named on the static map, and then everybody else by how many engaged them. */
export function nameWishes({ people, map, ranking }: PageData): Wish[] {
  const { tops, others } = map.names;
  const first = new Set([...tops, ...others]);
  const further = [...people.id.keys()]
    .filter((person) => !first.has(person) && people.isWithheld[person] === 0)
    .sort((a, b) => (ranking.inDegree[b] ?? 0) - (ranking.inDegree[a] ?? 0) || a - b);
  return [...first, ...further].map((person, at) => ({
    person,
    isBold: at < tops.length,
    isFirst: at < first.size,
  }));
}

/** What somebody is called where it fits, as in the files: a name that is too long gives way to the handle. */
function textOf({ people }: PageData, person: number, doesFit: (text: string) => boolean) {
  const label = people.label[person];
  return nameText(
    {
      label,
      name: people.name[person] ?? undefined,
      handle: label.split("@")[0],
      isWithheld: people.isWithheld[person] === 1,
    },
    { canDraw: (text) => !holdsPicture(text) && doesFit(text) },
  );
}

export interface PlacedTitle {
  readonly name: string;
  readonly detail: string;
  readonly frame: Box;
}

interface Placing {
  readonly camera: Camera;
  readonly grid: MarkGrid;
  readonly measure: TextMeasure;
  readonly size: NameSize;
  readonly now: NamesOf;
}

function marksAt(data: PageData, { camera, grid, now }: Placing) {
  const radiusOf = (person: number): number =>
    drawnRadius(now.sizing.radii[person], camera.scale, now.fit) / camera.scale;
  const { x, y } = data.people;
  const largestRadius = drawnRadius(now.sizing.largest, camera.scale, now.fit) / camera.scale;
  return { grid, x, y, radiusOf, largestRadius, kept: new Set(data.worthFollowing) };
}

/**
 * At the top of each box, or at the bottom where marks stand there. Where they stand everywhere, as on a phone, the
 * box's name alone, over them. None where there is no room.
 */
export function placeTitles(data: PageData, placing: Placing): PlacedTitle[] {
  const { camera, measure, size } = placing;
  const unit = 1 / camera.scale;
  const marks = marksAt(data, placing);
  return data.map.boxes.flatMap((box): PlacedTitle[] => {
    if (box.name === "") return [];
    const room = box.width - 2 * inset * unit;
    const height = size.bold * lineHeight * unit;
    if (box.height < 1.5 * height) return [];
    const nameWidth = measure(`${box.name} `, size.bold, true) * unit;
    if (nameWidth > room) return [];
    for (const detail of [...box.details, ""]) {
      const width = nameWidth + (measure(` ${detail}`, size.plain, false) + 2) * unit;
      if (width > room) continue;
      for (const [x, y] of [
        [box.x + inset * unit, box.y + unit],
        [box.x + box.width - inset * unit - width, box.y + unit],
        [box.x + inset * unit, box.y + box.height - height],
        [box.x + box.width - inset * unit - width, box.y + box.height - height],
      ]) {
        const frame = { x, y, width, height };
        if (!touchesMark(marks, frame)) return [{ name: box.name, detail, frame }];
      }
    }
    const frame = { x: box.x + inset * unit, y: box.y + unit, width: nameWidth, height };
    return [{ name: box.name, detail: "", frame }];
  });
}

interface PlacedPerson {
  readonly person: number;
  readonly text: string;
  readonly isBold: boolean;
  readonly frame: Box;
  readonly leader: readonly [Point, Point] | undefined;
}

export function placeNames(
  data: PageData,
  placing: Placing & {
    readonly stage: Stage;
    readonly wishes: readonly Wish[];
    readonly titles: readonly PlacedTitle[];
  },
): PlacedPerson[] {
  const { camera, stage, measure, size, now, wishes, titles } = placing;
  const unit = 1 / camera.scale;
  // Names beside the stage are placed too, so that they stay the same while the map is moved.
  const seen = seenPart(camera, stage, Math.max(stage.width, stage.height) / 3);
  const { x, y, community } = data.people;
  const panes =
    data.map.boxes.length === 0
      ? [{ ...data.map, x: 0, y: 0 }]
      : data.map.boxes.map((box) => inner(paneOf(box), unit));
  const boxOf = new Map(
    data.map.boxes.flatMap((box, at) =>
      (box.communities.length === 0 ? [-1] : box.communities).map((one) => [one, at] as const),
    ),
  );
  const left = panes.map((pane) => nameRoom(pane, seen, camera.scale));
  const place = startPlacing(
    marksAt(data, placing),
    [...titles.map(({ frame }) => frame), ...edgesOf(seenPart(camera, stage), unit)],
    unit,
  );
  const isNear = camera.scale >= now.fit * moreNamesZoom;
  const placed: PlacedPerson[] = [];
  let tried = 0;
  const tryWish = ({ person, isBold, isFirst }: Wish): void => {
    const box = boxOf.get(community[person]) ?? 0;
    const isChosen = person === now.chosen;
    if (left[box] <= 0 && !isChosen) return;
    if (!isIn(seen, x[person], y[person])) return;
    if (now.inFocus !== undefined && !now.inFocus.has(person)) return;
    tried += 1;
    const letters = isBold ? size.bold : size.plain;
    const widthOf = (text: string): number => measure(text, letters, isBold) + 2;
    const text = textOf(data, person, (tried) => isChosen || widthOf(tried) <= widestName);
    if (text === undefined) return;
    const found = place({
      node: person,
      width: widthOf(text) * unit,
      height: letters * lineHeight * unit,
      pane: panes[box],
      mayStandOff: isFirst || isChosen,
      isNeeded: isBold,
    });
    if (found === undefined) return;
    placed.push({ person, text, isBold, ...found });
    left[box] -= 1;
  };
  const chosen = wishes.find(({ person }) => person === now.chosen);
  if (chosen !== undefined) tryWish({ ...chosen, isBold: true });
  for (const wish of wishes) {
    if (placed.length >= mostNames || tried >= mostTried) break;
    if (!wish.isFirst && !isNear && now.chosen === undefined) break;
    if (wish !== chosen) tryWish(wish);
  }
  return placed;
}

/** Lines of one pixel, so that nothing which is kept off them is cut by the edge of the stage. */
function edgesOf({ x, y, width, height }: Box, unit: number): Box[] {
  return [
    { x, y, width, height: unit },
    { x, y: y + height - unit, width, height: unit },
    { x, y, width: unit, height },
    { x: x + width - unit, y, width: unit, height },
  ];
}

/** How many names fit to the part of a pane that is in sight. */
function nameRoom(pane: Box, seen: Box, scale: number): number {
  const width = Math.min(pane.x + pane.width, seen.x + seen.width) - Math.max(pane.x, seen.x);
  const height = Math.min(pane.y + pane.height, seen.y + seen.height) - Math.max(pane.y, seen.y);
  if (width <= 0 || height <= 0) return 0;
  return 1 + Math.floor((width * height * scale * scale) / areaPerName);
}

function inner({ x, y, width, height }: Box, unit: number): Box {
  const margin = inset * unit;
  return { x: x + margin, y, width: width - 2 * margin, height: height - margin };
}
