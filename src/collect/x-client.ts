import { SourceError } from "../model/errors.js";
import type { Question } from "../model/question.js";
import type { Answer } from "./http.js";
import type { Ask } from "./patient-ask.js";
import { isAboutFields, personFields, searchFields, type XDialect } from "./x-dialect.js";

/** Which posts a search goes through: of the last seven days, or all there ever were. */
export type XReach = "recent" | "all";

export interface XWindow {
  readonly reach: XReach;
  /** Posts from then on, as RFC 3339; not together with `sinceId`. */
  readonly startTime: string | undefined;
  readonly endTime: string | undefined;
  /** Posts with a greater number than this. */
  readonly sinceId: string | undefined;
}

/** What can be asked of X; each gives one page as it came. */
export interface XClient {
  search(
    query: string,
    window: XWindow,
    page: { readonly size: number; readonly token: string | undefined },
  ): Promise<Answer>;
  counts(query: string, window: XWindow, token: string | undefined): Promise<Answer>;
  reposters(
    postId: string,
    page: { readonly size: number; readonly token: string | undefined },
  ): Promise<Answer>;
}

/** The most and the fewest posts that a search gives at once. */
export const searchSizes: Readonly<Record<XReach, { least: number; most: number }>> = {
  recent: { least: 10, most: 100 },
  all: { least: 10, most: 500 },
};

/** What the log calls it. */
export const xSource = "x";

export const xOrigin = "https://api.x.com";

/**
 * A client for X's API v2. Names of fields that it does not take are replaced by those of the other
 * dialect, once.
 */
export function openX(origin: string, ask: Ask, preferred: XDialect): XClient {
  let dialect = preferred;
  let hasChanged = false;

  const get = async (path: string, parameters: Record<string, string | undefined>) => {
    const url = new URL(path, origin);
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return withoutErrors(await ask(url));
  };

  const search: XClient["search"] = async (query, window, { size, token }) => {
    const paging = { max_results: String(size), next_token: token };
    const parameters = { query, ...timesOf(window), ...paging };
    const path = `/2/tweets/search/${window.reach}`;
    try {
      return await get(path, { ...parameters, ...searchFields(dialect) });
    } catch (error) {
      const isAboutNames =
        error instanceof SourceError && error.status === 400 && isAboutFields(error.message);
      if (hasChanged || !isAboutNames) throw error;
      hasChanged = true;
      dialect = dialect === "post" ? "tweet" : "post";
      return await get(path, { ...parameters, ...searchFields(dialect) });
    }
  };

  return {
    search,
    counts: (query, window, token) =>
      get(`/2/tweets/counts/${window.reach}`, {
        query,
        granularity: "day",
        ...timesOf(window),
        next_token: token,
      }),
    reposters: (postId, { size, token }) =>
      get(`/2/tweets/${encodeURIComponent(postId)}/retweeted_by`, {
        max_results: String(size),
        ...personFields,
        pagination_token: token,
      }),
  };
}

function timesOf({ startTime, endTime, sinceId }: XWindow): Record<string, string | undefined> {
  return {
    start_time: sinceId === undefined ? startTime : undefined,
    end_time: endTime,
    since_id: sinceId,
  };
}

/** X says some errors with status 200. Beside data they are about single posts, and the data holds. */
function withoutErrors(answer: Answer): Answer {
  const { value } = answer;
  if (typeof value !== "object" || value === null || "data" in value || "meta" in value) {
    return answer;
  }
  const errors: unknown = Reflect.get(value, "errors");
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const detail: unknown =
    typeof first === "object" && first !== null ? Reflect.get(first, "detail") : undefined;
  throw new SourceError("refused", {
    whatHappened: `X gives no posts: ${typeof detail === "string" ? detail.slice(0, 200) : "it does not say why"}`,
    nextStep: "check the hashtag and what your access to X covers",
    status: answer.status,
  });
}

/** A question in X's search language. */
export function xQuery({ tag, any, all, none }: Question): string {
  const tags = [tag, ...any].map((name) => `#${name}`);
  const one = tags.length === 1 ? tags[0] : `(${tags.join(" OR ")})`;
  return [one, ...all.map((name) => `#${name}`), ...none.map((name) => `-#${name}`)].join(" ");
}
