import { createServer, type IncomingHttpHeaders } from "node:http";
import type { ServerName } from "../../src/collect/mastodon/mastodon-server.js";
import {
  accountOf,
  ancestorsOf,
  descendantsOf,
  type InventedPost,
  isInTimeline,
  type MastodonWorld,
  statusOf,
} from "./mastodon-world.js";

export interface MastodonServer {
  readonly name: ServerName;
  readonly world: MastodonWorld;
  /** Every request up to now. */
  readonly requests: ServedRequest[];
  /** Answers in the server's place where it gives something. */
  misbehave: (request: AskedRequest) => Reply | undefined;
  close(): Promise<void>;
}

export interface AskedRequest {
  /** From 1. */
  readonly number: number;
  readonly url: URL;
  readonly authorization: string | undefined;
  /** What a well-behaved server says. */
  readonly honest: () => Reply;
}

export interface ServedRequest {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
  /** The bytes that were sent. */
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly value: unknown;
  /** The `max_id` of the next page. */
  readonly next?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What Mastodon shows of a thread to whoever has no token. */
const anonymously = { descendants: 60, levels: 20 };

/** A server of the Mastodon API on this machine, over a world that a test has invented. */
export async function startMastodonServer(world: MastodonWorld): Promise<MastodonServer> {
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? "/", server.name.origin);
    const { authorization } = request.headers;
    const asked = { number: server.requests.length + 1, url, authorization };
    const honest = (): Reply => replyTo(world, url, authorization);
    const {
      status = 200,
      value,
      next,
      headers = {},
    } = server.misbehave({ ...asked, honest }) ?? honest();
    const body = JSON.stringify(value, undefined, world.indent);
    server.requests.push({ url, headers: request.headers, status, body });
    // Node's own date would be today's: what is collected has the time of the test's clock.
    response.sendDate = false;
    response.writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "x-ratelimit-remaining": "299",
      ...headers,
      ...(next === undefined ? {} : { link: linkTo(url, next) }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const host = `127.0.0.1:${address.port}`;
  const server: MastodonServer = {
    name: { host, origin: `http://${host}` },
    world,
    requests: [],
    misbehave: () => undefined,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}

/** Like Mastodon's: nothing of the question but its limit. */
function linkTo({ origin, pathname, searchParams }: URL, next: string): string {
  const page = `${origin}${pathname}?limit=${searchParams.get("limit")}`;
  return `<${page}&max_id=${next}>; rel="next", <${page}&min_id=9>; rel="prev"`;
}

function replyTo(world: MastodonWorld, url: URL, authorization: string | undefined): Reply {
  const path = url.pathname.split("/").slice(2).map(decodeURIComponent);
  const isGoToSocial = world.software === "gotosocial";
  if (path.join("/") === "v2/instance") return { value: instanceOf(world) };
  const isKnown = authorization === `Bearer ${world.neededToken}`;
  const isOpen =
    world.shownToAll === "everything" ||
    (world.shownToAll === "posts" && path[1] === "statuses") ||
    world.neededToken === undefined;
  if (!isOpen && !isKnown) {
    return { status: 401, value: { error: "Unauthorized" } };
  }
  const [, kind, second, third] = path;
  if (kind === "tags") return tagOf(world, second);
  if (kind === "statuses" && second === undefined) {
    const ids = url.searchParams.getAll("id[]").slice(0, 20);
    const shown = world.posts.filter((post) => ids.includes(post.id) && isShown(post, isKnown));
    return { value: shown.map((post) => statusOf(world, post)) };
  }
  if (kind === "timelines") return timelineOf(world, url, third, isKnown);
  if (kind === "statuses") return ofStatus(world, url, { id: second, part: third, isKnown });
  if (second === "lookup") {
    const acct = (url.searchParams.get("acct") ?? "").replace(`@${url.host}`, "");
    const isThere = world.following?.[acct] !== undefined || world.accounts?.[acct] !== undefined;
    return isThere ? { value: accountOf(world, acct) } : notFound();
  }
  if (kind === "accounts" && third === "following") {
    const followed = world.following?.[second.replace(/^id-/u, "")];
    return followed === undefined ? notFound() : peoplePage(world, url, followed, isGoToSocial);
  }
  return notFound();
}

/** Counts are texts, and days seconds since 1970, as on Mastodon. */
function tagOf({ tagHistory }: MastodonWorld, name: string): Reply {
  if (tagHistory === undefined) return notFound();
  const history = tagHistory.map(({ uses, accounts }, daysAgo) => ({
    day: String(Date.UTC(2026, 2, 20 - daysAgo) / 1000),
    uses: String(uses),
    accounts: String(accounts),
  }));
  return { value: { name, url: `https://home.example/tags/${name}`, history } };
}

function notFound(): Reply {
  return { status: 404, value: { error: "Record not found" } };
}

function instanceOf({ software, hashtagFeeds, ...world }: MastodonWorld): unknown {
  const access = { local: hashtagFeeds, remote: world.remoteHashtagFeeds ?? hashtagFeeds };
  return {
    domain: "home.example",
    version: software === "gotosocial" ? "0.20.0+git-12ab34c" : "4.5.0",
    source_url: `https://code.example/${software ?? "mastodon"}`,
    configuration:
      hashtagFeeds === undefined ? {} : { timelines_access: { hashtag_feeds: access } },
  };
}

function timelineOf(world: MastodonWorld, url: URL, tag: string, isKnown: boolean): Reply {
  const { searchParams: filters } = url;
  const limit = limitOf(world, url);
  const maxId = Number(filters.get("max_id") ?? Number.POSITIVE_INFINITY);
  const all = world.posts.filter((post) =>
    isInTimeline(world, post, { tag, filters, mayBePrivate: isKnown }),
  );
  if (all.length === 0 && world.software === "gotosocial") return notFound();
  const page = all
    .filter(({ id }) => Number(id) < maxId)
    .sort((a, b) => Number(b.id) - Number(a.id))
    .slice(0, limit);
  const next = page.length < limit ? undefined : page.at(-1)?.id;
  return { value: page.map((post) => statusOf(world, post)), next };
}

function limitOf({ mostPerPage = 80 }: MastodonWorld, url: URL): number {
  return Math.min(mostPerPage, Number(url.searchParams.get("limit") ?? 20));
}

function ofStatus(
  world: MastodonWorld,
  url: URL,
  { id, part, isKnown }: { id: string; part: string | undefined; isKnown: boolean },
): Reply {
  const post = world.posts.find((candidate) => candidate.id === id);
  if (post === undefined) return notFound();
  if (part === "reblogged_by") {
    return peoplePage(world, url, post.reposters ?? [], world.software === "gotosocial");
  }
  if (part === undefined) {
    return isShown(post, isKnown) ? { value: statusOf(world, post) } : notFound();
  }
  if (part !== "context") return notFound();
  const shown = isKnown
    ? descendantsOf(world, post)
    : descendantsOf(world, post, anonymously.levels).slice(0, anonymously.descendants);
  return {
    value: {
      ancestors: ancestorsOf(world, post).map((above) => statusOf(world, above)),
      descendants: shown.map((reply) => statusOf(world, reply)),
    },
  };
}

function isShown({ visibility = "public" }: InventedPost, isKnown: boolean): boolean {
  return isKnown || /^(?:public|unlisted)$/u.test(visibility);
}

/** The cursor of these lists is a number of the server's own, which stands in no account. */
function peoplePage(
  world: MastodonWorld,
  url: URL,
  people: readonly string[],
  isWhole: boolean,
): Reply {
  const limit = isWhole ? people.length : limitOf(world, url);
  const rest = Number(url.searchParams.get("max_id") ?? 7000 + people.length) - 7000;
  const from = people.length - rest;
  const page = people.slice(from, from + limit);
  const next = rest > limit ? String(7000 + rest - limit) : undefined;
  return { value: page.map((acct) => accountOf(world, acct)), next };
}
