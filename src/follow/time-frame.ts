import { dayMs } from "../model/durations.js";
import type { TimeFrame } from "../model/recommendation.js";
import type { Selection } from "../model/selection.js";

const eventDays = 21;
const longCollectionDays = 16 * 7;
const activeBins = 4;

/**
 * How time counts, by how long the collection lasts. Under three weeks it is an event: bins of a
 * day and a half-life of one. Else bins of a week; attention loses half its weight in four of them
 * where the collection lasts under sixteen weeks, and in eight where it lasts longer.
 */
export function chooseTimeFrame(selection: Selection): TimeFrame {
  const { first, now } = selection;
  const days = (now - first) / dayMs;
  const frame = { start: first, now, activeBins };
  if (days < eventDays) return { ...frame, binDays: 1, halfLifeBins: 1 };
  return { ...frame, binDays: 7, halfLifeBins: days < longCollectionDays ? 4 : 8 };
}

/** How many bins the collection lasts, the one of its first post and the one of now among them. */
export function countBins(frame: TimeFrame): number {
  return Math.floor(ageInBins(frame.start, frame)) + 1;
}

/** How many bins ago something was; what has no time is as old as the collection. */
export function ageInBins(time: number, frame: TimeFrame): number {
  const known = Number.isNaN(time) ? frame.start : time;
  const age = (frame.now - known) / (frame.binDays * dayMs);
  return Number.isNaN(age) ? 0 : Math.max(0, age);
}
