import type { Clock } from "../../src/model/clock.js";

/** Time that passes only where it is slept through, and deadlines that pass when the test says so. */
export interface TestClock extends Clock {
  /** What was slept, in milliseconds, in its order. */
  readonly waits: readonly number[];
  advance(milliseconds: number): void;
  /** Every deadline that was asked for so far is over. */
  passDeadlines(): void;
}

/** 14 November 2023, 22:13:20 UTC. */
export const testStart = 1_700_000_000_000;

/** A clock that stands at `begin` until it is slept or moved on; chances come round in their order. */
export function startTestClock(chances: readonly number[] = [0.5], begin = testStart): TestClock {
  let now = begin;
  let drawn = 0;
  const waits: number[] = [];
  const deadlines: AbortController[] = [];
  return {
    waits,
    now: () => now,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
    deadline() {
      const deadline = new AbortController();
      deadlines.push(deadline);
      return deadline.signal;
    },
    random() {
      drawn += 1;
      return chances[(drawn - 1) % chances.length];
    },
    advance(milliseconds) {
      now += milliseconds;
    },
    passDeadlines() {
      for (const deadline of deadlines) deadline.abort(new Error("the deadline is over"));
    },
  };
}
