import { counted, withCommas } from "../../text/counted.js";
import type { PublicSlices } from "../view/public-slices.js";

/** What slices show first, in sentences: how many there are, who came and went, and how many communities last. */
export function sliceSentences({
  rows,
  communities,
  slicing,
  timelessPosts,
}: PublicSlices): string[] {
  const last = rows[rows.length - 1];
  const stages = new Map<string, number>();
  for (const { community } of communities) {
    stages.set(community, (stages.get(community) ?? 0) + 1);
  }
  const lasting = [...stages.values()].filter((count) => count > 1).length;
  return [
    `${counted(rows.length, "slice", "slices")} (--slices ${slicing}), from ${rows[0].from.slice(0, 10)}: see slices.csv.`,
    `In the last, ${counted(last.people, "person", "people")} took part: ${withCommas(last.newcomers)} new, ${withCommas(last.returners)} back, ${withCommas(last.stayers)} from the slice before, which ${withCommas(last.leavers)} left.`,
    ...(rows.length === 1 || stages.size === 0
      ? []
      : [
          `${withCommas(lasting)} of ${counted(stages.size, "community", "communities")} last longer than a slice.`,
        ]),
    ...(timelessPosts === 0
      ? []
      : [
          `${counted(timelessPosts, "post has", "posts have")} no time and ${timelessPosts === 1 ? "is" : "are"} in no slice.`,
        ]),
  ];
}
