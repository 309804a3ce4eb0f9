import { parseDuration, parseSlicing, printSlicing, type Slicing } from "../../model/slicing.js";
import { optionsOf } from "./option.js";
import { parsed } from "./value-type.js";

const option = optionsOf("Period");

const printed = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? printSlicing(value as Slicing) : "";

/** How an analysis is cut into stretches of time. */
export const sliceOptions = {
  slices: option({
    type: parsed(parseSlicing, "Give day, week, month, or a duration such as 14d or 36h.", printed),
    value: "<length>",
    line: "every day, week, month or 14d for itself, too",
    more:
      "Days, weeks (from Monday) and months of the calendar, in UTC. A duration in hours, days or weeks " +
      "(`36h`, `14d`, `2w`) counts from `--since`, else from the day of the first post. See docs/over-time.md.",
  }),
  sliceOverlap: option({
    type: parsed(parseDuration, "Give a duration such as 7d or 12h.", printed),
    value: "<time>",
    line: "how much each slice shares with the next",
    usual: "nothing",
  }),
};
