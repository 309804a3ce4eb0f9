import { isHashtag } from "../../model/hashtag.js";
import { hashtagOfPage } from "../../model/hashtag-page.js";
import { optionsOf } from "./option.js";
import { parsed } from "./value-type.js";

const option = optionsOf("Period");

export const wantsHashtag = "Give one hashtag, such as MedEd or '#MedEd'.";

export const hashtag = parsed(readHashtag, wantsHashtag);

/** A day or a moment, in UTC, as milliseconds since 1970. */
export const date = parsed(
  parseDate,
  "Give a day such as 2026-01-05, or 2026-01-05T08:00Z.",
  printDate,
);

/** What a command collects, where nobody types it. */
export const hashtagArguments = {
  hashtag: option({ type: hashtag, isArgument: true, line: "the hashtag to collect" }),
};

/** Which posts count. */
export const periodOptions = {
  tag: option({
    type: hashtag,
    value: "<hashtag>",
    line: "count only posts with this hashtag",
    more: "With or without #.",
  }),
  since: option({
    type: date,
    value: "<date>",
    line: "count only posts from this day on (UTC)",
    more: "A day such as 2026-01-05, or a time such as 2026-01-05T08:00Z.",
  }),
  until: option({
    type: date,
    value: "<date>",
    line: "count only posts before this day (UTC)",
    more: "The ages of posts count from it.",
  }),
};

/** cmd.exe hands on the quotation marks that other shells take away. */
const inQuotes = /^(['"\u2018\u201c])(.*)['"\u2019\u201d]$/u;

/** One hashtag, with or without #, or the address of its page. */
export function readHashtag(written: string): string | undefined {
  const [, , bare = written] = inQuotes.exec(written) ?? [];
  const tag = hashtagOfPage(bare) ?? bare.replace(/^[#＃]/u, "");
  return isHashtag(tag) ? tag : undefined;
}

function parseDate(written: string): number | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(written);
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z?$/u.test(written);
  const moment = isDay ? `${written}T00:00:00Z` : written.replace(/Z?$/u, "Z");
  const time = Date.parse(moment);
  if (!(isDay || isMoment) || Number.isNaN(time)) return undefined;
  // A 30th of February would be read as the 2nd of March.
  return new Date(time).toISOString().startsWith(written.slice(0, 10)) ? time : undefined;
}

/** What `parseDate` reads as this time; empty for what is none. */
function printDate(time: unknown): string {
  return typeof time === "number" ? new Date(time).toISOString().replace(/\.\d+Z$/u, "Z") : "";
}
