import type { PublicFollowList, PublicRecommendation } from "../view/public-follow-lists.js";
import { type ClosePlace, placeNumber, placesOf, stabilitySentences } from "./places.js";

/** Text that stays text: nothing in it can become a link, a mention, a cell or a tag. */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&@#]/gu, "\\$&")
    .replace(/:(?=\/\/)/gu, "\\:")
    .replace(/\bwww\./giu, (start) => start.replace(".", "\\."));
}

/** A link whose text and target stay what they are; the text alone where there is no target. */
function markdownLink(text: string, url: string | undefined): string {
  if (url === undefined) return markdownText(text);
  return `[${markdownText(text)}](<${url.replace(/[<>\\]/gu, encodeURIComponent)}>)`;
}

/** A list of people with reasons and links to posts, at most so many. */
export function* markdownList(list: PublicFollowList, placesShown: number): Generator<string> {
  for (const place of placesOf(list, placesShown)) {
    const { rank, recommendation } = place;
    if (recommendation === undefined) {
      yield `${rank}. ${markdownClose(place)}\n`;
      continue;
    }
    yield `${rank}. ${markdownPerson(recommendation)}\n`;
    for (const reason of recommendation.reasons) yield `   - ${markdownText(reason)}\n`;
    const posts = markdownPosts(recommendation);
    if (posts !== "") yield `   - ${posts}\n`;
  }
  if (list.people.length > 0) yield "\n";
  const stability = stabilitySentences(list);
  if (stability.length > 0) yield `${stability.join(" ")}\n\n`;
}

/** Places that nobody has for sure, with whoever could stand there. */
export function markdownClose(place: ClosePlace): string {
  const people = place.candidates.map(markdownPerson).join(", ");
  return `${place.rank === place.lastRank ? "" : `(${placeNumber(place)}) `}Too close to call: ${people}`;
}

/** A person's address as a link to the page, and the name. */
export function markdownPerson({ person }: PublicRecommendation): string {
  const name = person.name === undefined ? "" : ` (${markdownText(person.name)})`;
  return `**${markdownLink(person.label, person.url)}**${name}`;
}

/** Links to a person's posts: "post 1, 2". */
export function markdownPosts({ links }: PublicRecommendation): string {
  return links
    .map((link, index) => markdownLink(index === 0 ? "post 1" : String(index + 1), link))
    .join(", ");
}
