import { none } from "../../model/corpus.js";
import { interactionKinds } from "../../model/interaction.js";
import type { PageColumn, PageData, PageTies } from "../../model/page-data.js";
import type { PublicPerson } from "../public-person.js";
import type { PublicReport, PublicTies } from "../public-report.js";
import { titleOf } from "../summary.js";
import { worthFollowing } from "../worth-following.js";

/** So many ties a page draws at a speed that can be used; of more, the strongest. */
export const mostTies = 60_000;

/** Of more people the page would take longer to open than anybody waits, and its marks have no size. */
const mostPeople = 150_000;

/** Whether the page has what its script needs for the map that can be moved, and the table of everybody. */
export function isMovable({ people }: PublicReport): boolean {
  return people.length <= mostPeople;
}

const dayMs = 86_400_000;

/** What the script of a page works on, as columns. O(people + ties log ties). */
export function pageData(
  report: PublicReport,
  { width, height }: { readonly width: number; readonly height: number },
): PageData {
  const { communities, network, ranking } = report;
  const { people, columns } = pagePeople(report);
  const worth = worthFollowing(report);
  const placeOf = new Map(worth.map((id) => [id, people.id.indexOf(id)]));
  const { source, target, effort } = ranking.pairs;
  return {
    title: titleOf(report),
    communities: communities.map(({ community, label }) => ({ name: community, label })),
    people,
    columns,
    ties: pageTies(network.ties),
    allTies: network.ties.length,
    ranking: {
      candidates: people.id.flatMap((_, person) =>
        ranking.isCandidate[person] === 1 ? person : [],
      ),
      base: [...ranking.base],
      inDegree: [...ranking.inDegree],
      source: [...source],
      target: [...target],
      effort: [...effort],
    },
    worthFollowing: worth.flatMap((id) => placeOf.get(id) ?? []),
    width,
    height,
  };
}

function pagePeople({ people, communities }: PublicReport): Pick<PageData, "people" | "columns"> {
  const communityOf = new Map(communities.map(({ community }, index) => [community, index]));
  const columns = columnSources.map(({ value, ...words }) => {
    const values: (number | null)[] = [];
    return { ...words, value, values };
  });
  const id: string[] = [];
  const label: string[] = [];
  const name: (string | null)[] = [];
  const url: (string | null)[] = [];
  const community: number[] = [];
  const role: string[] = [];
  const isWithheld: (0 | 1)[] = [];
  const x: number[] = [];
  const y: number[] = [];
  const radius: number[] = [];
  const color: string[] = [];
  for (const person of people) {
    id.push(person.id);
    label.push(person.label);
    name.push(person.name ?? null);
    url.push(person.url ?? null);
    community.push(communityOf.get(person.community ?? "") ?? none);
    role.push(person.role);
    isWithheld.push(person.isWithheld ? 1 : 0);
    x.push(person.place?.x ?? 0);
    y.push(person.place?.y ?? 0);
    radius.push(person.place?.radius ?? 1);
    color.push(person.place?.color ?? "#888888");
    for (const { value, values } of columns) values.push(inSixDigits(value(person)));
  }
  return {
    people: { id, label, name, url, community, role, isWithheld, x, y, radius, color },
    columns: columns
      .filter(({ values }) => values.some((value) => value !== null))
      .map(({ value, ...column }) => column),
  };
}

interface ColumnSource extends Omit<PageColumn, "values"> {
  readonly value: (person: PublicPerson) => number | undefined;
}

const columnSources: readonly ColumnSource[] = [
  {
    name: "in_degree",
    about: "standing",
    title: "engaged by",
    sentence: "How many different people replied to, mentioned, reposted or quoted this person.",
    value: ({ inDegree }) => inDegree,
  },
  {
    name: "out_degree",
    about: "conduct",
    title: "engaged",
    sentence: "How many different people this person engaged.",
    value: ({ outDegree }) => outDegree,
  },
  {
    name: "in_strength",
    about: "standing",
    title: "interactions received",
    sentence: "How often somebody engaged this person.",
    value: ({ inStrength }) => inStrength,
  },
  {
    name: "posts",
    about: "conduct",
    title: "own posts",
    sentence: "Posts of this person's own in the hashtag, without reposts.",
    value: ({ posts }) => posts,
  },
  {
    name: "followers",
    about: "standing",
    title: "followers",
    sentence: "How many follow this person anywhere, as their profile said.",
    value: ({ followers }) => followers,
  },
  {
    name: "pagerank",
    about: "standing",
    title: "PageRank",
    sentence:
      "How often one comes by who walks along ties at random: attention from people who get attention.",
    value: ({ pagerank }) => pagerank,
  },
  {
    name: "betweenness",
    about: "standing",
    title: "betweenness",
    sentence: "How often this person stands on the shortest way between two others.",
    value: ({ betweenness }) => betweenness,
  },
  {
    name: "reciprocity",
    about: "conduct",
    title: "reciprocity",
    sentence: "Of the people tied to this person, the share with whom the tie goes both ways.",
    value: ({ reciprocity }) => reciprocity,
  },
  {
    name: "active_days",
    about: "conduct",
    title: "active days",
    sentence: "On how many days (UTC) this person posted or reposted something.",
    value: ({ activeDays }) => activeDays,
  },
  {
    name: "replies_to_newcomers",
    about: "conduct",
    title: "replies to newcomers",
    sentence: "How often this person replied to somebody who had come at most 28 days before.",
    value: ({ repliesToNewcomers }) => repliesToNewcomers,
  },
  {
    name: "median_reply_minutes",
    about: "conduct",
    title: "minutes to reply",
    sentence: "After so many minutes this person had written half of their replies.",
    value: ({ medianReplyMinutes }) => medianReplyMinutes,
  },
  {
    name: "links_shared",
    about: "conduct",
    title: "links shared",
    sentence: "How many different links stand in this person's own posts.",
    value: ({ linksShared }) => linksShared,
  },
];

/** Of a fraction; a count stays whole. */
function inSixDigits(value: number | undefined): number | null {
  if (value === undefined) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}

function pageTies(ties: PublicTies): PageTies {
  const shown = strongest(ties);
  const rows = Array.from(shown, (tie) => ties.row(tie));
  const kinds = interactionKinds.filter((kind) => rows.some(({ byKind }) => byKind[kind] > 0));
  return {
    source: Array.from(shown, (tie) => ties.sourcePerson[tie]),
    target: Array.from(shown, (tie) => ties.targetPerson[tie]),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, rows.map(({ byKind }) => byKind[kind])])),
    first: rows.map(({ first }) =>
      first === undefined ? null : Math.floor(Date.parse(first) / dayMs),
    ),
  };
}

/** In the order of the report; of two as strong, the first. */
function strongest(ties: PublicTies): Int32Array {
  const all = Int32Array.from({ length: ties.length }, (_, tie) => tie);
  if (all.length <= mostTies) return all;
  const weight = Float64Array.from(ties, (tie) => tie.weight);
  return all
    .sort((a, b) => weight[b] - weight[a] || a - b)
    .slice(0, mostTies)
    .sort();
}
