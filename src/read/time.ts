import { parseUtcTime } from "./utc-time.js";

const v11Pattern =
  /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/u;

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const isoPattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/u;

/**
 * Milliseconds since 1970 of a time as sources write it: ISO 8601, with a space or a `T`, UTC
 * where no zone is named; or X v1.1's "Wed Apr 16 02:38:15 +0000 2014".
 */
export function parseTime(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const utc = parseUtcTime(written);
  if (utc !== undefined) return utc;
  const iso = isoPattern.exec(written.trim());
  if (iso !== null) {
    const [, day, clock, zone] = iso;
    const offset = zone === undefined || zone === "UTC" ? "Z" : zone;
    return definedTime(Date.parse(`${day}T${clock?.replace(",", ".")}${offset}`));
  }
  const v11 = v11Pattern.exec(written);
  if (v11 === null) return undefined;
  const [, monthName, day, hour, minute, second, sign, zoneHours, zoneMinutes, year] = v11;
  const month = monthNames.indexOf(monthName ?? "");
  if (month < 0) return undefined;
  const local = Date.UTC(
    Number(year),
    month,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const offsetMinutes = Number(zoneHours) * 60 + Number(zoneMinutes);
  return local - (sign === "-" ? -1 : 1) * offsetMinutes * 60_000;
}

/** The time of an HTTP `Date` header, or of the same with "2022-11-29 18:07:03 GMT". */
export function parseHttpTime(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return definedTime(Date.parse(written));
}

function definedTime(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time;
}
