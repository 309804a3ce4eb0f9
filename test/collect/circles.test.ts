import { describe, expect, test } from "vitest";
import { collectFrom, freshFolder, readLog, serve, timelineIds } from "../support/collect-run.js";
import type { Reply } from "../support/mastodon-server.js";
import { postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

describe("a walk through a timeline ends, and says so", () => {
  test("where the server leads back to an earlier page", async () => {
    for (const backTo of ["1056", "1016"]) {
      const server = await serve({ posts: postsOf(95) });
      server.misbehave = ({ url, honest }) =>
        url.searchParams.get("max_id") === "1016" ? { ...honest(), next: backTo } : undefined;
      const folder = freshFolder(within);
      const { notes, outcome } = await collectFrom([server], folder);
      // The id of the last post leads on where the server's own link does not.
      expect(notes).toEqual([]);
      expect(outcome).toMatchObject({ posts: 95, failures: [] });
      expect(server.requests).toHaveLength(5);
      expect(readLog(folder).at(-1)?.end).toBe("oldest");
    }
  });

  test("where the server gives the same posts under ever new cursors", async () => {
    const server = await serve({ posts: postsOf(95) });
    let first: Reply | undefined;
    server.misbehave = ({ number, honest }) => {
      if (number === 1) return undefined;
      first ??= honest();
      return { ...first, next: String(5000 - number) };
    };
    const { notes, outcome } = await collectFrom([server], freshFolder(within));
    expect(notes).toHaveLength(1);
    expect(server.requests).toHaveLength(5);
    expect(outcome.posts).toBe(40);
    expect(outcome.failures.map(({ message }) => message)).toEqual([
      `${server.name.host} showed no way on to posts that are older than 2026-03-03 08:00 UTC, so that some may be missing`,
    ]);
  });

  test("after the twenty-first empty page, though there would be more", async () => {
    const server = await serve({ posts: postsOf(5) });
    server.misbehave = ({ number }) =>
      number < 2 ? undefined : { value: [], next: String(5000 - number) };
    const folder = freshFolder(within);
    const { notes } = await collectFrom([server], folder);
    expect(notes).toEqual([
      `${server.name.host} gives 21 empty pages in a row: this walk ends there`,
    ]);
    expect(readLog(folder).filter(({ step }) => step === "timeline")).toHaveLength(21);
  });
});

test("Twenty empty pages are no end", async () => {
  const server = await serve({ posts: postsOf(5) });
  server.misbehave = ({ number }) =>
    number < 2 || number > 21 ? undefined : { value: [], next: String(5000 - number) };
  const folder = freshFolder(within);
  const { notes } = await collectFrom([server], folder);
  expect(notes).toEqual([]);
  expect(timelineIds(folder)).toHaveLength(5);
});
