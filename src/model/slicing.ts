import { dayMs, hourMs } from "./durations.js";

/** How long slices are: a day, week or month of the calendar in UTC, or so many milliseconds. */
export type Slicing = "day" | "week" | "month" | number;

const units: Readonly<Record<string, number>> = { h: hourMs, d: dayMs, w: 7 * dayMs };

/** `day`, `week`, `month`, or a duration; `undefined` for anything else. */
export function parseSlicing(written: string): Slicing | undefined {
  if (written === "day" || written === "week" || written === "month") return written;
  return parseDuration(written);
}

/** Hours, days or weeks, such as `36h`, `14d` or `2w`, as milliseconds; `undefined` for anything else. */
export function parseDuration(written: string): number | undefined {
  const [, digits, unit] = /^([1-9]\d{0,4})([hdw])$/u.exec(written) ?? [];
  return digits === undefined ? undefined : Number(digits) * units[unit];
}

/** What `parseSlicing` reads as this. */
export function printSlicing(slicing: Slicing): string {
  if (typeof slicing === "string") return slicing;
  return slicing % dayMs === 0 ? `${slicing / dayMs}d` : `${slicing / hourMs}h`;
}
