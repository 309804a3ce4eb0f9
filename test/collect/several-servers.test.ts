import { describe, expect, test } from "vitest";
import type { Companion } from "../../src/collect/collecting.js";
import { askedOf, collectFrom, freshFolder, serve, timelineIds } from "../support/collect-run.js";
import { hourOf, type InventedPost, postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

/** The same posts as another server shows them, under ids of its own. */
function asSeenElsewhere(posts: readonly InventedPost[]): InventedPost[] {
  return posts.map((post) => {
    const [user, host = "home.example"] = post.acct.split("@");
    const uri = `https://${host}/users/${user}/statuses/${post.id}`;
    return { ...post, id: String(Number(post.id) + 5000), more: { uri } };
  });
}

describe("several servers", () => {
  test("are merged by the address of a post, and what each showed is told", async () => {
    const here = await serve({ posts: postsOf(50) });
    const there = await serve({ posts: asSeenElsewhere(postsOf(30, {}, 31)) });
    const { outcome } = await collectFrom([here, there], freshFolder(within));
    expect(outcome).toMatchObject({ posts: 60, newPosts: 60 });
    expect(outcome.sources).toMatchObject([
      {
        source: here.name.host,
        posts: 50,
        pages: 2,
        oldest: Date.parse(hourOf(1)),
        newest: Date.parse(hourOf(50)),
      },
      {
        source: there.name.host,
        posts: 30,
        pages: 3,
        oldest: Date.parse(hourOf(31)),
        newest: Date.parse(hourOf(60)),
      },
    ]);
  });

  test("are asked side by side", async () => {
    const servers = [await serve({ posts: postsOf(50) }), await serve({ posts: postsOf(50) })];
    const requestsThere: number[] = [];
    for (const [own, server] of servers.entries()) {
      server.misbehave = () => {
        requestsThere.push(servers[1 - own].requests.length);
        return undefined;
      };
    }
    await collectFrom(servers, freshFolder(within));
    // Neither had answered all before the other was asked.
    expect(requestsThere.slice(0, 2).every((count) => count < 3)).toBe(true);
    expect(requestsThere).toHaveLength(6);
  });

  test("go on where one fails, which is told, and which goes on the next time", async () => {
    const good = await serve({ posts: postsOf(50) });
    const bad = await serve({ posts: asSeenElsewhere(postsOf(60)) });
    bad.misbehave = ({ number }) => (number < 3 ? undefined : { status: 503, value: {} });
    const folder = freshFolder(within);
    const { outcome } = await collectFrom([bad, good], folder);
    expect(outcome.posts).toBe(60);
    expect(outcome.failures).toHaveLength(1);
    expect(outcome.failures[0]).toMatchObject({ name: "UserError", problem: "unavailable" });
    expect(outcome.failures[0].message).toContain(bad.name.host);
    bad.misbehave = () => undefined;
    const again = await collectFrom([bad, good], folder);
    expect(again.outcome).toMatchObject({ posts: 60, failures: [] });
    expect(new Set(timelineIds(folder)).size).toBe(110);
  });

  test("that nobody can reach leave the others alone", async () => {
    const gone = await serve({ posts: [] });
    await gone.close();
    const good = await serve({ posts: postsOf(5) });
    const { outcome } = await collectFrom([gone, good], freshFolder(within));
    expect(outcome.posts).toBe(5);
    expect(outcome.failures[0].message).toContain(`${gone.name.host} takes no connections`);
  });

  test("are each asked for a thing once, the next where the first fails", async () => {
    const posts = postsOf(3);
    const replies = posts.map(({ id }, row) => ({
      ...postsOf(1, { inReplyTo: id, tags: [] }, 100 + row)[0],
    }));
    const first = await serve({ posts: [...posts, ...replies] });
    const second = await serve({
      posts: [
        ...asSeenElsewhere(posts),
        ...replies.map((reply) => ({
          ...reply,
          id: String(Number(reply.id) + 5000),
          inReplyTo: String(Number(reply.inReplyTo) + 5000),
        })),
      ],
    });
    first.misbehave = ({ url }) =>
      url.pathname.endsWith("1002/context") ? { status: 503, value: {} } : undefined;
    const folder = freshFolder(within);
    const companions = new Set<Companion>(["replies"]);
    const { outcome } = await collectFrom([first, second], folder, { companions });
    const contexts = (paths: string[]) => paths.filter((path) => path.endsWith("/context"));
    expect(new Set(contexts(askedOf(first)))).toEqual(
      new Set(["/api/v1/statuses/1001/context", "/api/v1/statuses/1002/context"]),
    );
    expect(contexts(askedOf(second))).toEqual(["/api/v1/statuses/6003/context"]);
    expect(outcome.failures.map(({ message }) => message)).toEqual([
      expect.stringContaining(first.name.host),
    ]);
  });
});
