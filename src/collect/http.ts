import type { Clock } from "../model/clock.js";
import { parseUrl } from "../text/web-url.js";
import {
  brokenConnection,
  type Failure,
  failedStatus,
  failure,
  triesOfPayload,
} from "./http-failures.js";
import { type JsonAnswer, readAnswer } from "./json-answer.js";
import { type Fetch, NotPublicError, type RawAnswer } from "./platform-fetch.js";
import { type Secrets, withoutSecrets } from "./secrets.js";

export interface HttpOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly secrets: Secrets;
  /** Origins that the user named: these alone may be plain HTTP, or not public. */
  readonly namedOrigins: ReadonlySet<string>;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
}

/** An answer that is JSON: 200, or 404 and 410 where the question says that these are answers. */
export interface Answer extends JsonAnswer {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** Milliseconds since 1970, by our clock. */
  readonly receivedAt: number;
}

/** What a question may ask for. */
export interface QuestionOptions {
  /** That it is gone is an answer as well. */
  readonly mayBeGone?: boolean;
  /** As anybody asks, though there is a token for the place. */
  readonly withoutToken?: boolean;
  /** JSON, unless a text is asked for. */
  readonly form?: "json" | "text";
}

/** A server that only a post led to may be long gone. */
const requestMs = { named: 60_000, other: 20_000 } as const;
const mostRedirects = 3;
const gone = new Set([404, 410]);
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Asks once: the one place that calls `fetch`. A secret goes to its own origin alone, so never with
 * a redirect to another; what was not named by the user is asked over HTTPS at a public address only.
 * Rejects where `signal` aborts, and for nothing else.
 */
export async function askOnce(
  url: URL,
  question: QuestionOptions,
  options: HttpOptions,
): Promise<{ readonly answer: Answer } | Failure> {
  const { secrets } = options;
  let target = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const onlyPublic = !options.namedOrigins.has(target.origin);
    if (onlyPublic && target.protocol !== "https:") {
      const whatHappened = `would be asked over ${target.protocol}//, and only HTTPS is safe`;
      return failure(url.host, secrets, { problem: "refused", whatHappened });
    }
    const limitMs = onlyPublic ? requestMs.other : requestMs.named;
    const deadline = options.clock.deadline(limitMs);
    const request = {
      headers: headersFor(
        question.withoutToken === true ? undefined : secrets.get(target.origin),
        options,
      ),
      signal: AbortSignal.any([options.signal, deadline]),
      onlyPublic,
    };
    let raw: RawAnswer | undefined;
    try {
      raw = await options.fetch(target, request);
      if (!redirects.has(raw.status)) return await take(raw, url, question, options);
      await raw.discard();
      const next = redirectTarget(raw.headers, target);
      if (next?.origin !== url.origin) return sentOn(url, next, options);
      target = next;
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof NotPublicError) {
        const whatHappened = `is not asked: ${error.message}`;
        return failure(url.host, secrets, { problem: "refused", whatHappened });
      }
      if (!deadline.aborted) {
        return failure(url.host, secrets, brokenConnection(error, raw?.status));
      }
      return failure(url.host, secrets, {
        problem: "unavailable",
        whatHappened: `did not answer within ${limitMs / 1000} seconds`,
        tries: Number.POSITIVE_INFINITY,
      });
    }
  }
  const whatHappened = `sends us on more than ${mostRedirects} times`;
  return failure(url.host, secrets, { problem: "refused", whatHappened });
}

function headersFor(token: string | undefined, { userAgent }: HttpOptions): Record<string, string> {
  const headers = { accept: "application/json", "user-agent": userAgent };
  return token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
}

async function take(
  raw: RawAnswer,
  url: URL,
  { mayBeGone = false, form = "json" }: QuestionOptions,
  { clock, secrets }: HttpOptions,
): Promise<{ readonly answer: Answer } | Failure> {
  const { status } = raw;
  const body = await readAnswer(raw, form, secrets);
  const headers = new Headers(
    [...raw.headers].map(([name, value]) => [name, withoutSecrets(value, secrets)]),
  );
  const receivedAt = clock.now();
  const isGone = mayBeGone && gone.has(status);
  if ("value" in body && (status === 200 || isGone)) {
    return { answer: { ...body, url: url.href, status, headers, receivedAt } };
  }
  if (isGone) {
    return { answer: { text: "null", value: null, url: url.href, status, headers, receivedAt } };
  }
  if ("value" in body || status !== 200) {
    const words = "value" in body ? { value: body.value } : { said: body.said };
    return failure(url.host, secrets, failedStatus(status, words, headers, receivedAt));
  }
  return failure(url.host, secrets, {
    problem: "bad-payload",
    whatHappened: body.said === undefined ? body.problem : `${body.problem} ("${body.said}")`,
    status,
    tries: body.mayPass ? triesOfPayload : 1,
  });
}

function redirectTarget(headers: Headers, from: URL): URL | undefined {
  const location = headers.get("location");
  const target = location === null ? undefined : parseUrl(location, from.href);
  if (target === undefined) return undefined;
  // A name and a password in it would be the server's, and `fetch` takes no such address.
  target.username = "";
  target.password = "";
  return /^https?:$/u.test(target.protocol) ? target : undefined;
}

function sentOn(url: URL, next: URL | undefined, { secrets }: HttpOptions): Failure {
  return failure(url.host, secrets, {
    problem: "refused",
    whatHappened: `sends us on to ${next?.origin ?? "nowhere"}`,
    nextStep:
      next === undefined
        ? "look at it in a browser: it may have moved"
        : `name that server itself with --from ${next.host}, if you trust it`,
  });
}
