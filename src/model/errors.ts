import { printable } from "../text/unprintable.js";

/**
 * An expected failure that the user can mend: what happened, which thing it
 * happened to, what to do next. Everything else that is thrown is our fault. Both are one line each, whatever names and
 * texts from outside they repeat.
 */
export class UserError extends Error {
  override readonly name: string = "UserError";
  readonly nextStep: string;

  constructor(whatHappened: string, nextStep: string, options?: ErrorOptions) {
    super(printable(whatHappened), options);
    this.nextStep = printable(nextStep);
  }
}

/** What can be wrong with a source. */
export type SourceProblem =
  | "unauthorized"
  | "not-found"
  | "refused"
  | "rate-limited"
  | "used-up"
  | "unavailable"
  | "bad-payload";

/** A server that was asked did not give what was asked for. `status` is HTTP's, if it answered. */
export class SourceError extends UserError {
  readonly problem: SourceProblem;
  readonly status: number | undefined;

  constructor(
    problem: SourceProblem,
    words: {
      readonly whatHappened: string;
      readonly nextStep: string;
      readonly status?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(words.whatHappened, words.nextStep, { cause: words.cause });
    this.problem = problem;
    this.status = words.status;
  }
}

/** The system's code of what went wrong, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : undefined;
}

/** The codes that scripts rely on; see docs/scripts.md. */
export const exitCodes = {
  done: 0,
  nothingToReport: 1,
  userError: 2,
  incomplete: 3,
  failedCondition: 4,
  fault: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
