import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fetch, platformFetch } from "../../src/collect/platform-fetch.js";
import { estimateGain } from "../../src/measure/servers/server-gain.js";
import { whichServers } from "../../src/pipeline/which-servers.js";
import { collectFrom, freshFolder, march20, serve } from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { type InventedPost, postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { startTestClock } from "../support/test-clock.js";

const within = temporaryFolder();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Seven posts a day up to march20, so that about 49 stand in a week. */
function recentPosts(count: number, accts: readonly string[]): InventedPost[] {
  return Array.from({ length: count }, (_, row) => ({
    id: String(9000 - row),
    acct: accts[row % accts.length],
    createdAt: new Date(march20 - (row + 1) * 3.4 * hourMs).toISOString(),
    tags: ["MedEd"],
  }));
}

const daily = (uses: number) =>
  [0, uses, uses, uses, uses, uses, uses].map((each) => ({ uses: each, accounts: 1 }));

interface Stage {
  readonly fetch: Fetch;
  /** Paths that each host was asked for, by host. */
  readonly asked: Map<string, string[]>;
  readonly authorizations: (string | undefined)[];
}

/** The network: invented names lead to servers of this machine, with these files for robots. */
function stage(
  servers: Readonly<Record<string, MastodonServer>>,
  robots: Readonly<Record<string, string | number>> = {},
): Stage {
  const real = platformFetch();
  const asked = new Map<string, string[]>();
  const authorizations: (string | undefined)[] = [];
  const fetch: Fetch = async (url, options) => {
    if (url.hostname === "127.0.0.1") return real(url, options);
    asked.set(url.host, [...(asked.get(url.host) ?? []), url.pathname]);
    authorizations.push(options.headers.authorization);
    expect(options.onlyPublic).toBe(true);
    if (url.pathname === "/robots.txt") return plain(robots[url.host] ?? 404);
    const server = servers[url.host];
    if (server === undefined) throw new TypeError("fetch failed");
    return real(new URL(url.pathname + url.search, server.name.origin), {
      ...options,
      onlyPublic: false,
    });
  };
  return { fetch, asked, authorizations };
}

function plain(file: string | number): Awaited<ReturnType<Fetch>> {
  const text = typeof file === "number" ? "" : file;
  return {
    status: typeof file === "number" ? file : 200,
    headers: new Headers({ "content-type": "text/plain" }),
    body: (async function* () {
      yield new TextEncoder().encode(text);
    })(),
    discard: async () => {},
  };
}

function askAbout(from: readonly string[], fetch: Fetch, mostServers = 12, tag = "MedEd") {
  const clock = startTestClock([0.5], march20);
  return whichServers({
    tag,
    from,
    mostServers,
    fetch,
    standardInput: (async function* () {})(),
    onProgress() {},
    look: {
      patienceMs: 60_000,
      userAgent: "tagatlas/0 (+https://tagatlas.example)",
      environment: { TAGATLAS_MASTODON_TOKEN: "inventedToken" },
      self: { pid: process.pid, host: "here.example", since: new Date(march20).toISOString() },
      respect: "indexable",
      x: { names: "new", maxCost: undefined, confirm: undefined },
      fetch,
      clock,
      signal: new AbortController().signal,
      onProgress() {},
      onWait() {},
      onNote() {},
    },
  });
}

describe("which servers to ask next", () => {
  test("are those of the people who post, by what Mastodon counts of the hashtag there", async () => {
    const home = await serve({ posts: recentPosts(60, ["ben@b.example", "cem@c.example"]) });
    const [b, c] = [
      await serve({ posts: [], tagHistory: daily(20) }),
      await serve({ posts: [], tagHistory: daily(5) }),
    ];
    const { fetch, asked, authorizations } = stage({ "b.example": b, "c.example": c });
    const advice = await askAbout([home.name.origin], fetch);
    expect(advice).toMatchObject({ asked: [home.name.host], posts: 49, unseenShare: undefined });
    // Of 20 a day it has 140 in the seven days, of which 25 by its own people are here.
    const [first, second] = advice.servers;
    expect(first).toMatchObject({ host: "b.example", software: "Mastodon", people: 1, posts: 25 });
    expect(first.counted).toBeCloseTo(140, -1);
    expect(first.gain).toEqual({
      low: (first.counted ?? 0) - 49,
      high: (first.counted ?? 0) - 25,
      estimate: undefined,
    });
    expect(second).toMatchObject({ host: "c.example", gain: { low: 0 } });
    for (const paths of asked.values()) {
      expect(paths).toEqual(["/robots.txt", "/api/v2/instance", "/api/v1/tags/MedEd"]);
    }
    expect(authorizations.every((token) => token === undefined)).toBe(true);
  });

  test("are asked nothing that their robots.txt, their settings or their software do not allow", async () => {
    const hosts = ["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}.example`);
    const home = await serve({
      posts: recentPosts(
        49,
        hosts.map((host) => `ben@${host}`),
      ),
    });
    const open = await serve({ posts: [], tagHistory: daily(20) });
    const servers = {
      "a.example": open,
      "b.example": open,
      "c.example": await serve({ posts: [], hashtagFeeds: "authenticated" }),
      "d.example": await serve({ posts: [], hashtagFeeds: "disabled" }),
      "e.example": await serve({ posts: [], software: "gotosocial" }),
      "g.example": open,
    };
    const robots = {
      "a.example": "User-agent: *\nDisallow: /api\n",
      // Mastodon's own file lets programs in.
      "b.example": "User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /media_proxy/\n",
      "f.example": 503,
      "g.example": "User-agent: tagatlas\nDisallow: /\n",
    };
    const { fetch, asked } = stage(servers, robots);
    const advice = await askAbout([home.name.origin], fetch);
    expect(advice.servers.map(({ host }) => host)).toEqual(["b.example"]);
    const reasons = Object.fromEntries(advice.others.map(({ host, reason }) => [host, reason]));
    expect(reasons["a.example"]).toBe("its robots.txt keeps programs out");
    expect(reasons["c.example"]).toContain("only to its own people (Mastodon)");
    expect(reasons["d.example"]).toBe("shows hashtags to nobody");
    expect(reasons["e.example"]).toContain("only to its own people (GoToSocial)");
    expect(reasons["f.example"]).toContain("out of order (HTTP 503)");
    expect(reasons["g.example"]).toBe("its robots.txt keeps programs out");
    expect(advice.others.find(({ host }) => host === "f.example")?.outcome).toBe("failed");
    expect(
      [...asked]
        .filter(([, paths]) => paths.some((path) => path.includes("tags")))
        .map(([host]) => host),
    ).toEqual(["b.example"]);
    for (const host of ["a.example", "f.example", "g.example"]) {
      expect(asked.get(host)).toEqual(["/robots.txt"]);
    }
  });

  test("are named with their people where they do not count, or are away, or are no such server", async () => {
    const home = await serve({
      posts: recentPosts(49, ["ben@b.example", "cem@c.example", "dee@d.example"]),
    });
    const bridge = await serve({ posts: [] });
    bridge.misbehave = () => ({ status: 404, value: { error: "no" } });
    const { fetch } = stage({ "b.example": await serve({ posts: [] }), "d.example": bridge });
    const advice = await askAbout([home.name.origin], fetch);
    expect(advice.servers).toMatchObject([
      { host: "b.example", counted: undefined, gain: undefined },
    ]);
    expect(advice.others).toMatchObject([
      { host: "c.example", outcome: "failed" },
      { host: "d.example", outcome: "left-alone", reason: "no server of the Mastodon API" },
    ]);
  });

  test("beyond the cap are named and not asked", async () => {
    const home = await serve({
      posts: recentPosts(49, ["ben@b.example", "cem@c.example", "ben@b.example"]),
    });
    const { fetch, asked } = stage({
      "b.example": await serve({ posts: [], tagHistory: daily(3) }),
    });
    const advice = await askAbout([home.name.origin], fetch, 1);
    expect([...asked.keys()]).toEqual(["b.example"]);
    expect(advice.notAsked).toMatchObject([{ host: "c.example" }]);
  });

  test("of a collection from two servers come with an estimate by what these share", async () => {
    const all = recentPosts(60, ["ben@b.example", "cem@c.example"]);
    const uris = all.map((post) => ({ ...post, more: { uri: `https://b.example/${post.id}` } }));
    const servers = [
      await serve({ posts: uris.filter((_, row) => row % 4 !== 0) }),
      await serve({ posts: uris.filter((_, row) => row % 4 !== 1) }),
    ];
    const folder = freshFolder(within);
    await collectFrom(servers, folder);
    const { fetch } = stage({ "b.example": await serve({ posts: [], tagHistory: daily(20) }) });
    const advice = await askAbout([folder], fetch);
    expect(advice.unseenShare).toBeGreaterThan(0);
    const [{ gain }] = advice.servers;
    expect(gain?.estimate).toBeGreaterThanOrEqual(gain?.low ?? 0);
    expect(gain?.estimate).toBeLessThanOrEqual(gain?.high ?? 0);
  });

  test("cannot be told from posts that are older than what servers count", async () => {
    const home = await serve({ posts: postsOf(3) });
    const folder = freshFolder(within);
    await collectFrom([home], folder, { now: march20 - 10 * dayMs });
    await expect(askAbout([folder], stage({}).fetch)).rejects.toThrow(
      /no post of the last seven days/u,
    );
    await expect(askAbout([folder], stage({}).fetch, 12, "rstats")).rejects.toThrow(
      /a collection of #MedEd says nothing of #rstats/u,
    );
    await expect(askAbout([], stage({}).fetch)).rejects.toThrow(/no server and no collection/u);
    await expect(askAbout(["x"], stage({}).fetch)).rejects.toThrow(/X is one place/u);
  });
});

test("what a server adds is never below its bounds, nor above them, nor below nothing", () => {
  const amount = fc.nat(10_000);
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (counted, seen, share, unseenShare) => {
        const ofIts = Math.floor(seen * share);
        const { low, high, estimate } = estimateGain({ counted, seen, ofIts, unseenShare });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(Math.max(counted, 0));
        expect(estimate).toBeGreaterThanOrEqual(low);
        expect(estimate).toBeLessThanOrEqual(high);
      },
    ),
  );
});

test("the commands of docs/which-servers.md work as written", async () => {
  const page = readFileSync(
    fileURLToPath(new URL("../../docs/which-servers.md", import.meta.url)),
    "utf8",
  );
  const commands = page.split("\n").flatMap((line) => /^npx tagatlas (.*)$/u.exec(line)?.[1] ?? []);
  expect(commands).toHaveLength(2);
  // The clock of commands stands at 1970. Of an address on this machine nothing is asked: no post may lead there.
  const posts = recentPosts(9, ["ben@127.0.0.1:9"]).map((post, row) => ({
    ...post,
    createdAt: new Date(-(row + 1) * hourMs).toISOString(),
  }));
  const server = await serve({ posts });
  const folder = mkdtempSync(join(within, "docs-"));
  await runCommand([
    "collect",
    "MedEd",
    "--from",
    server.name.origin,
    "--out",
    join(folder, "tagatlas-MedEd"),
  ]);
  for (const command of commands) {
    const words = command
      .replaceAll("'", "")
      .replaceAll("mastodon.social", server.name.origin)
      .replaceAll("tagatlas-MedEd", join(folder, "tagatlas-MedEd"))
      .split(" ");
    const { code, stdout, stderr } = await runCommand(words);
    expect(code, `${command}\n${stderr}`).toBe(1);
    if (words.includes("--json")) {
      expect(JSON.parse(stdout)).toMatchObject({
        schemaVersion: 2,
        command: "servers",
        posts: 9,
        others: [{ host: "127.0.0.1:9", outcome: "left-alone" }],
      });
    } else {
      expect(stdout).toContain("127.0.0.1:9 is left alone");
    }
  }
}, 60_000);

test("a server where everybody has said no is neither asked nor named", async () => {
  const no = { account: { discoverable: false } };
  const posts = recentPosts(30, [
    "ada",
    "ben@own.example",
    "cem@shared.example",
    "dan@shared.example",
  ]);
  const quiet = posts.map((post) =>
    /^(?:ben|cem)@/u.test(post.acct) ? { ...post, more: no } : post,
  );
  const server = await serve({ posts: quiet });
  const folder = freshFolder(within);
  await collectFrom([server], folder);
  const { fetch, asked } = stage({});
  const advice = await askAbout([folder], fetch);
  expect(asked.has("own.example")).toBe(false);
  expect(asked.has("shared.example")).toBe(true);
  expect(JSON.stringify(advice)).not.toContain("own.example");
});
