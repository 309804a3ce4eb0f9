import type { mastodon } from "masto";
import type { Answer } from "../http.js";
import type { Ask } from "../patient-ask.js";
import { mastoThrough } from "./masto-through.js";
import type { ServerName } from "./mastodon-server.js";
import { cursorParameters } from "./next-link.js";

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

/** A client for one server, through the one door to the network. */
export function openMastodon(server: ServerName, ask: Ask): MastodonClient {
  const one = async (
    request: (api: mastodon.rest.Client) => PromiseLike<unknown>,
    more = noMore,
    limit?: string,
  ): Promise<Answer> => {
    let answer: Answer | undefined;
    const send = async (url: URL): Promise<void> => {
      url.pathname = (server.path ?? "") + url.pathname;
      for (const [name, value] of more) url.searchParams.set(name, value);
      answer = await ask(url, { mayBeGone: true, ...(limit === undefined ? {} : { limit }) });
    };
    await request(mastoThrough(server.origin, send));
    if (answer === undefined) throw new Error("masto asked nothing");
    return answer;
  };

  // masto puts what it is given into the path as it stands.
  const part = encodeURIComponent;
  return {
    server,
    // Broken or not, it says nothing of the limits that the rest has.
    describeItself: () => one(({ v2 }) => v2.instance.fetch(), noMore, "description"),
    tag: (name) => one(({ v1 }) => v1.tags.$select(part(name)).fetch()),
    tagTimeline: (tag, params, more) =>
      one(({ v1 }) => v1.timelines.tag.$select(part(tag)).list(params), more),
    thread: (id) => one(({ v1 }) => v1.statuses.$select(part(id)).context.fetch()),
    post: (id) => one(({ v1 }) => v1.statuses.$select(part(id)).fetch()),
    posts: (id) => one(({ v1 }) => v1.statuses.fetch({ id })),
    // Its types let this list have no parameters, as it had none once.
    reposters: (id, cursor) =>
      one(
        ({ v1 }) => Reflect.apply(v1.statuses.$select(part(id)).rebloggedBy.list, v1, [listSize]),
        cursorParameters(cursor),
      ),
    lookUp: (acct) => one(({ v1 }) => v1.accounts.lookup({ acct })),
    following: (id, cursor) =>
      one(
        ({ v1 }) => v1.accounts.$select(part(id)).following.list(listSize),
        cursorParameters(cursor),
      ),
  };
}
