import type { CollectOutcome, SourceOutcome } from "../model/collect-outcome.js";
import { type ExitCode, exitCodes, SourceError, type UserError } from "../model/errors.js";
import { counted } from "../text/counted.js";
import { answerTime } from "./answer-json.js";
import type { LogEvent } from "./log.js";

/** What a collection came to, for a terminal. */
export function collectText(tag: string, outcome: CollectOutcome, folder: string): string {
  const { posts, people, newPosts, sources, path } = outcome;
  if (posts === 0) return noPosts(tag, outcome);
  const lines = [
    `#${tag}: ${counted(posts, "post", "posts")} of ${counted(people, "person", "people")}, ${newPosts} new`,
    ...sources.map(sourceLine),
    `Everything that was answered is in ${path}. What it says:`,
    `  tagatlas analyze ${/^[\w./-]+$/u.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Servers that answered and have none, as a nightly job may meet them on its first day. */
function noPosts(tag: string, { sources }: CollectOutcome): string {
  const asked = sources.filter(({ pages }) => pages > 0).map(({ source }) => source);
  if (asked.length === 0) return `#${tag}: no posts\n`;
  const shows = asked.length === 1 ? "shows" : "show";
  return `#${tag}: no posts: ${asked.join(" and ")} ${shows} none; the same command asks again\n`;
}

function sourceLine(outcome: SourceOutcome): string {
  const { source, posts, pages, oldest, newest, late, latestMs } = outcome;
  const { lookBackMs, isEndToBeShownAgain } = outcome;
  const period =
    oldest === undefined || newest === undefined ? "" : `, ${day(oldest)} to ${day(newest)}`;
  const delay =
    late === 0 ? "" : `; ${late} (${percent(late / posts)}) came late, by up to ${span(latestMs)}`;
  const looksBack =
    lookBackMs === undefined ? "" : `; the next run looks ${span(lookBackMs)} back for late posts`;
  const looksDown = isEndToBeShownAgain ? " and once more for older ones" : "";
  return `  ${source}: ${counted(posts, "post", "posts")} in ${counted(pages, "page", "pages")}${period}${delay}${looksBack}${looksDown}`;
}

function percent(share: number): string {
  return `${share < 0.01 ? "under 1" : Math.round(share * 100)} %`;
}

/** Up to two days in hours. */
function span(milliseconds: number): string {
  const hours = Math.ceil(milliseconds / 3_600_000);
  return hours < 48
    ? counted(hours, "hour", "hours")
    : counted(Math.ceil(hours / 24), "day", "days");
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** What went wrong, each with its next step; empty where nothing did. */
export function collectFailures({ failures, wasInterrupted }: CollectOutcome): LogEvent[] {
  const events: LogEvent[] = failures.map((failure) => {
    const { message, nextStep, ...more } = failureAnswer(failure);
    return { event: "error", message, nextStep, more };
  });
  if (wasInterrupted) {
    events.push({
      event: "warning",
      message: "interrupted; the same command goes on where it was",
    });
  }
  return events;
}

function failureAnswer(failure: UserError) {
  const { message, nextStep } = failure;
  if (!(failure instanceof SourceError)) return { message, nextStep };
  return { message, nextStep, problem: failure.problem, status: failure.status };
}

/** What a collection came to, as data. */
export function collectionAnswer(tag: string, outcome: CollectOutcome) {
  const { failures, sources, path, wasInterrupted, ...numbers } = outcome;
  return {
    hashtag: tag,
    log: path,
    ...numbers,
    sources: sources.map(({ oldest, newest, ...source }) => ({
      ...source,
      oldest: answerTime(oldest),
      newest: answerTime(newest),
    })),
    failures: failures.map(failureAnswer),
    wasInterrupted,
  };
}

/** What a collection would cost, a sentence a line. */
export function planText({ plan }: CollectOutcome): string {
  return plan.map((cost) => `${cost}\n`).join("");
}

/** How planning ended, for scripts. */
export function planExitCode({ plan, failures, wasInterrupted }: CollectOutcome): ExitCode {
  if (wasInterrupted) return exitCodes.interrupted;
  if (failures.length === 0) return exitCodes.done;
  return plan.length === 0 ? exitCodes.userError : exitCodes.incomplete;
}

/** How a collection ended, for scripts. */
export function collectExitCode({ posts, failures, wasInterrupted }: CollectOutcome): ExitCode {
  if (wasInterrupted) return exitCodes.interrupted;
  if (posts === 0) return failures.length > 0 ? exitCodes.userError : exitCodes.nothingToReport;
  return failures.length > 0 ? exitCodes.incomplete : exitCodes.done;
}
