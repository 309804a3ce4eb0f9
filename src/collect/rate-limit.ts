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
  const retryAfter = waitOf(firstOf(["retry-after"], headers), serverNow);
  const { left, reset } = readStructured(headers.get("ratelimit") ?? "");
  const remaining = firstOf(remainingNames, headers) ?? left;
  return {
    remaining: remaining !== undefined && /^\d+$/u.test(remaining) ? Number(remaining) : undefined,
    waitMs: retryAfter ?? waitOf(firstOf(resetNames, headers) ?? reset, serverNow),
  };
}

interface StructuredLimit {
  readonly left: string | undefined;
  readonly reset: string | undefined;
}

/** Of several limits the one with the fewest requests left, and of these the longest. */
function readStructured(written: string): StructuredLimit {
  // The older draft has one limit, with commas between its parts.
  const limits = /;\s*[rt]=/u.test(written) ? written.split(",") : [written];
  const read = limits.map((limit) => ({
    left: /(?:^|[;,\s])(?:r|remaining)=(\d+)/u.exec(limit)?.[1],
    reset: /(?:^|[;,\s])(?:t|reset)=(\d+)/u.exec(limit)?.[1],
  }));
  return read.sort(
    (a, b) =>
      Number(a.left ?? Infinity) - Number(b.left ?? Infinity) ||
      Number(b.reset ?? 0) - Number(a.reset ?? 0),
  )[0];
}

function firstOf(names: readonly string[], headers: Headers): string | undefined {
  for (const name of names) {
    const value = headers.get(name);
    // Repeated headers are joined with commas, as the parts of a date are: the first is the server's.
    if (value !== null) return /^[a-z]{3,9},[^,]*|^[^,]*/iu.exec(value)?.[0].trim();
  }
  return undefined;
}

function waitOf(written: string | undefined, now: number): number | undefined {
  if (written === undefined || written.trim() === "") return undefined;
  if (/^\d{1,12}(?:\.\d*)?$/u.test(written.trim())) {
    const seconds = Number(written);
    const wait = seconds > epochSeconds ? seconds * 1000 - now : seconds * 1000;
    return Math.max(0, wait);
  }
  // Of other words, Date.parse makes a time as well: of "-5" one in 2001.
  if (!/^\s*(?:\d{4}-\d\d-\d\d|[a-z]{3,9},? )/iu.test(written)) return undefined;
  const time = definedTime(Date.parse(written));
  return time === undefined ? undefined : Math.max(0, time - now);
}

function definedTime(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time;
}
