import type { PublicReport } from "../view/public-report.js";
import type { PublicSlices } from "../view/public-slices.js";
import { cutOffCommunities } from "../words/community-title.js";

/** Who belongs, in the whole network, to a community that nobody outside is tied to. */
export interface CutOff {
  /** By id. */
  readonly people: ReadonlySet<string>;
  /** Communities through time (`C1`) most of whose people are such. */
  readonly communities: ReadonlySet<string>;
}

/** O(people, and those in slices). */
export function cutOffOverTime(
  { people, communities }: Pick<PublicReport, "people" | "communities">,
  slices: PublicSlices,
): CutOff {
  const apart = cutOffCommunities(communities);
  const ids = new Set<string>();
  for (const { id, community } of people) if (apart.has(community ?? "")) ids.add(id);
  const counts = new Map<string, { all: number; apart: number }>();
  for (const { id, community } of slices.people) {
    if (community === undefined) continue;
    const count = counts.get(community) ?? { all: 0, apart: 0 };
    count.all += 1;
    if (ids.has(id)) count.apart += 1;
    counts.set(community, count);
  }
  const through = [...counts].filter(([, count]) => 2 * count.apart > count.all);
  return { people: ids, communities: new Set(through.map(([community]) => community)) };
}
