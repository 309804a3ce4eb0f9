import type { Collecting } from "../collecting.js";
import type { Sweep } from "../sweep.js";

/** Which posts a search goes through: of the last seven days, or all there ever were. */
export type XReach = "recent" | "all";

/** What a search goes through: bounded by times or by the numbers of posts, never by both. */
export interface XWindow {
  readonly reach: XReach;
  /** Posts from then on and before then, as RFC 3339. */
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  /** Posts with a greater and with a lower number than these. */
  readonly sinceId?: string | undefined;
  readonly untilId?: string | undefined;
}

/** A minute less than seven days: a question takes its time to arrive. */
const recentMs = 7 * 86_400_000 - 60_000;
/** X wants the end of a period to lie so far back. */
const endMarginMs = 10_000;
/** Milliseconds since 1970 at which the numbers of posts count from. */
const epochOfIds = 1_288_834_974_657n;

/**
 * What a search for what `earlier` sweeps have not goes through, or, with a sweep to go on with, for
 * what stands below its oldest post. The search of recent posts is in every plan; a period that
 * begins earlier takes the full archive, which is not.
 */
export function windowOf(
  { question, clock }: Pick<Collecting, "question" | "clock">,
  earlier: readonly Sweep[],
  begun?: Sweep,
): XWindow {
  const now = clock.now();
  const { since } = question;
  const until =
    question.until === undefined || question.until > now - endMarginMs ? undefined : question.until;
  const reach = since !== undefined && since < now - recentMs ? "all" : "recent";
  const newest = idsOf(earlier).at(-1);
  // The search of recent posts knows of no older ones, and refuses their numbers.
  const isUsable = newest !== undefined && (reach === "all" || isRecent(newest, now));
  const sinceId = isUsable ? newest : undefined;
  const untilId = begun === undefined ? undefined : idsOf([begun])[0];
  if (sinceId === undefined && untilId === undefined) {
    return { reach, startTime: rfc3339(since, Math.floor), endTime: rfc3339(until, Math.ceil) };
  }
  const firstId = since === undefined ? undefined : idAt(since) - 1n;
  return {
    reach,
    sinceId: atLeastOne(sinceId ?? firstId),
    untilId: atLeastOne(untilId ?? (until === undefined ? undefined : idAt(until))),
  };
}

/** Whether X still takes a question that it took once. */
export function isStillTaken(
  { reach, startTime, sinceId, untilId }: XWindow,
  now: number,
): boolean {
  if (reach === "all") return true;
  const startsInTime = startTime === undefined || Date.parse(startTime) > now - recentMs;
  return startsInTime && [sinceId, untilId].every((id) => id === undefined || isRecent(id, now));
}

/** Whether the search of recent posts has nothing more of what a sweep still lacks. */
export function isOutOfReach(sweep: Sweep, collecting: Collecting): boolean {
  const oldest = idsOf([sweep])[0];
  if (oldest === undefined || windowOf(collecting, []).reach === "all") return false;
  return !isRecent(oldest, collecting.clock.now());
}

/** The numbers of posts, ascending. */
function idsOf(sweeps: readonly Sweep[]): bigint[] {
  return sweeps
    .flatMap(({ ids }) => [...ids].flatMap((id) => (/^\d+$/u.test(id) ? [BigInt(id)] : [])))
    .sort((a, b) => (a < b ? -1 : 1));
}

function isRecent(id: bigint | string, now: number): boolean {
  return Number((BigInt(id) >> 22n) + epochOfIds) > now - recentMs;
}

/** The lowest number that a post of that time can have. */
function idAt(time: number): bigint {
  return (BigInt(Math.ceil(time)) - epochOfIds) << 22n;
}

function atLeastOne(id: bigint | undefined): string | undefined {
  return id === undefined ? undefined : (id < 1n ? 1n : id).toString();
}

/** To the second, as X takes it. */
function rfc3339(time: number | undefined, round: (seconds: number) => number): string | undefined {
  if (time === undefined) return undefined;
  return new Date(round(time / 1000) * 1000).toISOString().replace(/\.\d+Z$/u, "Z");
}
