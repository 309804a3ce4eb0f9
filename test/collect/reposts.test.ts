import { describe, expect, test } from "vitest";
import type { Companion } from "../../src/collect/collecting.js";
import { askedOf, collectFrom, freshFolder, readLog, serve } from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { type InventedPost, postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const companions = new Set<Companion>(["reposts"]);

function people(count: number): string[] {
  return Array.from({ length: count }, (_, row) => `reader${row}`);
}

function postPassedOnBy(reposters: string[], more: Partial<InventedPost> = {}): InventedPost {
  return { ...postsOf(1)[0], reposters, ...more };
}

async function repostsOf(server: MastodonServer, folder: string) {
  server.requests.length = 0;
  const run = await collectFrom([server], folder, { companions });
  const asked = askedOf(server).filter((path) => path.includes("/reblogged_by"));
  return { ...run, asked: asked.map((path) => path.replace("/api/v1/statuses/", "")) };
}

/** Whom the log names as having passed posts on. */
function named(folder: string): string[] {
  return readLog(folder).flatMap(({ step, body }) =>
    step === "reposters" && Array.isArray(body)
      ? body.map((account) => String(Reflect.get(Object(account), "acct")))
      : [],
  );
}

describe("who passed posts on", () => {
  test("is asked for each post that anybody did, in pages of eighty", async () => {
    const server = await serve({ posts: [postPassedOnBy(people(170)), ...postsOf(2, {}, 2)] });
    const folder = freshFolder(within);
    const { asked, notes } = await repostsOf(server, folder);
    expect(asked).toEqual([
      "1001/reblogged_by",
      "1001/reblogged_by?max_id=7090",
      "1001/reblogged_by?max_id=7010",
    ]);
    expect(server.requests.at(-1)?.url.searchParams.get("limit")).toBe("80");
    expect(named(folder)).toEqual(people(170));
    expect(notes[0]).toMatch(/^who passed posts on: at least 1 request,/u);
    expect(readLog(folder).at(-1)?.about).toEqual({
      post: "https://home.example/users/ada/statuses/1001",
      postedAt: "2026-03-01T01:00:00.000Z",
    });
  });

  test("is asked again where more did since, and not otherwise", async () => {
    const reposters = people(3);
    const server = await serve({ posts: [postPassedOnBy(reposters)] });
    const folder = freshFolder(within);
    await repostsOf(server, folder);
    expect((await repostsOf(server, folder)).asked).toEqual([]);
    reposters.unshift("eve");
    expect((await repostsOf(server, folder)).asked).toEqual(["1001/reblogged_by"]);
    expect((await repostsOf(server, folder)).asked).toEqual([]);
    reposters.pop();
    expect((await repostsOf(server, folder)).asked).toEqual([]);
  });

  test("goes on in the middle, and whoever came meanwhile is asked for after that", async () => {
    const reposters = people(170);
    const server = await serve({ posts: [postPassedOnBy(reposters)] });
    const folder = freshFolder(within);
    server.misbehave = ({ url }) =>
      url.searchParams.get("max_id") === "7090" ? { status: 503, value: {} } : undefined;
    const broken = await repostsOf(server, folder);
    expect(broken.outcome.failures).toHaveLength(1);
    server.misbehave = () => undefined;
    reposters.unshift("eve");
    expect((await repostsOf(server, folder)).asked[0]).toBe("1001/reblogged_by?max_id=7090");
    expect(named(folder)).not.toContain("eve");
    expect((await repostsOf(server, folder)).asked[0]).toBe("1001/reblogged_by");
    expect(named(folder)).toContain("eve");
  });

  test("is not asked about people who opted out", async () => {
    const posts = [postPassedOnBy(["eve"]), postPassedOnBy(["eve"], { id: "1002", acct: "dee" })];
    const server = await serve({ posts, accounts: { dee: { note: "#NoIndex" } } });
    expect((await repostsOf(server, freshFolder(within))).asked).toEqual(["1001/reblogged_by"]);
  });

  test("ends where a list leads back to where it was", async () => {
    const server = await serve({ posts: [postPassedOnBy(people(170))] });
    const folder = freshFolder(within);
    server.misbehave = ({ url, honest }) =>
      url.pathname.endsWith("/reblogged_by") ? { ...honest(), next: "7090" } : undefined;
    expect((await repostsOf(server, folder)).asked).toHaveLength(2);
    expect((await repostsOf(server, folder)).asked).toEqual([]);
  });

  test("ends after a thousand pages, whatever the server has still to give", async () => {
    const server = await serve({ posts: [postPassedOnBy(["eve"])] });
    const folder = freshFolder(within);
    server.misbehave = ({ url, number, honest }) =>
      url.pathname.endsWith("/reblogged_by") ? { ...honest(), next: `${number}` } : undefined;
    expect((await repostsOf(server, folder)).asked).toHaveLength(1001);
    expect((await repostsOf(server, folder)).asked).toEqual([]);
  });

  test("that is nested without end is a fault of that list", async () => {
    const posts = [postPassedOnBy(["eve"]), postPassedOnBy(["eve"], { id: "1002" })];
    const server = await serve({ posts });
    const folder = freshFolder(within);
    let nested: unknown = [];
    for (let depth = 0; depth < 3000; depth += 1) nested = [nested];
    server.misbehave = ({ url }) =>
      url.pathname.endsWith("1001/reblogged_by") ? { value: nested } : undefined;
    const { asked, outcome, notes } = await repostsOf(server, folder);
    expect(asked).toHaveLength(2);
    expect(outcome.failures).toEqual([]);
    expect(notes.join()).toContain("nested deeper");
    expect(named(folder)).toEqual(["eve"]);
  });

  test("that is gone is remembered as gone", async () => {
    const server = await serve({ posts: [postPassedOnBy(["eve"])] });
    const folder = freshFolder(within);
    server.misbehave = ({ url }) =>
      url.pathname.endsWith("/reblogged_by") ? { status: 404, value: {} } : undefined;
    expect((await repostsOf(server, folder)).asked).toHaveLength(1);
    expect((await repostsOf(server, folder)).asked).toEqual([]);
  });
});

describe("a post's own server", () => {
  test("is asked first where it is named, and knows the post by the id in its address", async () => {
    const home = await serve({ posts: [postPassedOnBy(["eve", "fay"], { id: "77", tags: [] })] });
    const uri = `${home.name.origin}/users/ada/statuses/77`;
    const here = await serve({ posts: [postPassedOnBy(["eve"], { more: { uri } })] });
    const folder = freshFolder(within);
    await collectFrom([here, home], folder, { companions });
    expect(askedOf(home)).toContain("/api/v1/statuses/77/reblogged_by");
    expect(askedOf(here).join()).not.toContain("reblogged_by");
    expect(named(folder)).toEqual(["eve", "fay"]);
  });

  test("is looked for once where it is public, and then the one that showed the post tells", async () => {
    const posts = postsOf(6).map((post) => ({ ...post, reposters: ["eve"] }));
    const server = await serve({ posts });
    const folder = freshFolder(within);
    const { asked, lookedUp, outcome } = await repostsOf(server, folder);
    expect([...lookedUp].sort()).toEqual(["b.example", "c.example", "home.example"]);
    expect(asked).toHaveLength(6);
    expect(outcome.failures).toEqual([]);
  });

  test("is not asked over plain HTTP, nor on this machine, unless it is named", async () => {
    const home = await serve({ posts: [] });
    const uri = `${home.name.origin}/users/ada/statuses/77`;
    const inside = `${home.name.origin.replace("http:", "https:")}/users/ada/statuses/78`;
    // An address without any server looks like a post's as well.
    const posts = [uri, inside, "odd:/users/ada/statuses/79"].map((address, row) =>
      postPassedOnBy(["eve"], { id: String(1001 + row), more: { uri: address } }),
    );
    const server = await serve({ posts });
    const { asked } = await repostsOf(server, freshFolder(within));
    expect(asked).toHaveLength(3);
    expect(home.requests).toEqual([]);
  });
});
