import { describe, expect, test } from "vitest";
import {
  askedOf,
  collectFrom,
  freshFolder,
  march20,
  readLog,
  serve,
} from "../support/collect-run.js";
import { postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const dayMs = 86_400_000;

async function peopleOf(folder: string, ...more: string[]): Promise<number> {
  const { stdout } = await runCommand(["analyze", folder, "--json", ...more]);
  return JSON.parse(stdout).people.length;
}

/** One post each, in the last hours before the first run. */
function recent(count: number) {
  return postsOf(count).map((post, row) => ({
    ...post,
    acct: `user${row}`,
    createdAt: new Date(march20 - (count - row) * 3_600_000).toISOString(),
  }));
}

describe("a post that its server shows no more", () => {
  test("is asked for by itself, marked as gone, and left out unless --keep-deleted", async () => {
    const server = await serve({ posts: recent(10) });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    server.world.posts.splice(4, 2);
    const now = march20 + dayMs;
    const { notes } = await collectFrom([server], folder, { now });
    expect(notes).toEqual([
      "2 of the posts here are gone from their servers, and are left out of analyses",
    ]);
    expect(
      readLog(folder).flatMap(({ step, status }) => (step === "post" ? [status] : [])),
    ).toEqual([404, 404]);
    expect(await peopleOf(folder)).toBe(8);
    expect(await peopleOf(folder, "--keep-deleted")).toBe(10);
    server.requests.length = 0;
    await collectFrom([server], folder, { now: now + dayMs });
    expect(askedOf(server).some((path) => path.includes("/statuses/"))).toBe(false);
  });

  test("and shows again later, counts again", async () => {
    const posts = recent(10);
    const server = await serve({ posts: [...posts] });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    server.world.posts.splice(4, 2);
    await collectFrom([server], folder, { now: march20 + dayMs });
    expect(await peopleOf(folder)).toBe(8);
    server.world.posts.push(posts[4]);
    await collectFrom([server], folder, { now: march20 + 2 * dayMs });
    expect(await peopleOf(folder)).toBe(9);
  });

  test("is not gone for an outage, a refusal, or a page in HTML with 404", async () => {
    const outages = [
      { status: 503, value: { error: "down" } },
      { status: 401, value: { error: "no" } },
      { status: 404, value: "<html>Not found</html>" },
    ];
    for (const outage of outages) {
      const server = await serve({ posts: recent(10) });
      const folder = freshFolder(within);
      await collectFrom([server], folder);
      server.world.posts.splice(4, 2);
      server.misbehave = ({ url }) => (url.pathname.includes("/statuses/") ? outage : undefined);
      await collectFrom([server], folder, { now: march20 + dayMs, patienceMs: 0 });
      expect(readLog(folder).some(({ step }) => step === "post")).toBe(false);
      expect(await peopleOf(folder)).toBe(10);
      server.misbehave = () => undefined;
      await collectFrom([server], folder, { now: march20 + 2 * dayMs });
      expect(await peopleOf(folder)).toBe(8);
    }
  });

  test("whose thread alone is not to be had is not gone", async () => {
    const posts = [...recent(3), { ...postsOf(1, {}, 20)[0], inReplyTo: postsOf(1)[0].id }];
    const server = await serve({ posts });
    server.misbehave = ({ url }) =>
      url.pathname.endsWith("/context")
        ? { status: 404, value: { error: "Record not found" } }
        : undefined;
    const folder = freshFolder(within);
    const companions = new Set(["replies"] as const);
    for (let day = 0; day < 4; day += 1) {
      await collectFrom([server], folder, { companions, now: march20 + day * dayMs });
    }
    expect(readLog(folder).filter(({ step }) => step === "thread").length).toBeLessThanOrEqual(6);
    expect(await peopleOf(folder)).toBe(4);
  });

  test("but has all the same, as without its hashtag, is not gone", async () => {
    const server = await serve({ posts: recent(10) });
    const folder = freshFolder(within);
    await collectFrom([server], folder);
    server.world.posts[4] = { ...server.world.posts[4], tags: [] };
    await collectFrom([server], folder, { now: march20 + dayMs });
    expect(readLog(folder).at(-1)).toMatchObject({ step: "post", status: 200 });
    expect(await peopleOf(folder)).toBe(10);
  });

  test("and another server here still does, is not gone", async () => {
    const posts = recent(10);
    const servers = [await serve({ posts: [...posts] }), await serve({ posts: [...posts] })];
    const folder = freshFolder(within);
    await collectFrom(servers, folder);
    servers[0].world.posts.splice(4, 2);
    await collectFrom(servers, folder, { now: march20 + dayMs });
    expect(readLog(folder).some(({ step }) => step === "post")).toBe(false);
    expect(await peopleOf(folder)).toBe(10);
  });
});
