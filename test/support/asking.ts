import { expect } from "vitest";
import type { HttpOptions } from "../../src/collect/http.js";
import { type Ask, startAsking } from "../../src/collect/patient-ask.js";
import { type Fetch, type Lookup, platformFetch } from "../../src/collect/platform-fetch.js";
import type { Wait } from "../../src/model/collect-outcome.js";
import { SourceError } from "../../src/model/errors.js";
import { startTestClock, type TestClock } from "./test-clock.js";

export interface AskingOptions {
  /** The servers that the user named. */
  readonly named?: readonly { readonly origin: string }[];
  readonly secrets?: HttpOptions["secrets"];
  readonly patienceMs?: number;
  readonly clock?: TestClock;
  readonly lookUp?: Lookup;
  /** For what no server of this machine can play: one that is public. */
  readonly fetch?: Fetch;
  readonly onWait?: (wait: Wait | undefined) => void;
}

export interface Asking {
  readonly ask: Ask;
  readonly clock: TestClock;
  /** What was told of waiting, in its order; `undefined` where a wait was over. */
  readonly told: readonly (Wait | undefined)[];
  stop(reason: Error): void;
}

export const testUserAgent = "tagatlas/0.0.0 (+https://example.org/tagatlas)";

/** The door to the network as a collection opens it, with time in the test's hands. */
export function openAsking({
  named = [],
  secrets = new Map(),
  patienceMs = 3_600_000,
  clock = startTestClock(),
  lookUp,
  fetch = platformFetch(lookUp),
  onWait = () => {},
}: AskingOptions = {}): Asking {
  const stopping = new AbortController();
  const told: (Wait | undefined)[] = [];
  const ask = startAsking({
    fetch,
    clock,
    userAgent: testUserAgent,
    secrets,
    namedOrigins: new Set(named.map(({ origin }) => origin)),
    signal: stopping.signal,
    patienceMs,
    onWait(wait) {
      told.push(wait);
      onWait(wait);
    },
  });
  return { ask, clock, told, stop: (reason) => stopping.abort(reason) };
}

/** The error that a question ends in. */
export async function failureOf(asked: Promise<unknown>): Promise<SourceError> {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  if (!(error instanceof SourceError)) throw error;
  return error;
}
