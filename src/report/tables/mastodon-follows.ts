import type { RowOf } from "../../model/columns/column.js";
import { mastodonFollowsColumns } from "../../model/columns/mastodon-follows-columns.js";
import { renderCsv } from "../../text/csv.js";
import type { PublicFollow } from "../view/public-follow-lists.js";
import type { PublicIdentity } from "../view/public-person.js";
import { columnsOf } from "./table.js";

export const mastodonFollowsName = "mastodon-follows.csv";
/** Following is a social act: a class that follows a thousand strangers at once looks like spam. */
export const mostFollows = 50;

/** People of the starter list, then by attention, and whether Mastodon can follow them from a file. */
interface MastodonFollows {
  readonly people: readonly PublicIdentity[];
  /** On X or Bluesky, or with no address known. */
  readonly elsewhere: readonly PublicIdentity[];
  /** Who have not said that they want to be discovered. */
  readonly notDiscoverable: readonly PublicIdentity[];
  /** Who come after the fiftieth. */
  readonly beyond: readonly PublicIdentity[];
}

export function mastodonFollows({ lists }: PublicFollow): MastodonFollows {
  const candidates = new Map<string, PublicIdentity>();
  const elsewhere = new Map<string, PublicIdentity>();
  const notDiscoverable = new Map<string, PublicIdentity>();
  for (const { list, community, people } of lists) {
    if (community !== undefined || (list !== "starter" && list !== "attention")) continue;
    for (const { person, isDiscoverable } of people) {
      const isThere = person.id.includes("@") && !/^(?:x|bsky):/u.test(person.id);
      const group = isThere ? (isDiscoverable ? candidates : notDiscoverable) : elsewhere;
      group.set(person.id, person);
    }
  }
  const people = [...candidates.values()];
  return {
    people: people.slice(0, mostFollows),
    elsewhere: [...elsewhere.values()],
    notDiscoverable: [...notDiscoverable.values()],
    beyond: people.slice(mostFollows),
  };
}

/** Whether such a file makes sense: not where everybody on the lists is on X or Bluesky. */
export function isForMastodon({ people, elsewhere, notDiscoverable }: MastodonFollows): boolean {
  return elsewhere.length === 0 || people.length + notDiscoverable.length > 0;
}

/** A table that Mastodon imports as it is under "follows". */
export function renderMastodonFollows({ people }: MastodonFollows): Iterable<string> {
  const rows = people.map(
    ({ label }): RowOf<typeof mastodonFollowsColumns> => ({
      address: label,
      showsReposts: "true",
      notifies: "false",
      languages: undefined,
    }),
  );
  return renderCsv(columnsOf(mastodonFollowsColumns), rows);
}
