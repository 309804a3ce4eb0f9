import { z } from "zod";
import { SourceError } from "../../model/errors.js";
import { normaliseHashtag, plainHashtag } from "../../model/hashtag.js";
import type { Question } from "../../model/question.js";
import type { Answer } from "../http.js";
import type { Ask } from "../patient-ask.js";
import { xTokenVariable } from "../tokens.js";
import { pageParameters, type XPage } from "./x-cursor.js";
import {
  isAboutFields,
  personFields,
  searchFields,
  type XDetail,
  type XDialect,
} from "./x-dialect.js";
import { readUsedUp } from "./x-problems.js";
import type { XReach } from "./x-window.js";

/** What can be asked of X; each gives one page as it came. */
export interface XClient {
  search(
    query: string,
    page: XPage,
    wanted: { readonly size: number; readonly detail: XDetail },
  ): Promise<Answer>;
  counts(query: string, page: XPage): Promise<Answer>;
  /** An answer also where the post is no more. */
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

  const get = async (
    path: string,
    parameters: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer> => {
    const url = new URL(path, origin);
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    try {
      return await ask(url, { limit: limitOf(path) });
    } catch (error) {
      throw withXAdvice(error);
    }
  };

  const search: XClient["search"] = async (query, page, { size, detail }) => {
    const parameters = { query, ...pageParameters(page), max_results: String(size) };
    const path = `/2/tweets/search/${page.window.reach}`;
    try {
      return withoutErrors(await get(path, { ...parameters, ...searchFields(dialect, detail) }));
    } catch (error) {
      const isAboutNames =
        error instanceof SourceError && error.status === 400 && isAboutFields(error.message);
      if (hasChanged || !isAboutNames) throw error;
      hasChanged = true;
      dialect = dialect === "post" ? "tweet" : "post";
      return withoutErrors(await get(path, { ...parameters, ...searchFields(dialect, detail) }));
    }
  };

  return {
    search,
    async counts(query, page) {
      const parameters = { query, granularity: "day", ...pageParameters(page) };
      return withoutErrors(await get(`/2/tweets/counts/${page.window.reach}`, parameters));
    },
    async reposters(postId, { size, token }) {
      const answer = await get(`/2/tweets/${encodeURIComponent(postId)}/retweeted_by`, {
        max_results: String(size),
        ...personFields,
        pagination_token: token,
      });
      return isOfGoneThing(answer.value) ? answer : withoutErrors(answer);
    },
  };
}

/** X counts requests for each kind of thing by itself, whichever post it is about. */
function limitOf(path: string): string {
  return path.replace(/\/tweets\/[^/]+\/retweeted_by$/u, "/tweets/:id/retweeted_by");
}

/** X says some errors with status 200. Beside data they are about single posts, and the data holds. */
function withoutErrors(answer: Answer): Answer {
  const { value } = answer;
  const errors = errorsOf(value);
  const hasData = typeof value === "object" && value !== null && "data" in value;
  const isEmpty = typeof value === "object" && value !== null && "meta" in value;
  if (hasData || (isEmpty && errors.length === 0)) return answer;
  const usedUp = readUsedUp(value);
  if (usedUp !== undefined) {
    throw new SourceError("used-up", {
      whatHappened: `X ${usedUp.means}`,
      nextStep: usedUp.nextStep,
      status: answer.status,
    });
  }
  const [first] = errors;
  const words = first?.detail ?? first?.message ?? first?.title ?? "it does not say why";
  throw new SourceError("refused", {
    whatHappened: `X gives no posts: ${words.replace(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, 200)}`,
    nextStep: "check the hashtag and what your access to X covers",
    status: answer.status,
  });
}

/** Whether what was asked about is deleted, or closed to others by now. */
function isOfGoneThing(value: unknown): boolean {
  return errorsOf(value).some(({ type }) =>
    /\/(?:resource-not-found|not-authorized-for-resource)$/u.test(type ?? ""),
  );
}

const word = z.string().optional().catch(undefined);
const errorsSchema = z.object({
  errors: z.array(z.object({ detail: word, message: word, title: word, type: word })),
});

function errorsOf(value: unknown): z.output<typeof errorsSchema>["errors"] {
  return errorsSchema.safeParse(value).data?.errors ?? [];
}

/** What to do where X wants a token, or money. */
function withXAdvice(error: unknown): unknown {
  if (!(error instanceof SourceError)) return error;
  const { problem, status, message } = error;
  const isUnpaid = status === 402 && problem !== "used-up";
  if (problem !== "unauthorized" && !isUnpaid) return error;
  return new SourceError(problem, {
    whatHappened: message,
    nextStep: isUnpaid
      ? "buy credits in X's developer console, then run the same command again"
      : `put the bearer token of an app of yours (https://developer.x.com) into ${xTokenVariable}; the full archive may be more than its plan covers`,
    status,
    cause: error,
  });
}

/**
 * A question in X's search language; the same for every way to write it but for accents, which X folds
 * by itself. The folded form would not find what X does not fold, as viramas.
 */
export function xQuery({ tag, any, all, none }: Question): string {
  const written = (tags: readonly string[], sign: string): string[] =>
    oneEach(tags).map((name) => `${sign}${name}`);
  const tags = written([tag, ...any], "#");
  const one = tags.length === 1 ? tags[0] : `(${tags.join(" OR ")})`;
  return [one, ...written(all, "#"), ...written(none, "-#")].join(" ");
}

/** The first of the spellings of each hashtag, by the alphabet. */
function oneEach(tags: readonly string[]): string[] {
  const written = [...new Set(tags.map(plainHashtag))].sort();
  return [
    ...new Map(written.toReversed().map((name) => [normaliseHashtag(name), name])).values(),
  ].sort();
}
