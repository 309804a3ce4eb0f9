import { furtherMeasures } from "../model/further-measures.js";
import type { interactionKinds } from "../model/interaction.js";
import type { NetworkMetric } from "../model/measures.js";
import { followOrders } from "../model/recommendation.js";
import type { Column } from "./csv.js";
import type { PublicFollowList, PublicRecommendation } from "./public-follow-lists.js";
import type { PublicPerson } from "./public-person.js";
import type { PublicCommunity, PublicTie, PublicTopItem } from "./public-report.js";

/*
 * The columns of each table, in the order that scripts rely on. Kinds stand in the order of the
 * field's papers, not in that of precedence.
 */

const kindsInTables = [
  "reply",
  "mention",
  "repost",
  "quote",
  "follow",
] as const satisfies readonly (typeof interactionKinds)[number][];

export const nodeColumns: readonly Column<PublicPerson>[] = [
  { name: "id", cell: (person) => person.id },
  { name: "label", cell: (person) => person.label },
  { name: "handle", cell: (person) => person.handle },
  { name: "server", cell: (person) => person.server },
  { name: "name", cell: (person) => person.name },
  { name: "url", cell: (person) => person.url },
  { name: "community", cell: (person) => person.community },
  { name: "role", cell: (person) => person.role },
  { name: "posts", cell: (person) => person.posts },
  { name: "first_post", cell: (person) => person.firstPost },
  { name: "last_post", cell: (person) => person.lastPost },
  { name: "followers", cell: (person) => person.followers },
  { name: "following", cell: (person) => person.following },
  { name: "in_degree", cell: (person) => person.inDegree },
  { name: "out_degree", cell: (person) => person.outDegree },
  { name: "in_strength", cell: (person) => person.inStrength },
  { name: "out_strength", cell: (person) => person.outStrength },
  ...kindsInTables.map((kind) => ({
    name: `in_${kind}`,
    cell: (person: PublicPerson) => person.inByKind[kind],
  })),
  ...kindsInTables.map((kind) => ({
    name: `out_${kind}`,
    cell: (person: PublicPerson) => person.outByKind[kind],
  })),
  { name: "pagerank", cell: (person) => person.pagerank },
  { name: "betweenness", cell: (person) => person.betweenness },
  ...furtherMeasures.map(({ key, column }) => ({
    name: column,
    cell: (person: PublicPerson) => person[key],
  })),
  { name: "reciprocity", cell: (person) => person.reciprocity },
  { name: "active_days", cell: (person) => person.activeDays },
  { name: "replies_to_newcomers", cell: (person) => person.repliesToNewcomers },
  { name: "median_reply_minutes", cell: (person) => person.medianReplyMinutes },
  { name: "links_shared", cell: (person) => person.linksShared },
];

export const edgeColumns: readonly Column<PublicTie>[] = [
  { name: "source", cell: (tie) => tie.source },
  { name: "target", cell: (tie) => tie.target },
  { name: "weight", cell: (tie) => tie.weight },
  ...kindsInTables.map((kind) => ({ name: kind, cell: (tie: PublicTie) => tie.byKind[kind] })),
  { name: "first", cell: (tie) => tie.first },
  { name: "last", cell: (tie) => tie.last },
];

export const communityColumns: readonly Column<PublicCommunity>[] = [
  { name: "community", cell: (community) => community.community },
  { name: "label", cell: (community) => community.label },
  { name: "size", cell: (community) => community.size },
  { name: "posts", cell: (community) => community.posts },
  { name: "density", cell: (community) => community.density },
  { name: "reciprocity", cell: (community) => community.reciprocity },
  { name: "edges_inside", cell: (community) => community.edgesInside },
  { name: "edges_in", cell: (community) => community.edgesIn },
  { name: "edges_out", cell: (community) => community.edgesOut },
  { name: "top_people", cell: (community) => community.topPeople.join("; ") },
  { name: "top_hashtags", cell: (community) => community.topHashtags.join("; ") },
];

export const topItemColumns: readonly Column<PublicTopItem>[] = [
  { name: "community", cell: (row) => row.community },
  { name: "kind", cell: (row) => row.kind },
  { name: "item", cell: (row) => row.item },
  { name: "authors", cell: (row) => row.authors },
  { name: "count", cell: (row) => row.count },
  { name: "salience", cell: (row) => row.salience },
  { name: "mutual_information", cell: (row) => row.mutualInformation },
];

export const networkColumns: readonly Column<NetworkMetric>[] = [
  { name: "metric", cell: (metric) => metric.metric },
  { name: "value", cell: (metric) => metric.value },
  { name: "name", cell: (metric) => metric.name },
  { name: "note", cell: (metric) => metric.note },
];

export interface FollowRow {
  readonly list: string;
  /** Whose list it is; `undefined` for everybody's. */
  readonly community: string | undefined;
  readonly recommendation: PublicRecommendation;
}

/** One row a person and list, by list and then rank. */
export function followRows(lists: readonly PublicFollowList[]): FollowRow[] {
  return lists.flatMap(({ list, community, people }) =>
    people.map((recommendation) => ({ list, community, recommendation })),
  );
}

export const followColumns: readonly Column<FollowRow>[] = [
  { name: "list", cell: ({ list }) => list },
  { name: "community", cell: ({ community }) => community },
  { name: "rank", cell: ({ recommendation }) => recommendation.rank },
  { name: "rank_low", cell: ({ recommendation }) => recommendation.stability?.rankLow },
  { name: "rank_high", cell: ({ recommendation }) => recommendation.stability?.rankHigh },
  { name: "stays", cell: ({ recommendation }) => recommendation.stability?.stays },
  { name: "id", cell: ({ recommendation }) => recommendation.person.id },
  { name: "handle", cell: ({ recommendation }) => recommendation.person.handle },
  { name: "server", cell: ({ recommendation }) => recommendation.person.server },
  { name: "name", cell: ({ recommendation }) => recommendation.person.name },
  { name: "url", cell: ({ recommendation }) => recommendation.person.url },
  { name: "score", cell: ({ recommendation }) => recommendation.score },
  ...followOrders.map((order) => ({
    name: order,
    cell: ({ recommendation }: FollowRow) => recommendation.scores[order],
  })),
  ...[0, 1, 2, 3].map((index) => ({
    name: `reason_${index + 1}`,
    cell: ({ recommendation }: FollowRow) => recommendation.reasons[index],
  })),
  ...[0, 1, 2].map((index) => ({
    name: `link_${index + 1}`,
    cell: ({ recommendation }: FollowRow) => recommendation.links[index],
  })),
];
