import { counted } from "../../text/counted.js";
import {
  isForMastodon,
  mastodonFollows,
  mastodonFollowsName,
  mostFollows,
} from "../tables/mastodon-follows.js";
import type { PublicFollow } from "../view/public-follow-lists.js";
import type { PublicIdentity } from "../view/public-person.js";

/**
 * How to follow the people of the lists at once, and who must be followed by hand, by name where
 * there is room; plain sentences.
 */
export function importSentences(
  follow: PublicFollow,
  { named }: { readonly named: boolean } = { named: true },
): string[] {
  const follows = mastodonFollows(follow);
  const { people, elsewhere, notDiscoverable, beyond } = follows;
  if (!isForMastodon(follows)) {
    return [
      "These people are not on Mastodon, and X and Bluesky import no list of people to follow.",
      "Open the link of each person, and choose Follow there.",
    ];
  }
  const missing = [
    { left: notDiscoverable, why: ["did not say that they want to be discovered"] },
    { left: elsewhere, why: ["is not on Mastodon", "are not on Mastodon"] },
    {
      left: beyond,
      why: [`comes after the first ${mostFollows}`, `come after the first ${mostFollows}`],
    },
  ].flatMap(({ left, why }) =>
    left.length === 0
      ? []
      : `${counted(left.length, "person", "people")} who ${left.length === 1 ? why[0] : why.at(-1)}${named ? namesOf(left) : ""}`,
  );
  const toOpen =
    missing.length === 0 ? [] : [`Not in it: ${missing.join("; ")}.`, "Open their links instead."];
  if (people.length === 0) {
    return missing.length === 0 ? [] : [`${mastodonFollowsName} is empty.`, ...toOpen];
  }
  return [
    `With ${mastodonFollowsName}, Mastodon follows ${counted(people.length, "person", "people")} of the lists at once.`,
    "In Mastodon, open Preferences, Import and export, Import, and take the type Following list.",
    "Choose Merge: Overwrite would unfollow everybody else.",
    ...toOpen,
  ];
}

/** Beside these, only how many more. */
const mostNamed = 5;

function namesOf(people: readonly PublicIdentity[]): string {
  const named = people.slice(0, mostNamed).map(({ label }) => label);
  const more = people.length - named.length;
  return ` (${named.join(", ")}${more === 0 ? "" : ` and ${counted(more, "other", "others")}`})`;
}
