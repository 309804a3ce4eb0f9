import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CollectOptions, collect } from "../../src/collect/collect.js";
import type { Companion } from "../../src/collect/collecting.js";
import { platformFetch } from "../../src/collect/platform-fetch.js";
import type { Clock } from "../../src/model/clock.js";
import type { CollectOutcome, Wait } from "../../src/model/collect-outcome.js";
import {
  type AnswerLine,
  answerLineSchema,
  collectionLogName,
} from "../../src/model/collection-log.js";
import type { UserError } from "../../src/model/errors.js";
import type { Question } from "../../src/model/question.js";
import { startXServer, type XServer, type XServerOptions } from "./x-server.js";

export const dayMs = 86_400_000;
/** The noon from which the tests' clocks go on. */
export const noon = Date.UTC(2026, 8, 15, 12);
export const inventedToken = "AAAAinvented%2Fbearer%3Dtoken";

/** A clock that stands still but for those who sleep, which takes no time. */
export interface TestClock extends Clock {
  time: number;
}

export function testClock(time = noon): TestClock {
  return {
    time,
    now() {
      return this.time;
    },
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      this.time += milliseconds;
    },
    deadline: () => new AbortController().signal,
    random: () => 0.5,
  };
}

export interface XRun {
  readonly outcome: CollectOutcome;
  readonly failures: readonly UserError[];
  readonly notes: readonly string[];
  readonly waits: readonly Wait[];
}

export interface XRunOptions {
  readonly question?: Partial<Question>;
  readonly dialect?: "post" | "tweet";
  /** Enough, where a test does not say; `undefined` for nothing said. */
  readonly maxCost?: number | undefined;
  readonly confirm?: (question: string) => Promise<boolean>;
  readonly companions?: readonly Companion[];
  readonly maxPosts?: number;
  readonly isPlan?: boolean;
  readonly patienceMs?: number;
  readonly environment?: CollectOptions["environment"];
}

/** A folder, a clock and a server of X, and runs of a collection there. */
export interface XCollection {
  readonly folder: string;
  readonly clock: TestClock;
  readonly server: XServer;
  run(options?: XRunOptions): Promise<XRun>;
  log(): AnswerLine[];
  /** All that the folder holds. */
  bytes(): string;
}

/** Starts an X with a world, to be collected from into an empty folder within another. */
export async function startXCollection(
  parent: string,
  world: Partial<XServerOptions>,
): Promise<XCollection> {
  const clock = testClock();
  const server = await startXServer({
    posts: [],
    people: [],
    dialect: "post",
    token: inventedToken,
    now: () => clock.time,
    ...world,
  });
  const folder = mkdtempSync(join(parent, "x-"));
  return {
    folder,
    clock,
    server,
    run: (options = {}) => runX(folder, clock, server.origin, options),
    log: () => readLog(folder),
    bytes: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), "utf8"))
        .join(),
  };
}

/** One run, with the same question unless a test is about another. */
export async function runX(
  folder: string,
  clock: TestClock,
  origin: string,
  options: XRunOptions,
): Promise<XRun> {
  const notes: string[] = [];
  const waits: Wait[] = [];
  const outcome = await collect({
    folder,
    question: {
      tag: "NetViz",
      any: [],
      all: [],
      none: [],
      scope: "everywhere",
      ...options.question,
    },
    servers: [],
    x: {
      origin,
      dialect: options.dialect ?? "post",
      maxCost: "maxCost" in options ? options.maxCost : 1000,
      confirm: options.confirm,
    },
    companions: new Set(options.companions),
    maxPosts: options.maxPosts,
    isPlan: options.isPlan,
    patienceMs: options.patienceMs ?? 3_600_000,
    userAgent: "tagatlas/0.0.0",
    environment: options.environment ?? { TAGATLAS_X_BEARER_TOKEN: inventedToken },
    self: { pid: process.pid, host: "test", since: new Date(clock.time).toISOString() },
    fetch: platformFetch(),
    clock,
    signal: new AbortController().signal,
    respect: "discoverable",
    onProgress() {},
    onWait(wait) {
      if (wait !== undefined) waits.push(wait);
    },
    onNote(note) {
      notes.push(note);
    },
  });
  return { outcome, failures: outcome.failures, notes, waits };
}

function readLog(folder: string): AnswerLine[] {
  return readFileSync(join(folder, collectionLogName), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => answerLineSchema.parse(JSON.parse(line)));
}
