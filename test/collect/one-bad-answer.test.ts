import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { networkOfFiles } from "../support/analyze-items.js";
import { collectFrom, freshFolder, logLines, logPath, serve } from "../support/collect-run.js";
import type { AskedRequest, MastodonServer, Reply } from "../support/mastodon-server.js";
import { postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

type Fault = (request: AskedRequest) => Reply | undefined;

const isLower = ({ url }: AskedRequest): boolean => url.searchParams.has("max_id");
const isTimeline = ({ url }: AskedRequest): boolean => url.pathname.includes("/timelines/");

/** The first page again in place of any other, as a cache gives it that forgets the question. */
const stale: Fault = (request) => {
  if (!isLower(request)) return undefined;
  request.url.searchParams.delete("max_id");
  return request.honest();
};
const emptied: Fault = (request) => (isLower(request) ? { value: [] } : undefined);
const withoutLink: Fault = (request) =>
  isTimeline(request) ? { ...request.honest(), next: undefined } : undefined;

/** The same fault in the first so many answers of a timeline. */
function once(fault: Fault, times: number): Fault {
  let left = times;
  return (request) => {
    if (!isTimeline(request)) return undefined;
    const reply = left > 0 ? fault(request) : undefined;
    if (reply !== undefined) left -= 1;
    return reply;
  };
}

async function collectTwice(fault: Fault): Promise<{ posts: number[]; server: MastodonServer }> {
  const server = await serve({ posts: postsOf(100) });
  const folder = freshFolder(within);
  server.misbehave = fault;
  const first = await collectFrom([server], folder);
  server.misbehave = () => undefined;
  const second = await collectFrom([server], folder);
  return { posts: [first.outcome.posts, second.outcome.posts], server };
}

describe("one bad answer does not cut off the past:", () => {
  test.each([
    ["a page of a cache, once", once(stale, 1), 100],
    ["a page of a cache for the whole run", stale, 40],
    ["one empty answer", once(emptied, 1), 100],
    ["empty answers for the whole run", emptied, 40],
    ["one answer without Link", once(withoutLink, 1), 100],
    ["no answer with a Link, as on Pixelfed before 2025", withoutLink, 100],
  ])("%s", async (_name, fault, afterFirst) => {
    const { posts } = await collectTwice(fault);
    expect(posts).toEqual([afterFirst, 100]);
  });

  test("a line of the log that is damaged later, wherever it stands", async () => {
    for (const damaged of [1, 2, 3, 4]) {
      const server = await serve({ posts: postsOf(150) });
      const folder = freshFolder(within);
      await collectFrom([server], folder);
      const lines = logLines(folder);
      lines[damaged] = lines[damaged].slice(0, 300).padEnd(400, "\u0000");
      writeFileSync(logPath(folder), `${lines.join("\n")}\n`);
      await collectFrom([server], folder);
      const { corpus } = await networkOfFiles([folder]);
      expect(corpus.posts.count, `line ${damaged}`).toBe(150);
      expect(readFileSync(logPath(folder), "utf8")).toContain("\u0000");
      server.requests.length = 0;
      await collectFrom([server], folder);
      expect(server.requests.length, `line ${damaged}`).toBeLessThan(4);
    }
  });
});

describe("a gap that a server leaves", () => {
  test("is told with its date, ends with exit code 3, and is in the report", async () => {
    const server = await serve({ posts: postsOf(100) });
    const folder = freshFolder(within);
    server.misbehave = stale;
    const words = ["collect", "MedEd", "--from", server.name.origin, "--out", folder];
    const { code, stderr } = await runCommand(words);
    expect(code).toBe(3);
    expect(stderr).toContain("showed no way on to posts that are older than 2026-03-03 13:00 UTC");
    const report = await runCommand(["analyze", folder, "--json"]);
    const { sources } = JSON.parse(report.stdout).provenance.coverage;
    expect(sources[0].gaps).toEqual([{ to: "2026-03-03T13:00:00Z" }]);
    server.misbehave = () => undefined;
    expect((await runCommand(words)).code).toBe(0);
    const whole = await runCommand(["analyze", folder, "--json"]);
    const [source] = JSON.parse(whole.stdout).provenance.coverage.sources;
    expect(source).toMatchObject({ gaps: [], isEndUnconfirmed: true });
    const unconfirmed = /That it has no post older than [-\d :]+ was shown in one run alone\./u;
    const told = async (): Promise<string> =>
      (await runCommand(["analyze", folder])).stdout.replaceAll(/\s+/gu, " ");
    expect(await told()).toMatch(unconfirmed);
    await runCommand(words);
    expect(await told()).not.toMatch(unconfirmed);
  });
});
