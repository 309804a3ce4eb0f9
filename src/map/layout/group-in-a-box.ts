import type { Box } from "../../model/layout.js";
import type { Sheet } from "../drawing/sheet.js";
import { inset } from "../look/box-geometry.js";
import type { MapInput, MapTies } from "../map-input.js";
import { groupAsOne, groupByCommunity, type MapGroup } from "./map-groups.js";
import { type Packing, packBoxes } from "./pack-boxes.js";
import { type MarkTable, placeMarks } from "./place-marks.js";
import { squarify } from "./treemap.js";

export interface MapBox {
  readonly group: MapGroup;
  readonly frame: Box;
  /** Where its label goes; without area where there is no room for one. */
  readonly labelPane: Box;
  /** Where its marks go. */
  readonly pane: Box;
}

export interface BoxPlan {
  readonly boxes: readonly MapBox[];
  readonly packing: Packing | "one";
  /** Of the radii asked for, to those of the marks, where a box has room for them. */
  readonly magnification: number;
  /** Index into `boxes`, one a person. */
  readonly boxOf: Int32Array;
}

export interface BoxedMarks extends BoxPlan, MarkTable {
  /** Numbers the boxes' cells: people of one community, or without ties. */
  readonly cellOf: Int32Array;
}

const margin = 6;
const cellMargin = 1.5;
/** Of its shorter side: all of a tiny cell would be margin. */
const mostCellMargin = 0.15;
/** Of the pane's height, for isolates under a network that is drawn in one. */
const isolatesShare = { least: 0.04, most: 0.3 } as const;
const largestMagnification = 1.7;
/** A handful of people would be lost otherwise. */
const largestOfFew = 3;
const few = 20;
const mostShareCovered = 0.17;

/**
 * Gives every community a box; communities too small for one share one, and so do isolates, who
 * come last. `radius` may be magnified for all alike, as far as the boxes have room.
 *
 * Rodrigues, Milic-Frayling, Smith, Shneiderman and Hansen (2011), Group-in-a-box layout for
 * multi-faceted analysis of communities.
 */
export function planBoxes(
  input: MapInput,
  radius: Float64Array,
  { pane, sheet }: { readonly pane: Box; readonly sheet: Sheet },
): BoxPlan {
  const { community, settings } = input;
  const isOne = settings.layout === "force";
  const groups = isOne
    ? groupAsOne(community)
    : groupByCommunity(community, pane.width * pane.height);
  const { packing, frames } = isOne ? packAsOne(groups, pane) : packGroups(groups, pane);
  const boxes = groups.map((group, index) => makeBox(group, frames[index], sheet));
  const boxOf = new Int32Array(community.length);
  for (const [box, { parts }] of groups.entries()) {
    for (const nodes of parts) for (const node of nodes) boxOf[node] = box;
  }
  return { boxes, packing, magnification: findMagnification(boxes, radius), boxOf };
}

/**
 * Gives everybody a place in their box: by the box's own ties alone, each of the communities that
 * share a box in a cell of its own. `onShare` is told after each cell how many people have one.
 */
export function layOutBoxes(
  input: MapInput,
  radius: Float64Array,
  plan: BoxPlan,
  onShare: (share: number) => void,
): BoxedMarks {
  const { community, ties, settings } = input;
  const { boxes, magnification } = plan;
  const marks = {
    x: new Float64Array(community.length),
    y: new Float64Array(community.length),
    radius: radius.map((value) => value * magnification),
  };
  const cells = boxes.flatMap(cellsOf);
  const cellOf = new Int32Array(community.length);
  for (const [cell, { nodes }] of cells.entries()) for (const node of nodes) cellOf[node] = cell;
  const tiesOf = tiesInside(cells.length, cellOf, ties);
  let placed = 0;
  for (const [cell, { nodes, pane }] of cells.entries()) {
    const content = { nodes, ties: tiesOf[cell], pane };
    placeMarks(content, marks, { ties, seed: settings.seed + cell });
    placed += nodes.length;
    onShare(placed / community.length);
  }
  return { ...plan, ...marks, cellOf };
}

function cellsOf({ group, pane }: MapBox) {
  const { parts } = group;
  if (parts.length === 1) return [{ nodes: parts[0], pane }];
  const sizes = parts.map((nodes) => nodes.length);
  const cells = squarify(sizes, pane);
  return parts.map((nodes, part) => {
    const cell = cells[part];
    const most = mostCellMargin * Math.min(cell.width, cell.height);
    return { nodes, pane: inset(cell, Math.min(cellMargin, most)) };
  });
}

function packGroups(groups: readonly MapGroup[], pane: Box) {
  const { packing, boxes } = packBoxes(
    groups.map(({ size }) => size),
    groups.filter(({ kind }) => kind !== "community").length,
    pane,
  );
  return { packing, frames: boxes };
}

/** The network above, isolates in a strip below it. */
function packAsOne(groups: readonly MapGroup[], pane: Box) {
  const packing = "one" as const;
  if (groups.length < 2) return { packing, frames: groups.map(() => pane) };
  const [network, isolates] = groups;
  const { least, most } = isolatesShare;
  const share = isolates.size / (network.size + isolates.size);
  const height = pane.height * Math.min(most, Math.max(least, share));
  const upper = { ...pane, height: pane.height - height };
  return { packing, frames: [upper, { ...pane, y: pane.y + upper.height, height }] };
}

function makeBox(group: MapGroup, frame: Box, { boxLabel }: Sheet): MapBox {
  const inside = inset(frame, margin);
  const isLarge = frame.width >= 110 && frame.height >= 90;
  const { large, small = large } = boxLabel;
  const line = isLarge ? large : small;
  const height = group.kind === "everybody" ? 0 : Math.min(line.height, inside.height / 2);
  return {
    group,
    frame,
    labelPane: { ...inside, height },
    pane: { ...inside, y: inside.y + height, height: inside.height - height },
  };
}

/** How far all marks can grow alike before they crowd a box; tiny boxes look after themselves. */
function findMagnification(boxes: readonly MapBox[], radius: Float64Array): number {
  const people = boxes.reduce((sum, { group }) => sum + group.size, 0);
  let magnification = people <= few ? largestOfFew : largestMagnification;
  for (const { group, pane } of boxes) {
    if (group.size < 10 || group.kind === "isolates") continue;
    let squares = 0;
    for (const nodes of group.parts) for (const node of nodes) squares += (2 * radius[node]) ** 2;
    const room = pane.width * pane.height * mostShareCovered;
    magnification = Math.min(magnification, Math.sqrt(room / squares));
  }
  return magnification;
}

/** The ties of each cell whose both ends are in it. */
function tiesInside(cells: number, cellOf: Int32Array, ties: MapTies): number[][] {
  const inside: number[][] = Array.from({ length: cells }, () => []);
  const { count, source, target } = ties;
  for (let tie = 0; tie < count; tie += 1) {
    const cell = cellOf[source[tie]];
    if (cell === cellOf[target[tie]] && source[tie] !== target[tie]) inside[cell].push(tie);
  }
  return inside;
}
