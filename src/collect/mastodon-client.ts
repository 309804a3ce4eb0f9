import { AsyncLocalStorage } from "node:async_hooks";
import { createRestAPIClient, type mastodon } from "masto";
import type { Answer } from "./http.js";
import type { ServerName } from "./mastodon-server.js";
import { cursorParameters } from "./next-link.js";
import type { Ask } from "./patient-ask.js";

export interface MastodonAnswer extends Answer {
  /** Whether a status in it is for nobody but whoever has the token that it was asked with. */
  readonly isHidden?: (status: object) => boolean;
}

/** What can be asked of a server of the Mastodon API; each gives one page as it came. */
export interface MastodonClient {
  readonly server: ServerName;
  describeItself(): Promise<Answer>;
  /** How often a hashtag was used in the last days. */
  tag(name: string): Promise<Answer>;
  tagTimeline(
    tag: string,
    params: mastodon.rest.v1.ListTimelineParams & TagFilters,
    more: URLSearchParams,
  ): Promise<MastodonAnswer>;
  thread(statusId: string): Promise<MastodonAnswer>;
  post(statusId: string): Promise<MastodonAnswer>;
  /** Since Mastodon 4.3. */
  posts(statusIds: readonly string[]): Promise<Answer>;
  reposters(statusId: string, cursor: string | undefined): Promise<Answer>;
  lookUp(acct: string): Promise<Answer>;
  following(accountId: string, cursor: string | undefined): Promise<Answer>;
}

interface TagFilters {
  readonly any?: readonly string[];
  readonly all?: readonly string[];
  readonly none?: readonly string[];
}

const listSize = { limit: 80 };
const noMore = new URLSearchParams();

/** How a request of masto's is to be made, and where its answer is left. */
interface Errand {
  readonly ask: Ask;
  /** What stands before the API's own paths, with a slash before it; mostly nothing. */
  readonly base: string;
  /** Parameters that masto has no name for. */
  readonly more: URLSearchParams;
  readonly limit: string | undefined;
  answer: Answer | undefined;
  error: unknown;
}

const errands = new AsyncLocalStorage<Errand>();
const otherFetch = globalThis.fetch;

/*
 * The seam: masto makes requests with the global `fetch` and takes no other. While one of its
 * methods runs for us, that is our own, which waits, repeats, and keeps the bytes as they came,
 * before masto renames the keys. Whatever else in the process calls `fetch` gets what it always got.
 */
globalThis.fetch = (input, init) => {
  const errand = errands.getStore();
  if (errand === undefined) return otherFetch(input, init);
  const url = new URL(input instanceof Request ? input.url : input);
  url.pathname = errand.base + url.pathname;
  for (const [name, value] of errand.more) url.searchParams.set(name, value);
  return run(errand, url);
};

async function run(errand: Errand, url: URL): Promise<Response> {
  try {
    errand.answer = await errand.ask(url, {
      mayBeGone: true,
      ...(errand.limit === undefined ? {} : { limit: errand.limit }),
    });
  } catch (error) {
    errand.error = error;
    throw error;
  }
  // It only reads what tells the next page: the rest is for us.
  return new Response("null", { headers: { "content-type": "application/json" } });
}

/** A client for one server, through the one door to the network. */
export function openMastodon(server: ServerName, ask: Ask): MastodonClient {
  const { v1, v2 } = createRestAPIClient({ url: server.origin });

  const one = async (
    request: () => PromiseLike<unknown>,
    more = noMore,
    limit?: string,
  ): Promise<Answer> => {
    const base = server.path ?? "";
    const errand: Errand = { ask, base, more, limit, answer: undefined, error: undefined };
    try {
      await errands.run(errand, async () => await request());
    } catch (error) {
      throw errand.error ?? error;
    }
    if (errand.answer === undefined) throw new Error("masto asked nothing");
    return errand.answer;
  };

  // masto puts what it is given into the path as it stands.
  const part = encodeURIComponent;
  return {
    server,
    // Broken or not, it says nothing of the limits that the rest has.
    describeItself: () => one(() => v2.instance.fetch(), noMore, "description"),
    tag: (name) => one(() => v1.tags.$select(part(name)).fetch()),
    tagTimeline: (tag, params, more) =>
      one(() => v1.timelines.tag.$select(part(tag)).list(params), more),
    thread: (id) => one(() => v1.statuses.$select(part(id)).context.fetch()),
    post: (id) => one(() => v1.statuses.$select(part(id)).fetch()),
    posts: (id) => one(() => v1.statuses.fetch({ id })),
    // Its types let this list have no parameters, as it had none once.
    reposters: (id, cursor) =>
      one(
        () => Reflect.apply(v1.statuses.$select(part(id)).rebloggedBy.list, v1, [listSize]),
        cursorParameters(cursor),
      ),
    lookUp: (acct) => one(() => v1.accounts.lookup({ acct })),
    following: (id, cursor) =>
      one(() => v1.accounts.$select(part(id)).following.list(listSize), cursorParameters(cursor)),
  };
}
