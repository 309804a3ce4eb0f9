import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Companion } from "../../src/collect/collecting.js";
import {
  collectFrom,
  freshFolder,
  logLines,
  logPath,
  readLog,
  serve,
  timelineIds,
} from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { hourOf, type MastodonWorld, postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const everything = new Set<Companion>(["replies", "reposts", "follows"]);

/** Three pages of posts, with threads, and lists of two pages. */
function world(): MastodonWorld {
  const posts = postsOf(95);
  const people = Array.from({ length: 95 }, (_, row) => `reader${row}`);
  posts[3] = { ...posts[3], reposters: people };
  posts[50] = { ...posts[50], reposters: ["dee", "eve"] };
  for (const [id, inReplyTo] of [
    ["2001", "1005"],
    ["2002", "2001"],
    ["2003", "1060"],
  ]) {
    posts.push({ id, acct: "ada", createdAt: hourOf(200), tags: [], inReplyTo });
  }
  posts.push({ ...posts[0], id: "2004", inReplyTo: "2003", createdAt: hourOf(201) });
  return { posts, following: { ada: people, "ben@b.example": ["ada"], "cem@c.example": ["ada"] } };
}

/** What a log tells, in whichever order it came; a list by its pages. */
function told(folder: string): Set<string> {
  return new Set(
    readLog(folder)
      .filter(({ step }) => step !== "server" && step !== "tag")
      .flatMap(({ step, about, body, next }) => {
        const values: readonly unknown[] = Array.isArray(body) ? body : [body];
        return values.map((value) =>
          JSON.stringify([step, about, step === "timeline" ? value : [value, next]]),
        );
      }),
  );
}

/** Where each page of a log begins, by walk and list. */
function pageStarts(folder: string): string[] {
  return readLog(folder).flatMap(({ step, sweep, about, request }) =>
    step === "server" || step === "tag" ? [] : [JSON.stringify([step, sweep, about, request.uri])],
  );
}

async function undisturbed(): Promise<{ folder: string; requests: number }> {
  const server = await serve(world());
  const folder = freshFolder(within);
  await collectFrom([server], folder, { companions: everything });
  return { folder, requests: server.requests.length };
}

function sourceless(server: MastodonServer, facts: Set<string>): string[] {
  return [...facts].map((fact) => fact.replaceAll(server.name.host, "HOST")).sort();
}

describe("a collection that is broken off", () => {
  test("by a server that fails from any request on, goes on to the same end", async () => {
    const whole = await undisturbed();
    expect(whole.requests).toBeGreaterThan(12);
    for (let failing = 1; failing <= whole.requests; failing += 1) {
      const server = await serve(world());
      const folder = freshFolder(within);
      server.misbehave = ({ number }) =>
        number < failing ? undefined : { status: 503, value: { error: "Maintenance" } };
      const broken = await collectFrom([server], folder, { companions: everything });
      expect(broken.outcome.failures, `from ${failing}`).toHaveLength(1);
      expect(broken.outcome.failures[0].message).toContain("HTTP 503");
      server.misbehave = () => undefined;
      const { outcome } = await collectFrom([server], folder, { companions: everything });
      expect(outcome.failures).toEqual([]);
      expect(sourceless(server, told(folder)), `from ${failing}`).toEqual(
        sourceless(server, told(whole.folder)),
      );
      const starts = pageStarts(folder);
      expect(new Set(starts).size, `from ${failing}`).toBe(starts.length);
    }
  });

  test("by a person at any request, goes on to the same end", async () => {
    const whole = await undisturbed();
    for (let last = 1; last <= whole.requests; last += 1) {
      const server = await serve(world());
      const folder = freshFolder(within);
      const stop = new AbortController();
      server.misbehave = ({ number }) => {
        if (number === last) stop.abort();
        return undefined;
      };
      const { signal } = stop;
      const broken = await collectFrom([server], folder, { companions: everything, signal });
      expect(broken.outcome).toMatchObject({ wasInterrupted: true, failures: [] });
      server.misbehave = () => undefined;
      await collectFrom([server], folder, { companions: everything });
      expect(sourceless(server, told(folder)), `at ${last}`).toEqual(
        sourceless(server, told(whole.folder)),
      );
      const starts = pageStarts(folder);
      expect(new Set(starts).size, `at ${last}`).toBe(starts.length);
    }
  });

  test("goes on where it was, and only then looks for what is new", async () => {
    const server = await serve({ posts: postsOf(95) });
    const folder = freshFolder(within);
    server.misbehave = ({ number }) => (number < 3 ? undefined : { status: 500, value: {} });
    await collectFrom([server], folder);
    expect(timelineIds(folder)).toHaveLength(40);
    server.misbehave = () => undefined;
    server.world.posts.push(...postsOf(5, {}, 96));
    server.requests.length = 0;
    const { outcome } = await collectFrom([server], folder);
    expect(server.requests.map(({ url }) => url.searchParams.get("max_id"))).toEqual([
      null,
      "1056",
      "1016",
      null,
    ]);
    expect(outcome).toMatchObject({ posts: 100, newPosts: 60 });
  });
});

describe("a last line that is torn", () => {
  test("anywhere in the last two is cut off, said, and asked for again", async () => {
    const server = await serve({ posts: postsOf(2, { tags: ["Médéd"] }), mostPerPage: 1 });
    const question = { tag: "Médéd" };
    const folder = freshFolder(within);
    await collectFrom([server], folder, { question });
    const bytes = readFileSync(logPath(folder));
    const wanted = new Set(timelineIds(folder));
    const lines = logLines(folder).map((line) => Buffer.byteLength(line) + 1);
    const lastTwo = lines.slice(-2).reduce((a, b) => a + b);
    expect(lines).toHaveLength(4);
    for (let cut = bytes.length - lastTwo; cut < bytes.length; cut += 1) {
      const sinceLine = cut - bytes.lastIndexOf("\n", cut - 1);
      const toLine = bytes.indexOf("\n", cut) - cut;
      // Every byte at both ends of a line, every eleventh between: all of them take too long.
      if (Math.min(sinceLine, toLine) > 20 && cut % 11 !== 0) continue;
      writeFileSync(logPath(folder), bytes);
      truncateSync(logPath(folder), cut);
      const { outcome, notes } = await collectFrom([server], folder, { question });
      expect(new Set(timelineIds(folder)), `at ${cut}`).toEqual(wanted);
      expect(outcome.posts).toBe(2);
      const whole = bytes.lastIndexOf("\n", cut - 1) + 1;
      const said = `the last answer was not written whole: its ${cut - whole} bytes are cut off`;
      expect(notes).toEqual(cut === whole ? [] : [said]);
    }
  });

  test("of a log that had no other, begins it anew", async () => {
    const server = await serve({ posts: postsOf(5) });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    for (const bytes of [0, 1, 13, 14, 15, 200]) {
      truncateSync(logPath(folder), bytes);
      const { outcome } = await collectFrom([server], folder);
      expect(outcome).toMatchObject({ posts: 5, newPosts: 5 });
    }
  });
});

describe("a file in the log's place", () => {
  test("that is no log is refused and left as it is", async () => {
    const server = await serve({ posts: postsOf(5) });
    for (const text of [
      "a table\nof something\n",
      '{"id":"1"}\n',
      "no line end",
      '{"tagatlas":2',
    ]) {
      const folder = freshFolder(within);
      writeFileSync(logPath(folder), text);
      await expect(collectFrom([server], folder)).rejects.toThrow("is no log of a collection");
      expect(readFileSync(logPath(folder), "utf8")).toBe(text);
    }
    expect(server.requests).toEqual([]);
  });

  test("with damaged lines in the middle keeps them, and says which", async () => {
    const server = await serve({ posts: postsOf(95) });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    const [first, second, ...rest] = logLines(folder);
    const damaged = `${[first, "\u0000\u0000", second, `${second.slice(0, 99)}`, ...rest].join("\n")}\n`;
    rmSync(logPath(folder));
    writeFileSync(logPath(folder), damaged);
    const { outcome, notes } = await collectFrom([server], folder);
    expect(notes).toEqual(["damaged lines are left as they are: 2, 4"]);
    expect(outcome).toMatchObject({ posts: 95, newPosts: 0 });
    expect(readFileSync(logPath(folder), "utf8").startsWith(damaged)).toBe(true);
  });

  test("with a byte order mark and empty lines, as editors leave them, has lost nothing", async () => {
    const server = await serve({ posts: postsOf(95) });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    const [first, ...rest] = logLines(folder);
    writeFileSync(logPath(folder), `\uFEFF${[first, "", " \r", ...rest].join("\r\n")}\r\n`);
    const { outcome, notes } = await collectFrom([server], folder);
    expect(notes).toEqual([]);
    expect(outcome).toMatchObject({ posts: 95, newPosts: 0, failures: [] });
  });
});
