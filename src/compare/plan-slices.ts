import { dayMs } from "../model/durations.js";
import { UserError } from "../model/errors.js";
import type { SliceWindow } from "../model/sliced.js";
import type { Slicing } from "../model/slicing.js";

interface SlicePlan {
  readonly slicing: Slicing;
  /** Milliseconds by which a slice begins before the one before it ends. */
  readonly overlap: number;
  /** What was asked for: milliseconds since 1970, `since` inclusive, `until` exclusive. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** Of what is sliced: the first and the last moment. */
  readonly first: number;
  readonly last: number;
}

const mostSlices = 1000;
/** 1970-01-05, a Monday. */
const firstMonday = 4 * dayMs;

/**
 * Windows in UTC, one after the other, from the first moment to the last, empty ones too. Days, weeks
 * (from Monday) and months are those of the calendar; a duration counts from `since`, else from the first
 * moment, or its midnight where it is of whole days. None reaches beyond the period that was asked for. Each but the first begins the overlap before the one before
 * it ends; all have the same length but months, which end where the calendar's do.
 *
 * @throws {UserError} where the overlap is as long as a slice, or there would be too many.
 */
export function planSlices(plan: SlicePlan): SliceWindow[] {
  const { slicing, overlap, since, until, first, last } = plan;
  if (overlap >= shortestOf(slicing)) {
    throw new UserError(
      "--slice-overlap is as long as a slice",
      "give a shorter one, such as half of a slice",
    );
  }
  const windows: SliceWindow[] = [];
  let from = startOf(slicing, first, since);
  let reach = from;
  while (reach <= last) {
    if (windows.length === mostSlices) {
      throw new UserError(
        `there would be more than ${mostSlices} slices`,
        "choose longer slices, or a shorter period with --since and --until",
      );
    }
    reach = typeof slicing === "number" ? from + slicing : endOf(slicing, from, reach);
    windows.push({
      from: Math.max(from, since ?? from),
      until: Math.min(reach, until ?? reach),
    });
    from = reach - overlap;
  }
  return windows;
}

function shortestOf(slicing: Slicing): number {
  if (typeof slicing === "number") return slicing;
  return { day: 1, week: 7, month: 28 }[slicing] * dayMs;
}

function startOf(slicing: Slicing, first: number, since: number | undefined): number {
  switch (slicing) {
    case "day":
      return Math.floor(first / dayMs) * dayMs;
    case "week":
      return Math.floor((first - firstMonday) / (7 * dayMs)) * 7 * dayMs + firstMonday;
    case "month":
      return monthStart(first, 0);
    default:
      // Days from midnight, which is what a person calls a day.
      return since ?? (slicing % dayMs === 0 ? Math.floor(first / dayMs) * dayMs : first);
  }
}

/** `reach` is where the slice before ends, and the first begins. */
function endOf(slicing: "day" | "week" | "month", from: number, reach: number): number {
  if (slicing === "month") return monthStart(reach, 1);
  return from + shortestOf(slicing);
}

function monthStart(time: number, later: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
