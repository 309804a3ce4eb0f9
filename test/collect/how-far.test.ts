import { describe, expect, test } from "vitest";
import { askedOf, collectFrom, freshFolder, readLog, serve } from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { hourOf, postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

/** The cursors that a run asked for, and how many posts it has brought. */
async function run(
  server: MastodonServer,
  folder: string,
  parts: Parameters<typeof collectFrom>[2] = {},
) {
  server.requests.length = 0;
  const { outcome } = await collectFrom([server], folder, parts);
  const cursors = server.requests.slice(1).map(({ url }) => url.searchParams.get("max_id"));
  return { cursors, posts: outcome.posts, newPosts: outcome.newPosts };
}

describe("--max-posts", () => {
  test("is a maximum, and the same again brings what is new", async () => {
    const server = await serve({ posts: postsOf(95), mostPerPage: 10 });
    const folder = freshFolder(within);
    const maxPosts = 20;
    expect(await run(server, folder, { maxPosts })).toEqual({
      cursors: [null, "1086"],
      posts: 20,
      newPosts: 20,
    });
    expect(readLog(folder).at(-1)).toMatchObject({ end: "max-posts", next: "1076" });
    expect(await run(server, folder, { maxPosts })).toMatchObject({ cursors: [null], newPosts: 0 });
    server.world.posts.push(...postsOf(3, {}, 96));
    expect(await run(server, folder, { maxPosts })).toMatchObject({ cursors: [null], newPosts: 3 });
  });

  test("that is greater than before goes on downward, and without it all comes", async () => {
    const server = await serve({ posts: postsOf(95), mostPerPage: 10 });
    const folder = freshFolder(within);
    await run(server, folder, { maxPosts: 20 });
    server.world.posts.push(...postsOf(5, {}, 96));
    expect(await run(server, folder, { maxPosts: 40 })).toEqual({
      cursors: ["1076", "1066", null],
      posts: 45,
      newPosts: 25,
    });
    const rest = await run(server, folder);
    expect(rest.cursors[0]).toBe("1056");
    expect(rest).toMatchObject({ posts: 100, newPosts: 55 });
  });

  test("leaves no gap for ever where more was new than it allows", async () => {
    const server = await serve({ posts: postsOf(30), mostPerPage: 10 });
    const folder = freshFolder(within);
    await run(server, folder, { maxPosts: 10 });
    server.world.posts.push(...postsOf(35, {}, 31));
    expect(await run(server, folder, { maxPosts: 10 })).toMatchObject({ newPosts: 10 });
    expect(await run(server, folder, { maxPosts: 10 })).toMatchObject({ newPosts: 0 });
    expect(await run(server, folder)).toMatchObject({ posts: 65, newPosts: 45 });
  });

  test("counts posts that are asked for, not those of the page", async () => {
    const posts = postsOf(40).map((post, row) =>
      row % 2 === 0 ? post : { ...post, tags: ["MedEd", "spam"] },
    );
    const server = await serve({ posts, mostPerPage: 10, ignoresFilters: true });
    const question = { none: ["spam"] };
    const first = await run(server, freshFolder(within), { question, maxPosts: 10 });
    expect(first).toMatchObject({ cursors: [null, "1031"], posts: 10 });
  });

  test("holds where a server gives more than it is asked for, and the rest comes later", async () => {
    const server = await serve({ posts: postsOf(95) });
    server.misbehave = ({ url, honest }) => {
      if (url.searchParams.has("limit")) url.searchParams.set("limit", "40");
      return honest();
    };
    const folder = freshFolder(within);
    expect(await run(server, folder, { maxPosts: 55 })).toMatchObject({ posts: 55 });
    expect(readLog(folder).at(-1)).toMatchObject({ end: "max-posts", beyondMax: 25 });
    expect(await run(server, folder)).toMatchObject({ posts: 95, newPosts: 40 });
  });
});

describe("a period", () => {
  const question = { since: Date.parse(hourOf(200)) };

  test("ends after two pages without any post of it, so that a late one is met", async () => {
    const late = { createdAt: hourOf(250) };
    const posts = postsOf(300).map((post) => (post.id === "1150" ? { ...post, ...late } : post));
    const server = await serve({ posts });
    const folder = freshFolder(within);
    expect(await run(server, folder, { question })).toEqual({
      cursors: [null, "1261", "1221", "1181", "1141", "1101"],
      posts: 102,
      newPosts: 102,
    });
    expect(readLog(folder).at(-1)).toMatchObject({ end: "since" });
    expect(await run(server, folder, { question })).toMatchObject({ cursors: [null], newPosts: 0 });
  });

  test("that is broken off between its last two pages ends with the second", async () => {
    const server = await serve({ posts: postsOf(300) });
    const folder = freshFolder(within);
    server.misbehave = ({ number }) => (number < 6 ? undefined : { status: 500, value: {} });
    await run(server, folder, { question });
    server.misbehave = () => undefined;
    expect(await run(server, folder, { question })).toMatchObject({ cursors: ["1141", null] });
  });

  test("holds its first moment and not its last; what is without is walked past", async () => {
    const server = await serve({ posts: postsOf(50) });
    const until = Date.parse(hourOf(5));
    const folder = freshFolder(within);
    const { outcome } = await collectFrom([server], folder, {
      question: { since: Date.parse(hourOf(3)), until },
    });
    expect(outcome).toMatchObject({ posts: 2, sources: [{ oldest: Date.parse(hourOf(3)) }] });
    expect(askedOf(server)).toHaveLength(3);
  });
});
