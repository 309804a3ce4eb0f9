import { SourceError, type SourceProblem, systemCode } from "../model/errors.js";
import { readRateLimit } from "./rate-limit.js";
import { type Secrets, withoutSecrets } from "./secrets.js";
import { readUsedUp } from "./x/x-problems.js";

/** Why an attempt gave nothing, and whether another may help. */
export interface Failure {
  readonly error: SourceError;
  /** How often it may be tried at most; 1 where it would be the same again. */
  readonly tries: number;
  /** So long the host wants to be left alone, in milliseconds. */
  readonly waitMs: number | undefined;
}

interface FailureWords {
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

/** What a status means that is no answer, with the JSON or the words that came with it. */
export function failedStatus(
  status: number,
  came: { readonly value?: unknown; readonly said?: string | undefined },
  headers: Headers,
  now: number,
): FailureWords {
  const said = serversWords(came.value) ?? came.said;
  const words = said === undefined ? "" : `: ${said}`;
  if (isChallenge(headers, said)) {
    return {
      problem: "refused",
      whatHappened: `is behind Cloudflare, which lets browsers through and no programs (HTTP ${status})${words}`,
      nextStep:
        "ask the people of that server to let programs read its API, or collect from another: most show the same posts",
      status,
    };
  }
  const usedUp = readUsedUp(came.value);
  if (usedUp !== undefined) {
    return {
      problem: "used-up",
      whatHappened: `${usedUp.means} (HTTP ${status})${words}`,
      nextStep: usedUp.nextStep,
      status,
    };
  }
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

/** A page that makes a browser show that it is one; `cf-mitigated` says so since 2023. */
function isChallenge(headers: Headers, said: string | undefined): boolean {
  if (headers.get("cf-mitigated") === "challenge") return true;
  const isCloudflare = headers.get("server")?.toLowerCase() === "cloudflare";
  return isCloudflare && /^(?:just a moment|attention required)/iu.test(said ?? "");
}

/** What is wrong with a certificate, by the system's code. */
const certificateProblems: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "has a certificate that it signed itself",
  SELF_SIGNED_CERT_IN_CHAIN: "has a certificate that an unknown authority signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "has a certificate whose authority it does not show",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "has a certificate whose authority is unknown here",
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  CERT_NOT_YET_VALID: "has a certificate that is not valid yet, or the clock here is wrong",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another name",
};

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
  const certificate = certificateProblems[reason];
  if (certificate !== undefined) {
    return {
      problem: "unavailable",
      whatHappened: `${certificate} (${reason})`,
      nextStep:
        "tell the people of that server; if you trust it, name its authority's file in NODE_EXTRA_CA_CERTS",
    };
  }
  if (reason === "UND_ERR_HEADERS_OVERFLOW" || reason === "HPE_HEADER_OVERFLOW") {
    return {
      problem: "bad-payload",
      whatHappened: "sends more than 64 kB of headers",
      nextStep: "tell the people of that server: no answer needs so many",
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
