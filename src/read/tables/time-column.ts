import { dayMs } from "../../model/durations.js";
import type { DayOrder } from "../../model/input-settings.js";
import { isOpenOrder, readableOrders, readWrittenTime, type WrittenTime } from "./written-time.js";

/** How the times of one column are read. */
export interface TimeColumn {
  read(written: string): number | undefined;
  /** All values that were looked at name a day and no time of day. */
  readonly isDayOnly: boolean;
  /** Some value has a time of day, and none a zone. */
  readonly lacksZone: boolean;
}

/** A value that could be read in two ways, where nothing in its column tells which. */
interface OpenTimeColumn {
  readonly openValue: string;
}

/** Excel counts days from here; 60 of them on, since it believes that 1900 was a leap year. */
const excelStart = Date.UTC(1899, 11, 30);

/**
 * How to read a column, from the values that were looked at, none of them empty. Where day and month
 * could be either number, other values tell, or the clock in X's ids (`idTimes`, one a value), else
 * `order`; else the column stays open.
 */
export function openTimeColumn(
  values: readonly string[],
  order: DayOrder | undefined,
  idTimes: readonly (number | undefined)[] = [],
): TimeColumn | OpenTimeColumn {
  const isSerial = values.length > 0 && values.every((value) => serialOf(value) !== undefined);
  const found = order ?? orderOf(values, idTimes);
  const openValue = found === undefined ? values.find(isOpenOrder) : undefined;
  if (openValue !== undefined) return { openValue };
  const readValue = (written: string): WrittenTime | undefined =>
    (isSerial ? serialOf(written) : undefined) ??
    sinceEpoch(written) ??
    readWrittenTime(written, found);
  const read = values.flatMap((value) => readValue(value) ?? []);
  return {
    read: (written) => readValue(written)?.time,
    isDayOnly: read.length > 0 && read.every(({ isDay }) => isDay),
    lacksZone: read.some(({ isDay }) => !isDay) && !read.some(({ hasZone }) => hasZone),
  };
}

/** The order under which most values are dates, where they do not fit both. */
function orderOf(
  values: readonly string[],
  idTimes: readonly (number | undefined)[],
): DayOrder | undefined {
  const votes: Record<DayOrder, number> = { "day-first": 0, "month-first": 0 };
  for (const [index, value] of values.entries()) {
    const orders = readableOrders(value);
    if (orders.length === 1) votes[orders[0]] += 1;
    const idTime = idTimes[index];
    if (idTime === undefined || !isOpenOrder(value)) continue;
    for (const order of orders) {
      const time = readWrittenTime(value, order)?.time;
      if (time !== undefined && Math.abs(time - idTime) < 2 * dayMs) votes[order] += 1;
    }
  }
  if (votes["day-first"] === votes["month-first"]) return undefined;
  return votes["day-first"] > votes["month-first"] ? "day-first" : "month-first";
}

const decimal = /^\d+(?:[.,]\d+)?(?:e\+?\d{1,2})?$/iu;

function numberOf(written: string): number | undefined {
  return decimal.test(written) ? Number(written.replace(",", ".")) : undefined;
}

/** Seconds, milliseconds or microseconds since 1970, whichever makes a day from 2001 to 2286. */
function sinceEpoch(written: string): WrittenTime | undefined {
  const value = numberOf(written);
  if (value === undefined) return undefined;
  const unit = [1000, 1, 0.001].find((ms) => value * ms >= 1e12 && value * ms < 1e13);
  return unit === undefined
    ? undefined
    : { time: Math.floor(value * unit), isDay: false, hasZone: true };
}

/** Excel's days since 1900, from 1954 to 2119; the fraction is the time of day. */
function serialOf(written: string): WrittenTime | undefined {
  const value = numberOf(written);
  if (value === undefined || value < 20_000 || value >= 80_000) return undefined;
  const time = excelStart + Math.round(value * 86_400) * 1000;
  return { time, isDay: Number.isInteger(value), hasZone: false };
}
