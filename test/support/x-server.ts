import { createServer, type IncomingMessage } from "node:http";
import { invalid, unauthorized, type XReply, type XRequest } from "./x-replies.js";
import { fieldProblem, type XServerDialect } from "./x-server-fields.js";
import {
  decoded,
  encoded,
  matching,
  placeOf,
  windowNames,
  windowProblem,
} from "./x-server-query.js";
import { postIn, type XPerson, type XWorldPost } from "./x-world.js";

export interface XServerOptions {
  posts: XWorldPost[];
  people: XPerson[];
  /** The names that it takes, and answers in. */
  dialect: XServerDialect;
  readonly token: string;
  readonly now: () => number;
  /** Gives one and the same `next_token` for ever, as X's own simulator does. */
  repeatsToken?: boolean;
  /** Takes no heed of `since_id`. */
  ignoresSinceId?: boolean;
  /** Answers in its stead. */
  interrupt?: ((request: XRequest) => XReply | undefined) | undefined;
}

export interface XServer {
  readonly origin: string;
  /** May be changed while it runs. */
  readonly world: XServerOptions;
  /** Whatever was asked, in order. */
  readonly requests: XRequest[];
  /** Ids of what was handed out, `includes` as well; to be emptied by who counts anew. */
  readonly sold: { readonly posts: Set<string>; readonly people: Set<string> };
  /** Posts of the search, each as often as it was handed out. */
  readonly found: string[];
  close(): Promise<void>;
}

/** What is asked of a kind of thing. */
export function requestsTo(server: XServer, kind: RegExp): XRequest[] {
  return server.requests.filter(({ path }) => kind.test(path));
}

/** X's API v2 on this machine: its searches, counts and reposters, with its refusals. */
export async function startXServer(options: XServerOptions): Promise<XServer> {
  const requests: XRequest[] = [];
  const sold = { posts: new Set<string>(), people: new Set<string>() };
  const found: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const request = readRequest(incoming);
    requests.push(request);
    const { status, headers, body } = reply(request, options, { sold, found });
    outgoing.writeHead(status, {
      "content-type": "application/json",
      "x-rate-limit-limit": "450",
      "x-rate-limit-remaining": "440",
      "x-rate-limit-reset": String(Math.ceil(options.now() / 1000) + 900),
      date: new Date(options.now()).toUTCString(),
      ...headers,
    });
    outgoing.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    world: options,
    requests,
    sold,
    found,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function readRequest(incoming: IncomingMessage): XRequest {
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  return {
    path: url.pathname,
    parameters: new Map(url.searchParams),
    authorization: incoming.headers.authorization,
  };
}

interface Ledger {
  readonly sold: XServer["sold"];
  readonly found: string[];
}

function reply(request: XRequest, world: XServerOptions, ledger: Ledger): XReply {
  if (request.authorization !== `Bearer ${world.token}`) return unauthorized;
  const instead = world.interrupt?.(request);
  if (instead !== undefined) return instead;
  const [, kind, reach] = /^\/2\/tweets\/(search|counts)\/(recent|all)$/u.exec(request.path) ?? [];
  const [, id] = /^\/2\/tweets\/(\d{1,19})\/retweeted_by$/u.exec(request.path) ?? [];
  if (id !== undefined) return reposters(id, request, world, ledger);
  if (kind === "search") return search(reach, request, world, ledger);
  if (kind === "counts") return counts(reach, request, world);
  return { status: 404, body: { title: "Not Found", status: 404, detail: "Not Found" } };
}

const pageNames = ["query", "next_token", ...windowNames];

function search(
  reach: string,
  { parameters }: XRequest,
  world: XServerOptions,
  { sold, found }: Ledger,
): XReply {
  const most = reach === "all" ? 500 : 100;
  const problem =
    fieldProblem(parameters, world.dialect, [...pageNames, "max_results"]) ??
    sizeProblem(parameters, 10, most) ??
    windowProblem(reach, parameters, world.now());
  if (problem !== undefined) return problem;
  const place = placeOf(reach, parameters);
  const token = parameters.get("next_token");
  const [belongsTo, from] =
    token === undefined || world.repeatsToken ? [place, ""] : decoded(token);
  if (!world.repeatsToken && belongsTo !== place) {
    return invalid("Invalid 'next_token'", { next_token: [token ?? ""] });
  }
  const size = Number(parameters.get("max_results") ?? 10);
  const hits = matching(reach, parameters, world);
  const begin = world.repeatsToken
    ? Math.min(token === undefined ? 0 : size, Math.max(0, hits.length - 1))
    : hits.findIndex(({ id }) => from === "" || BigInt(id) < BigInt(from));
  const page = begin < 0 ? [] : hits.slice(begin, begin + size);
  const last = page.at(-1);
  const isMore = last !== undefined && hits.at(-1) !== last;
  const next = world.repeatsToken
    ? "AAAAAAAAAGQAAAAAawQ8UA=="
    : isMore
      ? encoded(place, last.id)
      : undefined;
  found.push(...page.map(({ id }) => id));
  const expansions = (parameters.get("expansions") ?? "").split(",");
  const included = includedWith(page, expansions, world);
  for (const { id } of [...page, ...included.posts]) sold.posts.add(id);
  for (const { id } of included.people) sold.people.add(id);
  const posts = included.posts.map((post) => postIn(world.dialect, post, world.posts));
  return {
    status: 200,
    body: {
      data: page.map((post) => postIn(world.dialect, post, world.posts)),
      includes: {
        ...(included.people.length === 0 ? {} : { users: included.people }),
        ...(posts.length === 0 ? {} : world.dialect === "post" ? { posts } : { tweets: posts }),
      },
      meta: {
        result_count: page.length,
        newest_id: page[0]?.id ?? "",
        oldest_id: last?.id ?? "",
        ...(next === undefined ? {} : { next_token: next }),
      },
    },
  };
}

function includedWith(
  page: readonly XWorldPost[],
  expansions: readonly string[],
  { posts, people }: XServerOptions,
): { posts: XWorldPost[]; people: XPerson[] } {
  const has = (name: string): boolean => expansions.some((expansion) => expansion === name);
  const postIds = new Set<string>();
  const personIds = new Set<string>();
  const byId = new Map(posts.map((post) => [post.id, post]));
  for (const { author, answers, quotes, mentions = [] } of page) {
    if (has("author_id")) personIds.add(author);
    const answered = answers === undefined ? undefined : byId.get(answers)?.author;
    if (answered !== undefined && has("in_reply_to_user_id")) personIds.add(answered);
    if (has("entities.mentions.username")) for (const id of mentions) personIds.add(id);
    if (!has("referenced_posts") && !has("referenced_tweets.id")) continue;
    for (const id of [answers, quotes]) {
      const referenced = id === undefined ? undefined : byId.get(id);
      if (referenced === undefined) continue;
      postIds.add(referenced.id);
      personIds.add(referenced.author);
    }
  }
  return {
    posts: posts.filter(({ id }) => postIds.has(id)),
    people: people.filter(({ id }) => personIds.has(id)),
  };
}

const monthMs = 31 * 86_400_000;

/** By the day; of the archive, a month at a time. */
function counts(reach: string, { parameters }: XRequest, world: XServerOptions): XReply {
  const problem =
    fieldProblem(parameters, world.dialect, [...pageNames, "granularity"]) ??
    windowProblem(reach, parameters, world.now());
  if (problem !== undefined) return problem;
  const months = new Map<number, number>();
  for (const { time } of matching(reach, parameters, world)) {
    const month = Math.floor((world.now() - time) / monthMs);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const pages = [...months.keys()].sort((a, b) => a - b);
  const token = parameters.get("next_token");
  const at = token === undefined ? 0 : Number(token);
  const total = months.get(pages[at] ?? -1) ?? 0;
  return {
    status: 200,
    body: {
      data: [],
      meta: {
        [world.dialect === "post" ? "total_post_count" : "total_tweet_count"]: total,
        ...(at + 1 < pages.length ? { next_token: String(at + 1) } : {}),
      },
    },
  };
}

function reposters(
  id: string,
  { parameters }: XRequest,
  world: XServerOptions,
  { sold }: Ledger,
): XReply {
  const problem =
    fieldProblem(parameters, world.dialect, ["max_results", "pagination_token"]) ??
    sizeProblem(parameters, 1, 100);
  if (problem !== undefined) return problem;
  const post = world.posts.find((candidate) => candidate.id === id);
  if (post === undefined) {
    const words = { title: "Not Found Error", detail: `Could not find tweet with id: [${id}].` };
    const type = "https://api.twitter.com/2/problems/resource-not-found";
    return { status: 200, body: { errors: [{ ...words, type, resource_id: id }] } };
  }
  const all = post.repostedBy ?? [];
  const from = Number(parameters.get("pagination_token") ?? 0);
  const size = Number(parameters.get("max_results") ?? 100);
  const page = world.people.filter((person) => all.slice(from, from + size).includes(person.id));
  for (const person of page) sold.people.add(person.id);
  const meta = { result_count: page.length };
  if (page.length === 0) return { status: 200, body: { meta } };
  const isMore = from + size < all.length;
  const paging = isMore ? { next_token: String(from + size) } : {};
  return { status: 200, body: { data: page, meta: { ...meta, ...paging } } };
}

function sizeProblem(
  parameters: XRequest["parameters"],
  least: number,
  most: number,
): XReply | undefined {
  const written = parameters.get("max_results");
  if (written === undefined) return undefined;
  const size = Number(written);
  if (Number.isInteger(size) && size >= least && size <= most) return undefined;
  return invalid(`max_results must be from ${least} to ${most}`, { max_results: [written] });
}
