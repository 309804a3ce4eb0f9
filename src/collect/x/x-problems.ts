import { z } from "zod";

const word = z.string().optional().catch(undefined);
const problem = z.object({ title: word, type: word, period: word });
const problemSchema = problem.extend({
  errors: z.array(problem.catch({})).catch([]),
});

/** What is used up, by how X's problems are titled and typed (https://docs.x.com/x-api/fundamentals/response-codes-and-errors). */
const usedUp: readonly {
  readonly title: RegExp;
  readonly type: RegExp;
  readonly means: string;
  readonly nextStep: string;
}[] = [
  {
    title: /^UsageCapExceeded$/iu,
    type: /\/usage-capped$/u,
    means: "has sold all posts that your plan covers",
    nextStep:
      "wait for the next period, or raise the cap in X's developer console; the same command then goes on where it stopped",
  },
  {
    title: /^SpendCapReached$/iu,
    type: /\/spend-cap$/u,
    means: "has sold as much as the spending limit of your account allows",
    nextStep:
      "raise the limit in X's developer console, or wait for the next period; the same command then goes on where it stopped",
  },
  {
    title: /^CreditsDepleted$/iu,
    type: /\/credits$/u,
    means: "has no credits of yours left",
    nextStep: "buy credits in X's developer console, then run the same command again",
  },
];

/** A cap of an account: no waiting for minutes helps. */
interface UsedUp {
  /** To stand after the name of the server. */
  readonly means: string;
  readonly nextStep: string;
}

/**
 * Whether an error answer of X says that a cap of the account is used up, whatever its status is: X
 * sends it as a 429 as well, like a limit of the last quarter of an hour.
 */
export function readUsedUp(value: unknown): UsedUp | undefined {
  const told = problemSchema.safeParse(value).data;
  if (told === undefined) return undefined;
  for (const { title, type, period } of [told, ...told.errors]) {
    const found =
      usedUp.find((row) => row.title.test(title ?? "")) ??
      usedUp.find((row) => row.type.test(type ?? ""));
    if (found === undefined) continue;
    const when = period !== undefined && /^[a-z]{3,9}$/iu.test(period) ? period.toLowerCase() : "";
    const means = when === "" ? found.means : `${found.means} (${when} cap)`;
    return { means, nextStep: found.nextStep };
  }
  return undefined;
}
