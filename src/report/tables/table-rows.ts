import type { RowOf } from "../../model/columns/column.js";
import type { communityColumns } from "../../model/columns/community-columns.js";
import type { followColumns } from "../../model/columns/follow-columns.js";
import type { PublicFollowList } from "../view/public-follow-lists.js";
import type { PublicCommunity } from "../view/public-report.js";
import { isCutOff } from "../words/community-title.js";

/*
 * Rows of those tables whose columns are not the fields of what a report holds.
 */

/** One row a person and list, by list and then rank. */
export function followRows(lists: readonly PublicFollowList[]): RowOf<typeof followColumns>[] {
  return lists.flatMap(({ list, question, community, people }) =>
    people.map(({ rank, stability, person, score, scores, reasons, links }) => ({
      list,
      question,
      community,
      rank,
      rankLow: stability?.rankLow,
      rankHigh: stability?.rankHigh,
      stays: stability?.stays,
      id: person.id,
      handle: person.handle,
      server: person.server,
      name: person.name,
      url: person.url,
      score,
      ...scores,
      reason1: reasons[0],
      reason2: reasons[1],
      reason3: reasons[2],
      reason4: reasons[3],
      link1: links[0],
      link2: links[1],
      link3: links[2],
    })),
  );
}

/** One row a community, the largest first. */
export function communityRows(
  communities: readonly PublicCommunity[],
): RowOf<typeof communityColumns>[] {
  return communities.map((community) => ({
    ...community,
    cutOff: isCutOff(community, communities) ? 1 : 0,
    topPeople: community.topPeople.join("; "),
    topHashtags: community.topHashtags.join("; "),
  }));
}
