import { dayMs, hourMs } from "./durations.js";

const units = [
  ["d", dayMs],
  ["h", hourMs],
  ["m", hourMs / 60],
  ["s", 1000],
] as const;

/** Seconds, minutes, hours or days, such as `30s`, `10m`, `1h` or `2d`, as milliseconds; `undefined` for anything else. */
export function parseSpan(written: string): number | undefined {
  const [, digits, letter] = /^([1-9]\d{0,4})([smhd])$/u.exec(written) ?? [];
  const unit = units.find(([name]) => name === letter);
  return unit === undefined ? undefined : Number(digits) * unit[1];
}

/** What `parseSpan` reads as this. */
export function printSpan(span: number): string {
  const [letter, unit] = units.find(([, length]) => span % length === 0) ?? ["s", 1000];
  return `${span / unit}${letter}`;
}
