import { SourceError } from "../model/errors.js";
import type { Question } from "../model/question.js";
import type { Collecting } from "./collecting.js";
import type { MastodonClient } from "./mastodon-client.js";
import { publicPage } from "./mastodon-page.js";
import { nextMaxId } from "./mastodon-statuses.js";
import type { Timeline } from "./sweep-timeline.js";

/** The most that servers give at once. */
const pageSize = 40;

/**
 * The timeline of a hashtag on one server. Filters are told anew for every page: Mastodon's
 * own links to the next one lack them, so that of these nothing but `max_id` is used.
 */
export function mastodonTimeline(client: MastodonClient, collecting: Collecting): Timeline {
  const { question } = collecting;
  const source = client.server.host;
  return {
    platform: "mastodon",
    source,
    async fetchPage(cursor) {
      const maxId = cursor === undefined ? {} : { maxId: cursor };
      const answer = await client.tagTimeline(question.tag, {
        limit: pageSize,
        ...maxId,
        ...filtersOf(question),
      });
      if (answer.status === 200 && !Array.isArray(answer.value)) {
        throw new SourceError("bad-payload", {
          whatHappened: `${source} gave something else than a list of posts`,
          nextStep: "check that it is a server of the Mastodon API",
          status: answer.status,
        });
      }
      const { body, leftOut, content } = publicPage(
        answer,
        { source, step: "timeline" },
        collecting,
      );
      const next = answer.status === 200 ? nextMaxId(answer.headers) : undefined;
      return { answer, body, leftOut, posts: content.posts, next };
    },
  };
}

function filtersOf({ any, all, none, scope }: Question) {
  return {
    ...(any.length === 0 ? {} : { any }),
    ...(all.length === 0 ? {} : { all }),
    ...(none.length === 0 ? {} : { none }),
    ...(scope === "local" ? { local: true } : {}),
    ...(scope === "remote" ? { remote: true } : {}),
  };
}
