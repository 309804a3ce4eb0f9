import type { ChangeVerdict } from "../model/change-words.js";

interface JudgedChange {
  readonly change: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly verdict: ChangeVerdict | undefined;
}

/** Of a normal distribution, 95 % lie within so many standard deviations. */
const width = 1.96;

/** A change with its 95 % interval, by the standard errors of both values; without one where an error is not known. */
export function judgeChange(
  change: number | undefined,
  errors: readonly (number | undefined)[],
): JudgedChange {
  const squares = errors.reduce<number>((sum, error) => sum + (error ?? Number.NaN) ** 2, 0);
  if (change === undefined || Number.isNaN(squares)) {
    return { change, low: undefined, high: undefined, verdict: undefined };
  }
  const reach = width * Math.sqrt(squares);
  const [low, high] = [change - reach, change + reach];
  return { change, low, high, verdict: low > 0 ? "more" : high < 0 ? "less" : "within chance" };
}
