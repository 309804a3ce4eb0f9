import type { CollectState, Wait } from "../model/collect-outcome.js";
import { type Console, clearLine, redrawLine } from "./console.js";
import { type LogFlags, tell } from "./log.js";

/** What a person sees while servers are asked. */
export interface CollectProgress {
  onProgress(state: CollectState): void;
  onWait(wait: Wait | undefined): void;
  onNote(note: string): void;
  /** Takes the line off the terminal. */
  clear(): void;
}

const redrawMs = 100;
/** Where lines stay, as in the log of a job, they are few. */
const lineMs = 30_000;
/** Shorter waits are over before anybody has read of them. */
const tellingWaitMs = 3000;

/**
 * On a terminal one line, redrawn in place: posts, people, answers, speed, and until when is waited
 * for whom. Elsewhere a plain line every half minute, and one for each wait.
 */
export function startCollectProgress(
  { stderr, clock }: Pick<Console, "stderr" | "clock">,
  isWanted: boolean,
  log: LogFlags["log"] = "text",
): CollectProgress {
  const isTerminal = stderr.isTTY === true && log === "text";
  const startedAt = clock.now();
  let writtenAt = Number.NEGATIVE_INFINITY;
  let state: CollectState | undefined;
  let first: CollectState | undefined;
  let waiting: Wait | undefined;

  const text = (): string => {
    if (state === undefined || first === undefined) return "asking";
    const seconds = Math.max(1, (clock.now() - startedAt) / 1000);
    const speed = (state.posts - first.posts) / seconds;
    const known = `${state.posts} posts of ${state.people} people, ${state.answers} answers, ${speed.toFixed(1)} posts a second`;
    if (waiting === undefined) return known;
    return `${known}; waiting until ${clockTime(waiting.until)}: ${waiting.reason}`;
  };

  const write = (isDue: boolean): void => {
    if (!isWanted || !isDue) return;
    writtenAt = clock.now();
    if (isTerminal) {
      redrawLine(stderr, text());
      return;
    }
    const event = waiting === undefined ? "progress" : "wait";
    const more = { ...state, ...(waiting === undefined ? {} : waitAnswer(waiting)) };
    tell({ stderr, clock }, log, [{ event, message: text(), more }]);
  };
  const clear = (): void => {
    if (isWanted && isTerminal) clearLine(stderr);
  };

  return {
    onProgress(now) {
      first ??= now;
      state = now;
      if (!isTerminal && writtenAt === Number.NEGATIVE_INFINITY) writtenAt = clock.now();
      write(clock.now() - writtenAt >= (isTerminal ? redrawMs : lineMs));
    },
    onWait(wait) {
      waiting = wait;
      const isLong = wait !== undefined && wait.until - clock.now() >= tellingWaitMs;
      write(isTerminal || isLong);
    },
    onNote(note) {
      if (!isWanted) return;
      clear();
      tell({ stderr, clock }, log, [{ event: "note", message: note }]);
      write(isTerminal && state !== undefined);
    },
    clear,
  };
}

function waitAnswer({ host, reason, until }: Wait) {
  return { host, reason, until: new Date(until).toISOString() };
}

function clockTime(time: number): string {
  return `${new Date(time).toISOString().slice(11, 19)} UTC`;
}
