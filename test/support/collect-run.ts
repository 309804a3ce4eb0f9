import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type CollectOptions, collect } from "../../src/collect/collect.js";
import { platformFetch } from "../../src/collect/platform-fetch.js";
import type { CollectOutcome } from "../../src/model/collect-outcome.js";
import {
  type AnswerLine,
  answerLineSchema,
  collectionLogName,
} from "../../src/model/collection-log.js";
import type { Question } from "../../src/model/question.js";
import { type MastodonServer, startMastodonServer } from "./mastodon-server.js";
import type { MastodonWorld } from "./mastodon-world.js";
import { startTestClock } from "./test-clock.js";

export interface CollectRun {
  readonly outcome: CollectOutcome;
  readonly notes: readonly string[];
  /** Names whose address was looked up. */
  readonly lookedUp: readonly string[];
}

/** What a test may ask for: the rest is the same for all. */
export type RunParts = Partial<Omit<CollectOptions, "question" | "servers" | "folder">> & {
  readonly question?: Partial<Question>;
  readonly now?: number;
};

/** When the collections of tests begin. */
export const march20 = Date.UTC(2026, 2, 20);

const lookedUp: string[] = [];

/** The network as it is, but no name in it has an address. */
const onThisMachine = platformFetch((host, _options, done) => {
  lookedUp.push(host);
  done(Object.assign(new Error(`no ${host}`), { code: "ENOTFOUND" }), []);
});

/** A server that ends with the test. */
export async function serve(world: MastodonWorld): Promise<MastodonServer> {
  const server = await startMastodonServer(world);
  onTestFinished(() => server.close());
  return server;
}

/** A new folder within one. */
export function freshFolder(within: string): string {
  return mkdtempSync(join(within, "collection-"));
}

/** Collects #MedEd from servers on this machine. No name has an address. */
export async function collectFrom(
  servers: readonly MastodonServer[],
  folder: string,
  { question = {}, now = march20, ...more }: RunParts = {},
): Promise<CollectRun> {
  const notes: string[] = [];
  lookedUp.length = 0;
  const outcome = await collect({
    folder,
    question: { tag: "MedEd", any: [], all: [], none: [], scope: "everywhere", ...question },
    servers: servers.map(({ name }) => name),
    x: undefined,
    companions: new Set(),
    maxPosts: undefined,
    patienceMs: 15 * 60_000,
    userAgent: "tagatlas/0 (+https://tagatlas.example)",
    environment: {},
    self: { pid: process.pid, host: "here.example", since: new Date(now).toISOString() },
    fetch: onThisMachine,
    clock: startTestClock([0.5], now),
    signal: new AbortController().signal,
    respect: "discoverable",
    onProgress() {},
    onWait() {},
    onNote: (note) => notes.push(note),
    ...more,
  });
  return { outcome, notes, lookedUp: [...lookedUp] };
}

export function logPath(folder: string): string {
  return join(folder, collectionLogName);
}

/** The lines of a collection's log as they stand there; none where there is no log. */
export function logLines(folder: string): string[] {
  if (!existsSync(logPath(folder))) return [];
  return readFileSync(logPath(folder), "utf8").split("\n").slice(0, -1);
}

export function readLog(folder: string): AnswerLine[] {
  return logLines(folder).map((line) => answerLineSchema.parse(JSON.parse(line)));
}

/** What was asked of a server: path and question, without its limit, and without what a plan asks. */
export function askedOf({ requests }: MastodonServer): string[] {
  return requests
    .filter(({ url }) => !url.pathname.startsWith("/api/v1/tags/"))
    .map(({ url }) => {
      const { pathname, searchParams } = url;
      const filters = [...searchParams].filter(([name]) => name !== "limit");
      const asked = filters.map(([name, value]) => `${name}=${value}`).join("&");
      return asked === "" ? pathname : `${pathname}?${asked}`;
    });
}

/** Ids of the posts in an answer's body. */
export function idsIn(body: unknown): string[] {
  if (!Array.isArray(body)) return [];
  return body.map((status) => String(Reflect.get(Object(status), "id")));
}

/** Ids of the posts in the timelines of a log, each as often as it stands there. */
export function timelineIds(folder: string): string[] {
  return readLog(folder)
    .filter(({ step }) => step === "timeline")
    .flatMap(({ body }) => idsIn(body));
}
