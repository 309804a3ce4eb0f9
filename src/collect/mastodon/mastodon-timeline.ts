import { SourceError } from "../../model/errors.js";
import type { Question } from "../../model/question.js";
import type { BriefPost } from "../brief-post.js";
import type { Collecting } from "../collecting.js";
import type { Answer } from "../http.js";
import type { Timeline, TimelinePage } from "../sweep-timeline.js";
import type { MastodonClient } from "./mastodon-client.js";
import { publicPage } from "./mastodon-page.js";
import type { ServerTerms } from "./mastodon-server.js";
import { idOf, problemOfStatus } from "./mastodon-statuses.js";
import { cursorParameters, nextCursor } from "./next-link.js";

/** The most that servers give at once. */
const pageSize = 40;

/**
 * The timeline of a hashtag on one server. Filters are told anew for every page: Mastodon's
 * own links to the next one lack them, so that of these nothing but `max_id` is used.
 */
export function mastodonTimeline(
  client: MastodonClient,
  terms: ServerTerms,
  collecting: Collecting,
): Timeline {
  const { question } = collecting;
  const source = client.server.host;
  const said = new Set<string>();
  const sayOnce = (note: string): void => {
    if (!said.has(note)) collecting.onNote(note);
    said.add(note);
  };
  return {
    platform: "mastodon",
    source,
    hasIdCursors: true,
    async fetchPage(cursor, _earlier, { most, sweep }) {
      // Where some posts of a page do not count, a short one would take many more requests.
      const doAllCount = sweep.found === sweep.ids.size;
      const answer = await client.tagTimeline(
        question.tag,
        {
          limit: doAllCount ? Math.min(pageSize, most ?? pageSize) : pageSize,
          ...filtersOf(question),
        },
        cursorParameters(cursor),
      );
      const rows = rowsOf(answer, source, terms);
      const whole = publicPage(answer, { source, step: "timeline" }, collecting);
      const next = answer.status === 200 ? nextCursor(answer.headers, answer.url) : undefined;
      const page = { rows: rows.length, lastId: idOf(rows.at(-1)), next, ...whole };
      const { posts } = whole.content;
      refuseForeignRows(rows, { posts, leftOut: whole.leftOut }, source);
      for (const note of ignoredFilters(posts, source, question)) sayOnce(note);
      return most === undefined ? { ...page, posts } : cutPage({ ...page, posts }, most);
    },
  };
}

function rowsOf(
  { status, value }: Answer,
  source: string,
  { isDescribed }: ServerTerms,
): readonly unknown[] {
  if (Array.isArray(value) && status === 200) return value;
  // GoToSocial 0.20 says so of a hashtag that it has not met; any website says so of our question.
  if (status !== 200 && isDescribed && isErrorOfApi(value)) return [];
  throw new SourceError(status === 200 ? "bad-payload" : "not-found", {
    whatHappened:
      status === 200
        ? `${source} gave something else than a list of posts`
        : `${source} has no timelines of hashtags (HTTP ${status}): it is no server of the Mastodon API`,
    nextStep:
      "name a server as it stands in people's addresses, after the second @, or one that runs Mastodon",
    status,
  });
}

function isErrorOfApi(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && typeof Reflect.get(value, "error") === "string"
  );
}

/** Without one whole post among them, rows are of something else. */
function refuseForeignRows(
  rows: readonly unknown[],
  { posts, leftOut }: { readonly posts: readonly BriefPost[]; readonly leftOut: number },
  source: string,
): void {
  if (rows.length <= leftOut || posts.length > 0) return;
  throw new SourceError("bad-payload", {
    whatHappened: `${source} gave ${rows.length} rows, and none is a whole post of the Mastodon API (${problemOfStatus(rows[0])})`,
    nextStep: "tell the people of that server, or collect from another",
    status: 200,
  });
}

/** What a server was asked to leave out and shows all the same, as GoToSocial 0.20 and Indiekit do. */
function ignoredFilters(
  posts: readonly BriefPost[],
  source: string,
  { scope, any, tag }: Question,
): string[] {
  const misses = new Set(posts.map((post) => post.misses));
  const tags = [tag, ...any].map((name) => `#${name}`).join(" or ");
  return [
    ...(misses.has("scope")
      ? [`${source} ignores --${scope}: posts of others are asked for, and left out here`]
      : []),
    ...(misses.has("tags")
      ? [
          `${source} ignores --all or --none: posts with ${tags} are asked for, and chosen from here`,
        ]
      : []),
  ];
}

/** Some servers give more than they are asked for: what is beyond `most` posts is left for later. */
function cutPage(page: TimelinePage, most: number): TimelinePage {
  const found = page.posts.filter(({ isFound }) => isFound);
  if (found.length <= most) return page;
  const lastId = found[most - 1].id;
  const rows: unknown = JSON.parse(page.body);
  const all: readonly unknown[] = Array.isArray(rows) ? rows : [];
  const kept = all.slice(0, all.findIndex((row) => idOf(row) === lastId) + 1);
  const at = page.posts.findIndex(({ id }) => id === lastId);
  return {
    ...page,
    body: JSON.stringify(kept),
    posts: page.posts.slice(0, at + 1),
    next: undefined,
    lastId,
    beyondMax: all.length - kept.length,
  };
}

/** A question's filters in the words of the API. */
export function filtersOf({ any, all, none, scope }: Question) {
  return {
    ...(any.length === 0 ? {} : { any }),
    ...(all.length === 0 ? {} : { all }),
    ...(none.length === 0 ? {} : { none }),
    ...(scope === "local" ? { local: true } : {}),
    ...(scope === "remote" ? { remote: true } : {}),
  };
}
