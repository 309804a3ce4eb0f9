import { InvalidArgumentError } from "commander";
import { isHashtag } from "../model/hashtag.js";
import { hashtagOfPage } from "../model/hashtag-page.js";

/*
 * Values of options, from what was typed. Each throws what commander shows beside the option.
 */

/** One hashtag, as an argument or an option. */
export function parseTag(written: string): string {
  const tag = hashtagOfPage(written) ?? written.replace(/^[#＃]/u, "");
  if (!isHashtag(tag)) {
    throw new InvalidArgumentError("Give one hashtag, such as MedEd or '#MedEd'.");
  }
  return tag;
}

/** A day or a moment, in UTC, as milliseconds since 1970. */
export function parseDate(written: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(written);
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z?$/u.test(written);
  const moment = isDay ? `${written}T00:00:00Z` : written.replace(/Z?$/u, "Z");
  const time = Date.parse(moment);
  if (!(isDay || isMoment) || Number.isNaN(time)) {
    throw new InvalidArgumentError("Give a day such as 2026-01-05, or 2026-01-05T08:00Z.");
  }
  return time;
}

/** What `parseDate` reads as this time; empty for what is none. */
export function printDate(time: unknown): string {
  return typeof time === "number" ? new Date(time).toISOString().replace(/\.\d+Z$/u, "Z") : "";
}

/** An amount of dollars. */
export function parseDollars(written: string): number {
  if (!/^\d*\.?\d+$/u.test(written)) {
    throw new InvalidArgumentError("Give dollars, such as 5 or 2.50.");
  }
  return Number(written);
}

/** How much larger a picture is drawn. */
export function parseScale(written: string): number {
  const value = Number(written);
  if (!/^\d*\.?\d+$/u.test(written) || value < 0.25 || value > 8) {
    throw new InvalidArgumentError("Give a factor from 0.25 to 8.");
  }
  return value;
}

/** A whole number that fits into 32 bits. */
export function parseWholeNumber(written: string, least: number): number {
  const value = Number(written);
  if (!/^\d+$/u.test(written) || value < least || value > 2 ** 32 - 1) {
    throw new InvalidArgumentError(`Give a whole number from ${least}.`);
  }
  return value;
}
