import type { FollowListName } from "../../model/recommendation.js";
import type { PublicReport } from "./public-report.js";

const namedByAttention = 15;

/** Ids of the starter list, and then of those who stand first by attention. */
export function worthFollowing({ follow }: PublicReport): string[] {
  const idsOn = (name: FollowListName): string[] => {
    const list = follow.lists.find(
      (candidate) => candidate.list === name && candidate.community === undefined,
    );
    return (list?.people ?? []).map(({ person }) => person.id);
  };
  return [...new Set([...idsOn("starter"), ...idsOn("attention").slice(0, namedByAttention)])];
}
