/** What a server says of how many more requests it takes. */
export interface RateLimit {
  /** Requests left; `undefined` where it does not say. */
  readonly remaining: number | undefined;
  /** So many milliseconds from the answer on until it takes requests again. */
  readonly waitMs: number | undefined;
}

const resetNames = ["x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"];
const remainingNames = ["x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"];

/** A number above this is a time, one below it a number of seconds from now. */
const epochSeconds = 1_000_000_000;

/**
 * Reads the dialects of rate headers: `Retry-After` in seconds or as a date; a reset as ISO 8601
 * (Mastodon, GoToSocial), in seconds since 1970 (X) or from now (`RateLimit-Reset`, and the
 * structured `RateLimit: "default";r=0;t=30`). Times are taken against the server's own `Date`
 * where there is one, so that a wrong clock here costs nothing. `now` is in milliseconds since 1970.
 */
export function readRateLimit(headers: Headers, now: number): RateLimit {
  const serverNow = definedTime(Date.parse(headers.get("date") ?? "")) ?? now;
  const retryAfter = waitOf(headers.get("retry-after"), serverNow);
  const structured = headers.get("ratelimit") ?? "";
  const reset =
    firstOf(resetNames, headers) ?? /(?:^|[;,\s])(?:t|reset)=(\d+)/u.exec(structured)?.[1];
  const remaining =
    firstOf(remainingNames, headers) ?? /(?:^|[;,\s])(?:r|remaining)=(\d+)/u.exec(structured)?.[1];
  return {
    remaining: remaining !== undefined && /^\d+$/u.test(remaining) ? Number(remaining) : undefined,
    waitMs: retryAfter ?? waitOf(reset ?? null, serverNow),
  };
}

function firstOf(names: readonly string[], headers: Headers): string | undefined {
  for (const name of names) {
    const value = headers.get(name);
    // Repeated headers are joined with commas; the first is the server's own.
    if (value !== null) return value.split(",")[0].trim();
  }
  return undefined;
}

function waitOf(written: string | null, now: number): number | undefined {
  if (written === null || written.trim() === "") return undefined;
  const seconds = Number(written);
  if (Number.isFinite(seconds)) {
    const wait = seconds > epochSeconds ? seconds * 1000 - now : seconds * 1000;
    return Math.max(0, wait);
  }
  const time = definedTime(Date.parse(written));
  return time === undefined ? undefined : Math.max(0, time - now);
}

function definedTime(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time;
}
