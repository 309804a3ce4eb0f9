import { describe, expect, test } from "vitest";
import {
  askedOf,
  collectFrom,
  freshFolder,
  logLines,
  readLog,
  serve,
  timelineIds,
} from "../support/collect-run.js";
import { hourOf, postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const timeline = "/api/v1/timelines/tag/MedEd";

describe("a timeline", () => {
  test("comes whole, in pages of forty, one request a page", async () => {
    const server = await serve({ posts: postsOf(95) });
    const folder = freshFolder(within);
    const { outcome, notes } = await collectFrom([server], folder);
    expect(askedOf(server)).toEqual([
      "/api/v2/instance",
      timeline,
      `${timeline}?max_id=1056`,
      `${timeline}?max_id=1016`,
    ]);
    expect(server.requests[1].url.searchParams.get("limit")).toBe("40");
    expect(timelineIds(folder)).toEqual(server.world.posts.map(({ id }) => id).reverse());
    expect(outcome).toMatchObject({
      posts: 95,
      newPosts: 95,
      people: 3,
      answers: 4,
      failures: [],
      wasInterrupted: false,
      sources: [
        {
          source: server.name.host,
          posts: 95,
          pages: 3,
          oldest: Date.UTC(2026, 2, 1, 1),
          newest: Date.UTC(2026, 2, 1, 95),
        },
      ],
    });
    expect(notes).toEqual([]);
  });

  test("is kept an answer a line, byte for byte but for line ends between tokens", async () => {
    const posts = postsOf(41, { more: { content: "<p>\u2028 ünï \\n \u0000 1.10 😀</p>" } });
    const server = await serve({ posts, indent: 2 });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    const bodies = server.requests.map(({ body }) => body.replaceAll("\n", " "));
    const lines = logLines(folder);
    expect(lines).toHaveLength(3);
    for (const [row, line] of lines.entries()) {
      expect(line.endsWith(`,"body":${bodies[row]}}`)).toBe(true);
    }
    const [description, page, last] = readLog(folder);
    expect(description).toMatchObject({ platform: "mastodon", step: "server", status: 200 });
    expect(page).toMatchObject({
      source: server.name.host,
      step: "timeline",
      sweep: 1,
      next: "1002",
      request: { method: "GET", uri: `${server.name.origin}${timeline}?limit=40` },
      recorded_at: "2026-03-20T00:00:00.000Z",
    });
    expect(page.headers.link).toContain("max_id=1002");
    expect(last).toMatchObject({ sweep: 1, end: "oldest" });
  });

  test("of which nothing is new costs a second look at its end and one page, and what is new comes without the rest", async () => {
    const server = await serve({ posts: postsOf(95) });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    server.requests.length = 0;
    const again = await collectFrom([server], folder);
    expect(askedOf(server)).toEqual(["/api/v2/instance", `${timeline}?max_id=1001`, timeline]);
    expect(again.outcome).toMatchObject({ posts: 95, newPosts: 0 });

    const fresh = postsOf(50, {}, 96).map((post, row) => ({
      ...post,
      createdAt: hourOf(500 + row),
    }));
    server.world.posts.push(...fresh);
    server.requests.length = 0;
    const { outcome } = await collectFrom([server], folder);
    expect(askedOf(server)).toEqual(["/api/v2/instance", timeline, `${timeline}?max_id=1106`]);
    expect(outcome).toMatchObject({ posts: 145, newPosts: 50 });
    expect(readLog(folder).flatMap(({ end }) => end ?? [])).toEqual([
      "oldest",
      "oldest",
      "known",
      "known",
    ]);
  });

  test("that is empty, or of a hashtag that GoToSocial does not know, is an answer", async () => {
    for (const software of ["mastodon", "gotosocial"] as const) {
      const server = await serve({ software, posts: [], neededToken: "a-token-of-ours" });
      const folder = freshFolder(within);
      const environment = { TAGATLAS_MASTODON_TOKEN: "a-token-of-ours" };
      const { outcome } = await collectFrom([server], folder, { environment });
      expect(outcome).toMatchObject({ posts: 0, answers: 2, failures: [] });
      expect(readLog(folder)[1]).toMatchObject({
        step: "timeline",
        status: software === "mastodon" ? 200 : 404,
        end: "oldest",
      });
    }
  });

  test("has the hashtag in its path as it was written, whatever letters it has", async () => {
    const tag = "Ünï/ça..?#%";
    const server = await serve({ posts: postsOf(1, { tags: [tag] }) });
    const { outcome } = await collectFrom([server], freshFolder(within), { question: { tag } });
    expect(server.requests[1].url.pathname).toBe(
      `/api/v1/timelines/tag/${encodeURIComponent(tag)}`,
    );
    expect(outcome.posts).toBe(1);
  });

  test("of smaller pages than were asked for comes whole as well", async () => {
    const server = await serve({ posts: postsOf(21), mostPerPage: 10 });
    const { outcome } = await collectFrom([server], freshFolder(within));
    expect(outcome).toMatchObject({ posts: 21, answers: 4 });
  });
});
