import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { LockHolder } from "../../src/collect/collection-lock.js";
import { UserError } from "../../src/model/errors.js";
import { collectFrom, freshFolder, logPath, serve } from "../support/collect-run.js";
import { postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const since = "2026-03-19T00:00:00.000Z";
let other: ChildProcess;
let gonePid: number;

beforeAll(async () => {
  other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const short = spawn(process.execPath, ["-e", ""]);
  gonePid = pidOf(short);
  await new Promise((resolve) => short.once("exit", resolve));
});
afterAll(() => {
  other.kill();
});

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("no process");
  return pid;
}

/** A folder whose lock somebody has. */
function folderOf(holder: LockHolder | string): string {
  const folder = freshFolder(within);
  writeFileSync(lockPath(folder), typeof holder === "string" ? holder : JSON.stringify(holder));
  return folder;
}

function lockPath(folder: string): string {
  return `${logPath(folder)}.lock`;
}

async function refusalOf(folder: string): Promise<UserError> {
  const server = await serve({ posts: postsOf(3) });
  const error: unknown = await collectFrom([server], folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(server.requests).toEqual([]);
  if (!(error instanceof UserError)) throw new Error("not refused");
  return error;
}

describe("the lock of a collection", () => {
  test("that a living process has keeps others out, and says whose it is", async () => {
    const pid = pidOf(other);
    const folder = folderOf({ pid, host: "here.example", since });
    const { message, nextStep } = await refusalOf(folder);
    expect(message).toBe(
      `another run is collecting into this folder: process ${pid} on here.example, since ${since}`,
    );
    expect(nextStep).toContain(lockPath(folder));
    expect(readdirSync(folder)).toEqual(["pages.ndjson.lock"]);
    expect(JSON.parse(readFileSync(lockPath(folder), "utf8"))).toMatchObject({ pid });
  });

  test("that a dead one left is taken over, which is said", async () => {
    const server = await serve({ posts: postsOf(3) });
    // In a container the next process often has the same number.
    for (const pid of [gonePid, process.pid]) {
      const folder = folderOf({ pid, host: "here.example", since });
      const { notes, outcome } = await collectFrom([server], folder);
      expect(outcome.posts).toBe(3);
      expect(notes).toEqual([`process ${pid}, which collected here since ${since}, was cut short`]);
      expect(readdirSync(folder)).toEqual(["pages.ndjson"]);
    }
  });

  test("of another machine is kept for ten minutes after it was last touched", async () => {
    const folder = folderOf({ pid: gonePid, host: "elsewhere.example", since });
    const touch = (minutesAgo: number): void => {
      const time = Date.now() / 1000 - minutesAgo * 60;
      utimesSync(lockPath(folder), time, time);
    };
    expect((await refusalOf(folder)).message).toContain("elsewhere.example");
    touch(9);
    expect((await refusalOf(folder)).message).toContain("elsewhere.example");
    touch(11);
    const { notes } = await collectFrom([await serve({ posts: postsOf(3) })], folder);
    expect(notes[0]).toContain("was cut short");
    expect(existsSync(lockPath(folder))).toBe(false);
  });

  test("is touched every half minute, so that a long run keeps it", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const server = await serve({ posts: postsOf(100), mostPerPage: 1 });
    const folder = freshFolder(within);
    let touchedAt = 0;
    server.misbehave = ({ number }) => {
      if (number === 2) utimesSync(lockPath(folder), 0, 0);
      if (number === 3) vi.advanceTimersByTime(30_000);
      touchedAt = statSync(lockPath(folder)).mtimeMs;
      return undefined;
    };
    await collectFrom([server], folder);
    expect(touchedAt).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual(["pages.ndjson"]);
  });

  test("that says nothing of its holder is kept, and what to do is told", async () => {
    for (const text of ["", "{", '{"pid":"x"}']) {
      const { message, nextStep } = await refusalOf(folderOf(text));
      expect(message).toContain("is there");
      expect(nextStep).toContain("remove");
    }
  });

  test("is there during a run and gone after it, however it ends", async () => {
    const server = await serve({ posts: postsOf(3) });
    const folder = freshFolder(within);
    const held: unknown[] = [];
    server.misbehave = () => {
      held.push(JSON.parse(readFileSync(lockPath(folder), "utf8")));
      return undefined;
    };
    await collectFrom([server], folder);
    expect(held[0]).toMatchObject({ pid: process.pid, host: "here.example" });
    expect(readdirSync(folder)).toEqual(["pages.ndjson"]);

    server.misbehave = () => ({ status: 503, value: {} });
    await collectFrom([server], folder);
    expect(readdirSync(folder)).toEqual(["pages.ndjson"]);

    const anotherQuestion = collectFrom([server], folder, { question: { tag: "nursing" } });
    await expect(anotherQuestion).rejects.toThrow("another question");
    expect(readdirSync(folder)).toEqual(["pages.ndjson"]);

    const stop = new AbortController();
    server.misbehave = () => {
      stop.abort();
      return undefined;
    };
    await collectFrom([server], folder, { signal: stop.signal });
    expect(readdirSync(folder)).toEqual(["pages.ndjson"]);

    writeFileSync(logPath(folder), "no log\n");
    await expect(collectFrom([server], folder)).rejects.toThrow("no log");
    expect(readdirSync(folder)).toEqual(["pages.ndjson"]);
  });

  test("that others have taken meanwhile is left to them", async () => {
    const server = await serve({ posts: postsOf(3) });
    const folder = freshFolder(within);
    const theirs = JSON.stringify({ pid: 1, host: "elsewhere.example", since });
    server.misbehave = () => {
      writeFileSync(lockPath(folder), theirs);
      return undefined;
    };
    await collectFrom([server], folder);
    expect(readFileSync(lockPath(folder), "utf8")).toBe(theirs);
  });

  test("is held by one of many that come at once", async () => {
    const server = await serve({ posts: postsOf(3) });
    const folder = folderOf({ pid: gonePid, host: "here.example", since });
    const holders: unknown[] = [];
    server.misbehave = () => {
      holders.push(JSON.parse(readFileSync(lockPath(folder), "utf8")));
      return undefined;
    };
    const pids = [pidOf(other), process.pid, process.ppid];
    const runs = await Promise.allSettled(
      pids.map((pid) =>
        collectFrom([server], folder, { self: { pid, host: "here.example", since: `${pid}` } }),
      ),
    );
    expect(runs.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    for (const run of runs) {
      if (run.status === "rejected") expect(run.reason.message).toContain("another run");
    }
    // None came between the requests of another.
    const inTurn = holders.map((holder) => JSON.stringify(holder));
    const changes = inTurn.filter((holder, row) => holder !== inTurn[row - 1]);
    expect(new Set(changes).size).toBe(changes.length);
    expect(readdirSync(folder)).toEqual(["pages.ndjson"]);
  });
});
