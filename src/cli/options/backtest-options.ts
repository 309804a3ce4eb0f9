import { optionsOf } from "./option.js";
import { wholeNumber } from "./value-type.js";

const option = optionsOf("Backtest");

/** How an archive is cut to check the recommendations. */
export const backtestOptions = {
  trainDays: option({
    type: wholeNumber(1),
    value: "<days>",
    line: "days before each cut that people are ranked by",
    usual: "by the archive's length",
  }),
  testDays: option({
    type: wholeNumber(1),
    value: "<days>",
    line: "days after each cut to compare with",
    usual: "by the archive's length",
  }),
  cuts: option({
    type: wholeNumber(1),
    value: "<number>",
    default: 12,
    line: "most cuts; the latest are used",
  }),
  resamples: option({
    type: wholeNumber(40),
    value: "<number>",
    default: 1000,
    line: "resamples behind each interval",
  }),
};
