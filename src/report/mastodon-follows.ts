import { type Column, renderCsv } from "./csv.js";
import type { PublicFollow } from "./public-follow-lists.js";
import type { PublicIdentity } from "./public-person.js";

/** Following is a social act: a class that follows a thousand strangers at once looks like spam. */
const mostFollows = 50;

const columns: readonly Column<PublicIdentity>[] = [
  { name: "Account address", cell: (person) => person.label },
  { name: "Show boosts", cell: () => "true" },
  { name: "Notify on new posts", cell: () => "false" },
  { name: "Languages", cell: () => undefined },
];

/**
 * A table that Mastodon imports as it is under "follows": people of the starter list, then by
 * attention, who have said that they want to be discovered; fifty at most.
 */
export function renderMastodonFollows(follow: PublicFollow): Iterable<string> {
  const people = new Map<string, PublicIdentity>();
  for (const { list, community, people: listed } of follow.lists) {
    if (community !== undefined || (list !== "starter" && list !== "attention")) continue;
    for (const { person, isDiscoverable } of listed) {
      if (isDiscoverable && person.id.includes("@") && !/^(?:x|bsky):/u.test(person.id)) {
        people.set(person.id, person);
      }
    }
  }
  return renderCsv(columns, [...people.values()].slice(0, mostFollows));
}
