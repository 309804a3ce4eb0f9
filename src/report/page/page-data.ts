import { none } from "../../model/corpus.js";
import { interactionKinds } from "../../model/interaction.js";
import type { PageColumn, PageData, PagePeople, PageTies } from "../../model/page-data.js";
import type { PublicPerson, PublicReport, PublicTie } from "../public-report.js";
import { titleOf } from "../summary.js";
import { worthFollowing } from "../worth-following.js";

/** So many ties a page draws at a speed that can be used; of more, the strongest. */
export const mostTies = 60_000;

const dayMs = 86_400_000;

/** What the script of a page works on, as columns. O(people + ties log ties). */
export function pageData(
  report: PublicReport,
  { width, height }: { readonly width: number; readonly height: number },
): PageData {
  const { people, communities, network, ranking } = report;
  const communityOf = new Map(communities.map(({ community }, index) => [community, index]));
  const indexOf = new Map(people.map(({ id }, index) => [id, index]));
  const ties = strongest(network.ties);
  return {
    title: titleOf(report),
    communities: communities.map(({ community, label }) => ({ name: community, label })),
    people: pagePeople(people, communityOf),
    columns: pageColumns(people),
    ties: pageTies(ties, indexOf),
    allTies: network.ties.length,
    ranking: {
      candidates: [...people.keys()].filter((person) => ranking.isCandidate[person]),
      base: ranking.base,
      inDegree: ranking.inDegree,
      source: ranking.pairs.map(({ source }) => source),
      target: ranking.pairs.map(({ target }) => target),
      effort: ranking.pairs.map(({ effort }) => effort),
    },
    worthFollowing: worthFollowing(report).flatMap((id) => indexOf.get(id) ?? []),
    width,
    height,
  };
}

/** In the order of the report; of two as strong, the first. */
function strongest(ties: readonly PublicTie[]): readonly PublicTie[] {
  if (ties.length <= mostTies) return ties;
  return [...ties.keys()]
    .sort((a, b) => ties[b].weight - ties[a].weight || a - b)
    .slice(0, mostTies)
    .sort((a, b) => a - b)
    .map((tie) => ties[tie]);
}

function pagePeople(
  people: readonly PublicPerson[],
  communityOf: ReadonlyMap<string, number>,
): PagePeople {
  return {
    id: people.map(({ id }) => id),
    label: people.map(({ label }) => label),
    name: people.map(({ name }) => name ?? null),
    url: people.map(({ url }) => url ?? null),
    community: people.map(({ community }) => communityOf.get(community ?? "") ?? none),
    role: people.map(({ role }) => role),
    isWithheld: people.map(({ isWithheld }) => (isWithheld ? 1 : 0)),
    x: people.map(({ place }) => place?.x ?? 0),
    y: people.map(({ place }) => place?.y ?? 0),
    radius: people.map(({ place }) => place?.radius ?? 1),
    color: people.map(({ place }) => place?.color ?? "#888888"),
  };
}

interface ColumnSource extends Omit<PageColumn, "values"> {
  readonly value: (person: PublicPerson) => number | undefined;
}

const columnSources: readonly ColumnSource[] = [
  {
    name: "in_degree",
    title: "engaged by",
    sentence: "How many different people replied to, mentioned, reposted or quoted this person.",
    value: ({ inDegree }) => inDegree,
  },
  {
    name: "out_degree",
    title: "engaged",
    sentence: "How many different people this person engaged.",
    value: ({ outDegree }) => outDegree,
  },
  {
    name: "in_strength",
    title: "interactions received",
    sentence: "How often somebody engaged this person.",
    value: ({ inStrength }) => inStrength,
  },
  {
    name: "posts",
    title: "own posts",
    sentence: "Posts of this person's own in the hashtag, without reposts.",
    value: ({ posts }) => posts,
  },
  {
    name: "followers",
    title: "followers",
    sentence: "How many follow this person anywhere, as their profile said.",
    value: ({ followers }) => followers,
  },
  {
    name: "pagerank",
    title: "PageRank",
    sentence:
      "How often one comes by who walks along ties at random: attention from people who get attention.",
    value: ({ pagerank }) => pagerank,
  },
  {
    name: "betweenness",
    title: "betweenness",
    sentence: "How often this person stands on the shortest way between two others.",
    value: ({ betweenness }) => betweenness,
  },
  {
    name: "reciprocity",
    title: "reciprocity",
    sentence: "Of the people tied to this person, the share with whom the tie goes both ways.",
    value: ({ reciprocity }) => reciprocity,
  },
  {
    name: "active_days",
    title: "active days",
    sentence: "On how many days (UTC) this person posted or reposted something.",
    value: ({ activeDays }) => activeDays,
  },
  {
    name: "replies_to_newcomers",
    title: "replies to newcomers",
    sentence: "How often this person replied to somebody who had come at most 28 days before.",
    value: ({ repliesToNewcomers }) => repliesToNewcomers,
  },
  {
    name: "median_reply_minutes",
    title: "minutes to reply",
    sentence: "After so many minutes this person had written half of their replies.",
    value: ({ medianReplyMinutes }) => medianReplyMinutes,
  },
  {
    name: "links_shared",
    title: "links shared",
    sentence: "How many different links stand in this person's own posts.",
    value: ({ linksShared }) => linksShared,
  },
];

/** Those that anybody has a value of. */
function pageColumns(people: readonly PublicPerson[]): PageColumn[] {
  return columnSources
    .map(({ value, ...words }) => ({
      ...words,
      values: people.map((person) => inSixDigits(value(person))),
    }))
    .filter(({ values }) => values.some((value) => value !== null));
}

/** Of a fraction; a count stays whole. */
function inSixDigits(value: number | undefined): number | null {
  if (value === undefined) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}

function pageTies(ties: readonly PublicTie[], indexOf: ReadonlyMap<string, number>): PageTies {
  const kinds = interactionKinds.filter((kind) => ties.some(({ byKind }) => byKind[kind] > 0));
  return {
    source: ties.map(({ source }) => indexOf.get(source) ?? none),
    target: ties.map(({ target }) => indexOf.get(target) ?? none),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, ties.map(({ byKind }) => byKind[kind])])),
    first: ties.map(({ first }) =>
      first === undefined ? null : Math.floor(Date.parse(first) / dayMs),
    ),
  };
}
