import type { FollowList, Recommendation } from "../model/recommendation.js";
import type { ListDraft } from "./lists.js";

/** Below this share of the resamples a name on the starter list is a matter of chance. */
const leastStays = 0.5;

/** A list as it is shown: names of the starter list that most resamples do not keep are left out of it. */
export function finishList(
  draft: ListDraft,
  people: readonly Recommendation[],
  runnersUp: readonly Recommendation[],
): FollowList {
  const isUnstable = ({ stability }: Recommendation): boolean =>
    draft.name === "starter" && stability !== undefined && stability.stays < leastStays;
  return {
    name: draft.name,
    title: draft.title,
    community: draft.community,
    verdict: draft.verdict,
    people: people.filter((person) => !isUnstable(person)),
    unstableRanks: people.filter(isUnstable).map(({ rank }) => rank),
    unstablePeople: people.filter(isUnstable),
    runnersUp,
    expectedOverlap: people.reduce<number | undefined>(
      (sum, { stability }) =>
        sum === undefined || stability === undefined ? undefined : sum + stability.stays,
      people.length === 0 ? undefined : 0,
    ),
  };
}
