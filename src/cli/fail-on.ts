import { type ExitCode, exitCodes } from "../model/errors.js";
import { didYouMean } from "../text/did-you-mean.js";
import type { LogEvent } from "./log.js";

/** Numbers that a run can be made to fail on; each command knows some. */
export type ConditionNumber =
  | "answers"
  | "authors"
  | "communities"
  | "coverage"
  | "eligible"
  | "failures"
  | "ids"
  | "interactions"
  | "newPosts"
  | "people"
  | "posts"
  | "refused"
  | "skipped"
  | "ties"
  | "windows"
  | "withheld";

const operators = {
  "<=": (number: number, limit: number) => number <= limit,
  ">=": (number: number, limit: number) => number >= limit,
  "<": (number: number, limit: number) => number < limit,
  ">": (number: number, limit: number) => number > limit,
} as const;

export interface Condition {
  readonly name: ConditionNumber;
  readonly operator: keyof typeof operators;
  readonly limit: number;
}

/** The condition in `posts<50` or `coverage <= 0.5`, or what is wrong with it. */
export function parseCondition(
  written: string,
  names: readonly ConditionNumber[],
): Condition | string {
  const [, word, sign, digits] =
    /^\s*(\w+)\s*(<=|>=|<|>)\s*(\d+(?:\.\d+)?)\s*$/u.exec(written) ?? [];
  const operator = (["<=", ">=", "<", ">"] as const).find((known) => known === sign);
  const advice = `Give a number of ${names.join(", ")} with <, <=, > or >=, such as ${names[0]}<50.`;
  if (operator === undefined) return advice;
  const name = names.find((known) => known.toLowerCase() === word.toLowerCase());
  if (name === undefined) return `${advice}${didYouMean(word, names)}`;
  return { name, operator, limit: Number(digits) };
}

export function printCondition({ name, operator, limit }: Condition): string {
  return `${name}${operator}${limit}`;
}

/**
 * Which conditions hold, as errors. What is not known cannot be said to be good enough, so its condition
 * holds.
 */
export function failures(
  conditions: readonly Condition[],
  numbers: Readonly<Partial<Record<ConditionNumber, number | undefined>>>,
): LogEvent[] {
  return conditions.flatMap((condition): LogEvent[] => {
    const { name, operator, limit } = condition;
    const number = numbers[name];
    if (number !== undefined && !operators[operator](number, limit)) return [];
    const is = number === undefined ? "is not known" : `is ${number}`;
    const written = printCondition(condition);
    return [
      {
        event: "error",
        message: `--fail-on ${written}: ${name} ${is}`,
        more: { condition: written, number },
      },
    ];
  });
}

/** Ends of a run that counted something. */
const ends: readonly ExitCode[] = [exitCodes.done, exitCodes.incomplete, exitCodes.nothingToReport];

/** A run that came to its end fails where a condition holds; one that did not keeps its own code. */
export function codeWith(code: ExitCode, failed: readonly LogEvent[]): ExitCode {
  return failed.length > 0 && ends.includes(code) ? exitCodes.failedCondition : code;
}
