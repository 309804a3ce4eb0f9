import type { Clock } from "../../src/model/clock.js";

export interface StillClock extends Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: readonly number[];
  advance(milliseconds: number): void;
}

/** A clock that stands still but for what is slept, which takes no time; nothing comes too late. */
export function stillClock(begin: number): StillClock {
  let now = begin;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
    deadline: () => new AbortController().signal,
    random: () => 0.5,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
