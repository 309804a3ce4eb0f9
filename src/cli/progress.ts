import { fittingLine, type OutputStream } from "./console.js";

/** One line that says what is being waited for. */
export interface Progress {
  show(what: string): void;
  clear(): void;
}

const redrawMs = 100;

/**
 * Progress on a terminal, redrawn in place and gone when the work is done; nothing on a pipe.
 * `now` gives milliseconds.
 */
export function startProgress(
  stream: OutputStream,
  isWanted: boolean,
  now: () => number,
): Progress {
  if (!isWanted || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let last = "";
  return {
    show(what) {
      const isSameKind = what.split(":")[0] === last.split(":")[0];
      if (isSameKind && now() - drawnAt < redrawMs) return;
      drawnAt = now();
      last = what;
      stream.write(`\r\u001b[K${fittingLine(what, stream)}`);
    },
    clear() {
      stream.write("\r\u001b[K");
    },
  };
}
