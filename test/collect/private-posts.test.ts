import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Companion } from "../../src/collect/collecting.js";
import { tokenVariable } from "../../src/collect/tokens.js";
import { UserError } from "../../src/model/errors.js";
import {
  type CollectRun,
  collectFrom,
  freshFolder,
  readLog,
  serve,
} from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { type InventedPost, postsOf } from "../support/mastodon-world.js";
import { mastodonStatus } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const token = "an-invented-token-0123456789";
const hidden = { content: "for few eyes" };
const everything = new Set<Companion>(["replies", "reposts", "follows"]);

/** All that was written, by us, about a collection. */
function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => name + readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

function authorizationsOf({ requests }: MastodonServer): (string | undefined)[] {
  return requests.map(({ headers }) => headers.authorization);
}

function wordsOf({ notes, outcome }: CollectRun): string {
  const errors = outcome.failures.map((error) => [
    error.message,
    error.nextStep,
    error.stack,
    error.cause instanceof Error ? error.cause.stack : "",
  ]);
  return JSON.stringify([notes, errors]);
}

describe("posts that only a token lets us see", () => {
  test("are left out wherever they stand, and counted", async () => {
    const secret = mastodonStatus("9", "eve", { visibility: "private", ...hidden });
    const [root, reposting, quoting, ...others] = postsOf(6);
    const posts: InventedPost[] = [
      root,
      { ...reposting, more: { reblog: secret } },
      { ...quoting, more: { quote: { state: "accepted", quoted_status: secret } } },
      { ...others[0], visibility: "private", more: hidden },
      { ...others[1], visibility: "direct", more: hidden },
      others[2],
      ...postsOf(1, { inReplyTo: root.id, visibility: "direct", more: hidden }, 20),
      ...postsOf(1, { inReplyTo: root.id, visibility: "mutuals_only", more: hidden }, 21),
      ...postsOf(1, { inReplyTo: root.id, visibility: "unlisted", tags: [] }, 22),
    ];
    const server = await serve({ posts, neededToken: token });
    const folder = freshFolder(within);
    const environment = { TAGATLAS_MASTODON_TOKEN: token };
    const { outcome } = await collectFrom([server], folder, {
      companions: everything,
      environment,
    });
    expect(server.requests.map(({ body }) => body).join()).toContain(hidden.content);
    expect(bytesOf(folder)).not.toContain(hidden.content);
    expect(outcome.posts).toBe(4);
    const lines = readLog(folder).flatMap(({ step, leftOut }) =>
      leftOut === undefined ? [] : [[step, leftOut]],
    );
    expect(lines).toEqual([
      ["timeline", 6],
      ["thread", 2],
    ]);
  });

  test("are those that never leave their server, as GoToSocial 0.20, glitch-soc and Hometown say of them", async () => {
    const localOnly = { local_only: true, ...hidden };
    const secret = mastodonStatus("9", "eve", localOnly);
    const [open, closed, reposting, root] = postsOf(4);
    const posts: InventedPost[] = [
      { ...open, more: { local_only: false } },
      { ...closed, more: localOnly },
      { ...reposting, more: { reblog: secret } },
      root,
      ...postsOf(1, { inReplyTo: root.id, more: localOnly }, 20),
      ...["local", "limited", "list", "mutuals_only", "", 7].map((visibility, row) => ({
        ...postsOf(1, { more: { visibility, ...hidden } }, 30 + row)[0],
      })),
    ];
    const server = await serve({ posts, neededToken: token });
    const folder = freshFolder(within);
    const environment = { TAGATLAS_MASTODON_TOKEN: token };
    const { outcome } = await collectFrom([server], folder, {
      companions: everything,
      environment,
    });
    expect(server.requests.map(({ body }) => body).join()).toContain(hidden.content);
    expect(bytesOf(folder)).not.toContain(hidden.content);
    expect(outcome.posts).toBe(3);
  });

  test("are those whose title WordPress itself marks, which Enable Mastodon Apps 1.4 calls public", async () => {
    const titled = (title: string, row: number) =>
      postsOf(1, { more: { content: `<p><strong>${title}</strong></p><p>text</p>` } }, row)[0];
    const posts = [
      titled("Private: for few eyes", 1),
      titled("Protected: for few eyes", 2),
      titled("Private practice", 3),
    ];
    const server = await serve({ posts, neededToken: token });
    const folder = freshFolder(within);
    const environment = { TAGATLAS_MASTODON_TOKEN: token };
    const { outcome } = await collectFrom([server], folder, { environment });
    expect(bytesOf(folder)).not.toContain("few eyes");
    expect(outcome.posts).toBe(1);
  });

  test("leave nothing else changed in the answer", async () => {
    const posts = postsOf(3, { more: { "1": { a: [null, { b: 1 }] }, ünï: "x" } });
    posts[1] = { ...posts[1], visibility: "private" };
    const server = await serve({ posts, neededToken: token });
    const folder = freshFolder(within);
    const environment = { TAGATLAS_MASTODON_TOKEN: token };
    await collectFrom([server], folder, { environment });
    const shown = server.requests.find(
      ({ url, status }) => url.pathname.includes("timelines") && status === 200,
    );
    const [newest, , oldest] = JSON.parse(shown?.body ?? "[]");
    expect(readLog(folder)[1].body).toEqual([newest, oldest]);
  });
});

/** Its server calls it public, and shows it to nobody without a token. */
function calledPublic(row: number, more: Partial<InventedPost> = {}): InventedPost {
  return {
    ...postsOf(1, more, row)[0],
    visibility: "private",
    more: { visibility: "public", ...hidden },
  };
}

describe("posts that a server calls public and shows to nobody without a token", () => {
  const environment = { TAGATLAS_MASTODON_TOKEN: token };

  test("never come where hashtags are shown to everybody: these are asked for without the token", async () => {
    const posts = [...postsOf(50), calledPublic(60)];
    const server = await serve({ posts, neededToken: token, shownToAll: "everything" });
    const folder = freshFolder(within);
    const { outcome, notes } = await collectFrom([server], folder, { environment });
    expect(server.requests.map(({ body }) => body).join()).not.toContain(hidden.content);
    expect(outcome).toMatchObject({ posts: 50, failures: [] });
    expect(notes).toEqual([]);
    // Its description, and two pages.
    expect(authorizationsOf(server)).toEqual([`Bearer ${token}`, undefined, undefined]);
  });

  test("are left out of threads, which a token shows more of", async () => {
    const [root, ...others] = postsOf(2);
    const replies = postsOf(80, { inReplyTo: root.id, tags: [] }, 10);
    const posts = [
      root,
      ...others,
      ...replies,
      calledPublic(200, { inReplyTo: root.id, tags: [] }),
    ];
    const server = await serve({ posts, neededToken: token, shownToAll: "everything" });
    const folder = freshFolder(within);
    await collectFrom([server], folder, { environment, companions: new Set(["replies"]) });
    expect(server.requests.map(({ body }) => body).join()).toContain(hidden.content);
    expect(bytesOf(folder)).not.toContain(hidden.content);
    const thread = readLog(folder).find(({ step }) => step === "thread");
    expect(thread?.leftOut).toBe(1);
    expect(Object(thread?.body).descendants).toHaveLength(80);
  });

  test("are left out where hashtags need a token, and single posts none", async () => {
    const posts = [
      ...postsOf(45),
      calledPublic(60),
      { ...postsOf(1, {}, 61)[0], more: { reblog: mastodonStatus("1060", "eve", hidden) } },
    ];
    const server = await serve({ posts, neededToken: token, shownToAll: "posts" });
    const folder = freshFolder(within);
    const { outcome, notes } = await collectFrom([server], folder, { environment });
    expect(server.requests.map(({ body }) => body).join()).toContain(hidden.content);
    expect(bytesOf(folder)).not.toContain(hidden.content);
    expect(outcome).toMatchObject({ posts: 46, failures: [] });
    expect(notes).toEqual([]);
  });

  test("are left out of WordPress with Enable Mastodon Apps, which gives single posts one by one, and refuses all that are not published", async () => {
    for (const published of [[], postsOf(3)]) {
      const posts = [...published, ...[60, 61, 62, 63, 64, 65].map((row) => calledPublic(row))];
      const server = await serve({ posts, neededToken: token, shownToAll: "posts" });
      server.misbehave = ({ url, authorization, honest }) => {
        if (url.pathname === "/api/v2/instance") {
          return { value: { domain: "blog.example", version: "WordPress/6.8, EMA/1.4" } };
        }
        if (url.pathname === "/api/v1/statuses")
          return { status: 404, value: { code: "rest_no_route" } };
        const isRefused = honest().status === 404 && authorization === undefined;
        return isRefused ? { status: 401, value: { code: "token-required" } } : undefined;
      };
      const folder = freshFolder(within);
      const { outcome, notes } = await collectFrom([server], folder, { environment });
      expect(bytesOf(folder)).not.toContain(hidden.content);
      expect(outcome).toMatchObject({ posts: published.length, failures: [] });
      expect(notes).toEqual([]);
    }
  });

  test("are told by its own words where it shows no post to anybody, which is said; what says nothing is left out", async () => {
    const posts = [...postsOf(8), ...postsOf(1, { more: { visibility: null, ...hidden } }, 20)];
    const server = await serve({ posts, neededToken: token });
    const folder = freshFolder(within);
    const { outcome, notes } = await collectFrom([server], folder, { environment });
    expect(bytesOf(folder)).not.toContain(hidden.content);
    expect(outcome).toMatchObject({ posts: 8, failures: [] });
    expect(notes).toEqual([
      `${server.name.host} shows no post without a token: which of them are public is known by its own words alone`,
    ]);
  });

  test("are not kept where the question fails, which the next run puts again", async () => {
    const posts = [...postsOf(45), calledPublic(60)];
    const server = await serve({ posts, neededToken: token, shownToAll: "posts" });
    server.misbehave = ({ url }) =>
      url.pathname === "/api/v1/statuses" ? { status: 503, value: { error: "down" } } : undefined;
    const folder = freshFolder(within);
    const broken = await collectFrom([server], folder, { environment, patienceMs: 0 });
    expect(broken.outcome).toMatchObject({ posts: 0, failures: [{ problem: "unavailable" }] });
    server.misbehave = () => undefined;
    const { outcome } = await collectFrom([server], folder, { environment });
    expect(outcome).toMatchObject({ posts: 45, failures: [] });
    expect(bytesOf(folder)).not.toContain(hidden.content);
  });

  test("and were public before, are gone for everybody else", async () => {
    const posts = postsOf(6, { createdAt: "2026-03-19T12:00:00Z" });
    const server = await serve({ posts, neededToken: token, shownToAll: "posts" });
    const folder = freshFolder(within);
    await collectFrom([server], folder, { environment });
    posts[3] = { ...posts[3], visibility: "private" };
    const { notes } = await collectFrom([server], folder, { environment });
    expect(notes).toEqual([
      "1 of the posts here are gone from their servers, and are left out of analyses",
    ]);
    expect(readLog(folder).at(-1)).toMatchObject({
      step: "post",
      status: 200,
      leftOut: 1,
      body: null,
    });
  });
});

describe("a token", () => {
  test("is in no byte of the folder, no note and no error, though the server tells it back", async () => {
    const posts = postsOf(3, { more: { content: `Hello ${token}` }, reposters: ["eve"] });
    const server = await serve({ posts, neededToken: token });
    const folder = freshFolder(within);
    server.misbehave = ({ url }) =>
      url.pathname.endsWith("/reblogged_by")
        ? { status: 403, value: { error: `Bearer ${token} may not` } }
        : undefined;
    const run = await collectFrom([server], folder, {
      companions: everything,
      environment: { [tokenVariable(server.name.host)]: token },
    });
    expect(authorizationsOf(server)).toContain(`Bearer ${token}`);
    expect(server.requests.at(-1)?.body).toContain(token);
    expect(run.notes.join()).toContain("may not");
    expect(bytesOf(folder) + wordsOf(run)).not.toContain(token);
  });

  test("that a server refuses is not told in the refusal", async () => {
    const server = await serve({ posts: postsOf(3), neededToken: "another-token" });
    server.misbehave = ({ url }) =>
      url.pathname.includes("timelines")
        ? { status: 401, value: { error: `The access token ${token} was revoked` } }
        : undefined;
    const run = await collectFrom([server], freshFolder(within), {
      environment: { TAGATLAS_MASTODON_TOKEN: token },
    });
    expect(run.outcome.failures[0].message).toContain("was revoked");
    expect(wordsOf(run)).not.toContain(token);
  });

  test("goes to its own server alone", async () => {
    const own = await serve({ posts: postsOf(3, { reposters: ["eve"] }), neededToken: token });
    const other = await serve({ posts: postsOf(3, { reposters: ["eve"] }, 10) });
    await collectFrom([own, other], freshFolder(within), {
      companions: everything,
      environment: { [tokenVariable(own.name.host)]: token, TAGATLAS_MASTODON_TOKEN: token },
    });
    expect(new Set(authorizationsOf(own))).toEqual(new Set([`Bearer ${token}`, undefined]));
    expect(other.requests.length).toBeGreaterThan(2);
    for (const { url, headers } of other.requests) {
      expect(`${url.href} ${JSON.stringify(headers)}`).not.toContain(token);
      expect(headers.authorization).toBeUndefined();
    }
  });

  test("that cannot be one is refused before anything is asked", async () => {
    const server = await serve({ posts: [] });
    const environment = { TAGATLAS_MASTODON_TOKEN: "two words" };
    const run = collectFrom([server], freshFolder(within), { environment });
    await expect(run).rejects.toBeInstanceOf(UserError);
    expect(server.requests).toEqual([]);
  });
});
