import type { RowOf } from "../model/columns/column.js";
import { mastodonFollowsColumns } from "../model/columns/mastodon-follows-columns.js";
import { renderCsv } from "./csv.js";
import type { PublicFollow } from "./public-follow-lists.js";
import { columnsOf } from "./table.js";

/** Following is a social act: a class that follows a thousand strangers at once looks like spam. */
const mostFollows = 50;

/**
 * A table that Mastodon imports as it is under "follows": people of the starter list, then by
 * attention, who have said that they want to be discovered; fifty at most.
 */
export function renderMastodonFollows(follow: PublicFollow): Iterable<string> {
  const people = new Map<string, RowOf<typeof mastodonFollowsColumns>>();
  for (const { list, community, people: listed } of follow.lists) {
    if (community !== undefined || (list !== "starter" && list !== "attention")) continue;
    for (const { person, isDiscoverable } of listed) {
      if (isDiscoverable && person.id.includes("@") && !/^(?:x|bsky):/u.test(person.id)) {
        people.set(person.id, {
          address: person.label,
          showsReposts: "true",
          notifies: "false",
          languages: undefined,
        });
      }
    }
  }
  return renderCsv(columnsOf(mastodonFollowsColumns), [...people.values()].slice(0, mostFollows));
}
