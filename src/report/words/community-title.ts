import type { PublicCommunity } from "../view/public-report.js";

/** What a community is called: what it is about, else whom most of its people turn to. */
export function communityTitle({ community, label, topPeople }: PublicCommunity): string {
  if (label !== "") return label;
  const [first] = topPeople;
  return first === undefined ? community : `around ${first}`;
}

/**
 * What may follow a community's id: its title, of which the last words may be left out; empty where
 * there is none but the id.
 */
export function titleAfterId(one: PublicCommunity): string {
  const title = communityTitle(one);
  if (title === one.community) return "";
  // "around" alone says nothing.
  return one.label === "" ? title.replaceAll(" ", "\u00a0") : title;
}

/** What the mark of such a community means. */
export const cutOffSentence =
  "Cut off: nobody outside is tied to anybody in it. Rings of accounts that repost each other look like that.";

/** Whether nobody outside is tied to anybody in it, as is usual of rings that repost each other. */
export function isCutOff({ edgesIn }: PublicCommunity, all: readonly PublicCommunity[]): boolean {
  return edgesIn === 0 && all.length > 1;
}

/** Ids of the communities that are cut off. */
export function cutOffCommunities(all: readonly PublicCommunity[]): Set<string> {
  return new Set(all.filter((one) => isCutOff(one, all)).map(({ community }) => community));
}
