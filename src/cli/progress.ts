import type { OnProgress } from "../model/progress.js";
import { type Console, clearLine, type OutputStream, redrawLine } from "./console.js";
import { type LogFlags, tell } from "./log.js";

/** One line that says what is being waited for. */
interface Progress {
  readonly show: OnProgress;
  clear(): void;
}

const redrawMs = 100;
/** Before that a guess of how long it takes is worth nothing. */
const guessAfterMs = 2000;
const guessAfterShare = 0.01;

/** In a log steps are few: each as it begins, and one that lasts every half minute. */
const logEveryMs = 30_000;

/** Does some work and shows how far it is, as a command was told to; nothing of that is left when it ends. */
export async function withProgress<Result>(
  console: Pick<Console, "stderr" | "clock">,
  flags: LogFlags,
  work: (onProgress: OnProgress) => Promise<Result>,
): Promise<Result> {
  const progress = progressOf(console, flags);
  try {
    return await work(progress.show);
  } finally {
    progress.clear();
  }
}

function progressOf(
  console: Pick<Console, "stderr" | "clock">,
  { quiet, log }: LogFlags,
): Progress {
  const { stderr, clock } = console;
  if (log !== "json") return startProgress(stderr, quiet !== true, clock.now);
  if (quiet === true) return { show: () => {}, clear: () => {} };
  let toldAt = Number.NEGATIVE_INFINITY;
  let step = "";
  return {
    show(what, share) {
      const [name] = what.split(":");
      if (name === step && clock.now() - toldAt < logEveryMs) return;
      step = name;
      toldAt = clock.now();
      tell(console, log, [{ event: "progress", message: what, more: { step, share } }]);
    },
    clear() {},
  };
}

/**
 * Progress on a terminal, redrawn in place and gone when the work is done; nothing on a pipe. Of a
 * step whose share is known it says about how long it still takes. `now` gives milliseconds.
 */
export function startProgress(
  stream: OutputStream,
  isWanted: boolean,
  now: () => number,
): Progress {
  if (!isWanted || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let startedAt = now();
  let step = "";
  return {
    show(what, share) {
      const [name] = what.split(":");
      const isNew = name !== step;
      if (!isNew && now() - drawnAt < redrawMs) return;
      if (isNew) startedAt = now();
      step = name;
      drawnAt = now();
      const text = share === undefined ? what : withShare(what, share, now() - startedAt);
      redrawLine(stream, text);
    },
    clear() {
      clearLine(stream);
    },
  };
}

function withShare(what: string, share: number, elapsedMs: number): string {
  const separator = what.includes(": ") ? ", " : ": ";
  const known = `${what}${separator}${Math.floor(share * 100)} %`;
  if (elapsedMs < guessAfterMs || share < guessAfterShare || share >= 1) return known;
  const seconds = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
  const left = seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  return `${known}, about ${left} left`;
}
