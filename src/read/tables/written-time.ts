import { type DayOrder, dayOrders } from "../../model/input-settings.js";
import { parseTime } from "../time.js";

export interface WrittenTime {
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** It names a day and no time of day. */
  readonly isDay: boolean;
  readonly hasZone: boolean;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** English and German, which spreadsheets of this field are in most; three letters are enough. */
const monthNames: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11 },
  ...{ dec: 12, jän: 1, mär: 3, mai: 5, okt: 10, dez: 12 },
};

/** Hours before or after UTC of the zones that RFC 2822 names, and of those in Europe. */
const zoneHours: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6 },
  ...{ pst: -8, pdt: -7, wet: 0, west: 1, bst: 1, cet: 1, mez: 1, cest: 2, mesz: 2 },
  ...{ eet: 2, eest: 3, msk: 3, jst: 9 },
};

const clock =
  /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?\s?m\b\.?)?(?![\d:])/iu;
const yearFirst = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const numbers = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u;
const monthName = String.raw`(\p{L}{3,9})\.?`;
const dayThenMonth = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of )?${monthName},?[\s-]+(\d{4})(?!\d)`,
  "iu",
);
const monthThenDay = new RegExp(
  String.raw`${monthName}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)`,
  "iu",
);
/** X v1.1 and `date` of Unix have the year last, behind the clock and its zone. */
const yearLast = new RegExp(String.raw`${monthName}\s+(\d{1,2})\s+(.*?)\s*(\d{4})$`, "iu");
const zone = /^(?:(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?|(\p{L}{1,4}))$/iu;
const filler =
  /^[\s,·()]+|[\s,·()]+$|(?<=\s)T(?=\s)|\b(?:at|um)\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/giu;

/** An order of day and month under which a value is no date; both where it says no such thing. */
export function readableOrders(written: string): readonly DayOrder[] {
  const found = yearFirst.test(written) ? null : numbers.exec(written);
  if (found === null || found[2] === ".") return dayOrders;
  const [, first, , second] = found.map(Number);
  if (first === second) return dayOrders;
  return dayOrders.filter((order) => (order === "day-first" ? second : first) <= 12);
}

/** Whether day and month could be either number, and that makes a difference. */
export function isOpenOrder(written: string): boolean {
  const found = yearFirst.test(written) ? null : numbers.exec(written);
  if (found === null || found[2] === ".") return false;
  return found[1] !== found[3] && readableOrders(written).length === 2;
}

/**
 * A time as people and spreadsheets write it: ISO 8601, RFC 2822, X's own, with slashes, dots or the
 * name of the month, 24 hours or 12, with a zone or without, which is UTC then. Numbers with slashes
 * are read in `order` alone; with dots the day comes first. `undefined` for anything else, and for a
 * day or an hour that does not exist.
 */
export function readWrittenTime(
  written: string,
  order: DayOrder | undefined,
): WrittenTime | undefined {
  const iso = parseTime(written);
  if (iso !== undefined && !isInventedDay(written, iso)) {
    return {
      time: iso,
      isDay: false,
      hasZone: /(?:Z|UTC|[+-]\d{2}:?\d{2})(?: \d{4})?$/u.test(written),
    };
  }
  if (written.length > 60) return undefined;
  const [rest, hours] = takeClock(written);
  if (hours === undefined) return undefined;
  const [left, day] = takeDay(rest, order);
  if (day === undefined || !isRealDay(day)) return undefined;
  const zoneText = trimFiller(left);
  const offset = zoneText === "" ? 0 : offsetOf(zoneText);
  if (offset === undefined) return undefined;
  const time = Date.UTC(day.year, day.month - 1, day.day) + hours.ms - offset;
  return { time, isDay: hours.isDay, hasZone: zoneText !== "" };
}

/** `Date` turns 30 February into a day of March. */
function isInventedDay(written: string, time: number): boolean {
  const found = /^\s*\d{4}-(\d{2})-(\d{2})/u.exec(written);
  return (
    found !== null &&
    !isRealDay({
      year: new Date(time).getUTCFullYear(),
      month: Number(found[1]),
      day: Number(found[2]),
    })
  );
}

function takeClock(
  written: string,
): readonly [rest: string, hours: { ms: number; isDay: boolean } | undefined] {
  const found = clock.exec(written);
  if (found === null) return [written, { ms: 0, isDay: true }];
  const [whole, hourText, minuteText, secondText = "0", fraction = "0", half] = found;
  const [minute, second] = [Number(minuteText), Number(secondText)];
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return [written, undefined];
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 60) return [written, undefined];
  const seconds = (hour * 60 + minute) * 60 + second;
  const ms = seconds * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
  const rest = `${written.slice(0, found.index)} ${written.slice(found.index + whole.length)}`;
  return [rest, { ms, isDay: false }];
}

function takeDay(
  text: string,
  order: DayOrder | undefined,
): readonly [rest: string, day: Day | undefined] {
  const without = (found: RegExpExecArray): string =>
    `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  const year = yearFirst.exec(text);
  if (year !== null) {
    return [without(year), { year: Number(year[1]), month: Number(year[3]), day: Number(year[4]) }];
  }
  const plain = numbers.exec(text);
  if (plain !== null) {
    const [, first, separator, second, yearText] = plain;
    const used =
      separator === "." ? "day-first" : (order ?? (first === second ? "day-first" : undefined));
    const [day, month] = used === "day-first" ? [first, second] : [second, first];
    const parts = { year: fullYear(yearText), month: Number(month), day: Number(day) };
    return [without(plain), used === undefined ? undefined : parts];
  }
  for (const [pattern, dayAt, monthAt, yearAt] of [
    [dayThenMonth, 1, 2, 3],
    [monthThenDay, 2, 1, 3],
    [yearLast, 2, 1, 4],
  ] as const) {
    const found = pattern.exec(text);
    const month = found === null ? undefined : monthOf(found[monthAt]);
    if (found === null || month === undefined) continue;
    const between = pattern === yearLast ? ` ${found[3]} ` : "";
    return [
      without(found) + between,
      { year: Number(found[yearAt]), month, day: Number(found[dayAt]) },
    ];
  }
  return [text, undefined];
}

function monthOf(name: string): number | undefined {
  return monthNames[name.toLowerCase().slice(0, 3)];
}

function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function isRealDay({ year, month, day }: Day): boolean {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

function trimFiller(text: string): string {
  return text.replace(filler, " ").replace(filler, " ").replace(filler, " ").trim();
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf(written: string): number | undefined {
  const found = zone.exec(written);
  if (found === null) return undefined;
  const [, sign, hours, minutes = "0", name] = found;
  if (name !== undefined) {
    const known = zoneHours[name.toLowerCase()];
    return known === undefined ? undefined : known * 3_600_000;
  }
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -size : size;
}
