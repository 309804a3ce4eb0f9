/**
 * An expected failure that the user can mend: what happened, which thing it
 * happened to, what to do next. Everything else that is thrown is our fault.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly nextStep: string;

  constructor(whatHappened: string, nextStep: string, options?: ErrorOptions) {
    super(whatHappened, options);
    this.nextStep = nextStep;
  }
}

/** The codes that scripts rely on; see the README. */
export const exitCodes = {
  done: 0,
  nothingToReport: 1,
  userError: 2,
  incomplete: 3,
  fault: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
