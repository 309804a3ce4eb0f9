import { SourceError, type SourceProblem, systemCode } from "../model/errors.js";
import { readRateLimit } from "./rate-limit.js";
import { type Secrets, withoutSecrets } from "./secrets.js";

/** Why an attempt gave nothing, and whether another may help. */
export interface Failure {
  readonly error: SourceError;
  /** How often it may be tried at most; 1 where it would be the same again. */
  readonly tries: number;
  /** So long the host wants to be left alone, in milliseconds. */
  readonly waitMs: number | undefined;
}

export interface FailureWords {
  readonly problem: SourceProblem;
  /** What the host did, to stand after its name. */
  readonly whatHappened: string;
  readonly nextStep?: string;
  readonly status?: number;
  readonly tries?: number;
  readonly waitMs?: number | undefined;
}

const laterAgain = "run the same command again later: it goes on where it was";
const always = Number.POSITIVE_INFINITY;
/** What a proxy or a cut spoilt may be whole the next time; what the server means is the same. */
export const triesOfPayload = 3;

/** A failure in words that hold no secret. */
export function failure(host: string, secrets: Secrets, words: FailureWords): Failure {
  return {
    error: new SourceError(words.problem, {
      whatHappened: withoutSecrets(`${host} ${words.whatHappened}`, secrets),
      nextStep: withoutSecrets(words.nextStep ?? laterAgain, secrets),
      status: words.status,
    }),
    tries: words.tries ?? 1,
    waitMs: words.waitMs,
  };
}

/** What a status means that is no answer; `value` is the JSON that came with it, if any did. */
export function failedStatus(
  status: number,
  value: unknown,
  headers: Headers,
  now: number,
): FailureWords {
  const said = serversWords(value);
  const words = said === undefined ? "" : `: ${said}`;
  const { waitMs } = readRateLimit(headers, now);
  if (status === 401 || status === 403) {
    return {
      problem: "unauthorized",
      whatHappened: `refuses (HTTP ${status})${words}`,
      nextStep: "see which token it needs, and whether yours is still good",
      status,
    };
  }
  if (status === 404 || status === 410) {
    return {
      problem: "not-found",
      whatHappened: `has no such thing (HTTP ${status})${words}`,
      nextStep: "check how the server's name and the hashtag are spelt",
      status,
    };
  }
  if (status === 429) {
    return {
      problem: "rate-limited",
      whatHappened: `takes no more requests for now (HTTP 429)${words}`,
      status,
      tries: always,
      waitMs,
    };
  }
  if (status >= 500 || status === 408) {
    return {
      problem: "unavailable",
      whatHappened: `is out of order (HTTP ${status})${words}`,
      status,
      // A fault of one page seldom mends itself; a server that is down mostly does.
      tries: status === 500 || status === 501 ? 4 : always,
      waitMs: headers.has("retry-after") ? waitMs : undefined,
    };
  }
  if (status < 300) {
    return {
      problem: "bad-payload",
      whatHappened: `gave no data (HTTP ${status})`,
      status,
      tries: triesOfPayload,
    };
  }
  return {
    problem: "refused",
    whatHappened: `does not take the question (HTTP ${status})${words}`,
    nextStep: "check the hashtag and the options",
    status,
  };
}

/** What the network did; `status` where an answer had begun. */
export function brokenConnection(error: unknown, status: number | undefined): FailureWords {
  const reason = deepestReason(error);
  if (status !== undefined) {
    return {
      problem: "unavailable",
      whatHappened: "broke off in the middle of its answer",
      status,
      tries: always,
    };
  }
  if (reason === "ENOTFOUND") {
    return {
      problem: "unavailable",
      whatHappened: "is no server that anybody knows",
      nextStep: "check how its name is spelt, and the network",
      // Some systems say so while the network is away.
      tries: always,
    };
  }
  const whatHappened =
    reason === "ECONNREFUSED" ? "takes no connections" : `cannot be reached (${reason})`;
  return { problem: "unavailable", whatHappened, tries: always };
}

/**
 * The words that an error answer has for people, in the forms of Mastodon and X, which says in a
 * list of `errors` what exactly it means.
 */
function serversWords(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const errors: unknown = Reflect.get(value, "errors");
  const closer: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const told = [value, closer].flatMap((part) => firstWords(part) ?? []);
  return told.length === 0 ? undefined : [...new Set(told)].join(": ");
}

function firstWords(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const told = ["error", "detail", "message", "title"].flatMap((key) => {
    const words: unknown = Reflect.get(value, key);
    return typeof words === "string" && words !== "" ? [words] : [];
  });
  return told[0]
    ?.slice(0, 200)
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ");
}

/** The system's code stands at the bottom of a chain of causes; undici has words for what has none. */
function deepestReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? (systemCode(error) ?? error.message)
    : deepestReason(error.cause);
}
