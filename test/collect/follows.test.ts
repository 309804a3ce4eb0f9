import { describe, expect, test } from "vitest";
import type { Companion } from "../../src/collect/collecting.js";
import { askedOf, collectFrom, freshFolder, readLog, serve } from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const companions = new Set<Companion>(["follows"]);
const following = "/api/v1/accounts/id-";

/** A post by each of these people. */
function postsBy(...people: string[]) {
  return people.map((acct, row) => postsOf(1, { acct }, row + 1)[0]);
}

function people(count: number): string[] {
  return Array.from({ length: count }, (_, row) => `reader${row}`);
}

async function followsOf(servers: readonly MastodonServer[], folder: string) {
  for (const { requests } of servers) requests.length = 0;
  const run = await collectFrom(servers, folder, { companions });
  const asked = servers.map((server) =>
    askedOf(server).filter((path) => path.startsWith("/api/v1/accounts/")),
  );
  return { ...run, asked };
}

describe("whom people follow", () => {
  test("is asked once for everybody who posted, page by page", async () => {
    const posts = [...postsOf(6), ...postsOf(6, {}, 7)];
    const server = await serve({
      posts,
      following: { ada: people(100), "ben@b.example": ["ada"], "cem@c.example": ["ada"] },
    });
    const folder = freshFolder(within);
    const { asked, notes, lookedUp } = await followsOf([server], folder);
    expect(asked[0]).toEqual([
      `${following}ada/following`,
      `${following}ada/following?max_id=7020`,
      `${following}ben%40b.example/following`,
      `${following}cem%40c.example/following`,
    ]);
    expect(notes[0]).toMatch(/^whom people follow: at least 3 requests/u);
    // Their own servers would know better, but have no address here.
    expect([...lookedUp].sort()).toEqual(["b.example", "c.example"]);
    expect(readLog(folder).at(-1)).toMatchObject({
      step: "following",
      about: { account: "cem@c.example" },
    });
    expect((await followsOf([server], folder)).asked).toEqual([[]]);
  });

  test("is not asked where they hide it, follow nobody or have opted out", async () => {
    const all = ["ada", "dee", "eve", "fay", "gus"];
    const server = await serve({
      posts: postsBy(...all),
      following: Object.fromEntries(all.map((acct) => [acct, ["hal"]])),
      accounts: {
        dee: { hide_collections: true },
        eve: { following_count: 0 },
        fay: { following_count: -1 },
        gus: { note: "#nobot" },
      },
    });
    const { asked } = await followsOf([server], freshFolder(within));
    expect(asked).toEqual([[`${following}ada/following`]]);
  });

  test("is asked where a server does not tell how many they are", async () => {
    const server = await serve({
      posts: postsBy("ada"),
      following: { ada: ["hal"] },
      accounts: { ada: { following_count: undefined } },
    });
    const { asked } = await followsOf([server], freshFolder(within));
    expect(asked).toEqual([[`${following}ada/following`]]);
  });

  test("goes on in the middle of a list", async () => {
    const server = await serve({ posts: postsBy("ada"), following: { ada: people(100) } });
    const folder = freshFolder(within);
    server.misbehave = ({ url }) =>
      /following$/u.test(url.pathname) && url.searchParams.has("max_id")
        ? { status: 503, value: {} }
        : undefined;
    await followsOf([server], folder);
    server.misbehave = () => undefined;
    const { asked } = await followsOf([server], folder);
    expect(asked).toEqual([[`${following}ada/following?max_id=7020`]]);
  });

  test("is asked of their own server where that is named, by the id that they have there", async () => {
    const home = await serve({
      posts: [],
      following: { ben: people(3) },
      accounts: { ben: { id: "42" } },
    });
    const acct = `ben@${home.name.host}`;
    const account = { url: `${home.name.origin}/@ben`, following_count: 3 };
    const here = await serve({ posts: postsBy(acct), accounts: { [acct]: account } });
    home.misbehave = ({ url }) =>
      url.pathname === "/api/v1/accounts/42/following" ? { value: [] } : undefined;
    const folder = freshFolder(within);
    const { asked } = await followsOf([here, home], folder);
    expect(asked).toEqual([
      [],
      [`/api/v1/accounts/lookup?acct=${acct}`, "/api/v1/accounts/42/following"],
    ]);
    expect((await followsOf([here, home], folder)).asked).toEqual([[], []]);
  });

  test("is not asked at all where their own server says that they have opted out", async () => {
    const home = await serve({
      posts: [],
      following: { ben: people(3) },
      accounts: { ben: { discoverable: false } },
    });
    const acct = `ben@${home.name.host}`;
    const account = { url: `${home.name.origin}/@ben`, following_count: 3 };
    const here = await serve({
      posts: postsBy(acct),
      accounts: { [acct]: account },
      following: { [acct]: people(2) },
    });
    const folder = freshFolder(within);
    const { asked } = await followsOf([here, home], folder);
    expect(asked).toEqual([[], [`/api/v1/accounts/lookup?acct=${acct}`]]);
    expect((await followsOf([here, home], folder)).asked).toEqual([[], []]);
  });

  test("of somebody whom their own server does not know is told by the one that showed them", async () => {
    const home = await serve({ posts: [] });
    const acct = `ben@${home.name.host}`;
    const account = { url: `${home.name.origin}/@ben`, following_count: 3 };
    const here = await serve({
      posts: postsBy(acct),
      accounts: { [acct]: account },
      following: { [acct]: people(2) },
    });
    const { asked } = await followsOf([here, home], freshFolder(within));
    expect(asked).toEqual([
      [`${following}${encodeURIComponent(acct)}/following`],
      [`/api/v1/accounts/lookup?acct=${acct}`],
    ]);
  });
});
