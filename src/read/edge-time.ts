import { parseTime } from "./time.js";

/** 1990 to 2100: where seconds or milliseconds since 1970 cannot be anything else. */
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** A time, a day, or seconds or milliseconds since 1970 in as many digits as they have now. */
export function edgeTime(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return epochTime(written) ?? parseTime(written) ?? parseTime(`${written}T00:00`);
}

/** Seconds or milliseconds since 1970, with a fraction or without, between 1990 and 2100. */
export function epochTime(written: string): number | undefined {
  if (!/^\d{9,13}(?:\.\d+)?$/u.test(written)) return undefined;
  const number = Number(written);
  const time = number < latest / 1000 ? number * 1000 : number;
  return time >= earliest && time < latest ? Math.round(time) : undefined;
}
