import type { TableColumn } from "../../model/columns/column.js";
import { nodeColumns } from "../../model/columns/node-columns.js";
import { none } from "../../model/corpus.js";
import { dayMs } from "../../model/durations.js";
import { interactionKinds } from "../../model/interaction.js";
import type { MapLook } from "../../model/map-layout.js";
import type { MarkShape } from "../../model/mark-shape.js";
import type { PageData, PageSlice, PageTies } from "../../model/page-data.js";
import type { Cell } from "../../text/csv.js";
import { columnsOf } from "../tables/table.js";
import type { PublicReport, PublicTies } from "../view/public-report.js";
import { worthFollowing } from "../view/worth-following.js";
import { isCutOff, titleAfterId } from "../words/community-title.js";
import { titleOf } from "../words/summary.js";

/** So many ties a page draws at a speed that can be used; of more, the strongest. */
export const mostTies = 60_000;

/** Of more people the page would take longer to open than anybody waits, and its marks have no size. */
const mostPeople = 150_000;

/** Whether the page has what its script needs for the map that can be moved, and the table of everybody. */
export function isMovable({ people }: PublicReport): boolean {
  return people.length <= mostPeople;
}

/** What the script of a page works on, as columns. O(people + ties log ties). */
export function pageData(report: PublicReport, map: MapLook): PageData {
  const { communities, network, ranking } = report;
  const { people, columns } = pagePeople(report);
  const worth = worthFollowing(report);
  const placeOf = new Map(worth.map((id) => [id, people.id.indexOf(id)]));
  const { source, target, effort } = ranking.pairs;
  const ties = pageTies(network.ties);
  return {
    title: titleOf(report),
    communities: communities.map((one) => ({
      name: one.community,
      label: titleAfterId(one),
      isCutOff: isCutOff(one, communities),
    })),
    people,
    columns,
    ties,
    slices: pageSlices(report.slices, people.id, ties),
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
    map,
  };
}

function pagePeople({ people, communities }: PublicReport): Pick<PageData, "people" | "columns"> {
  const communityOf = new Map(communities.map(({ community }, index) => [community, index]));
  const columns = columnsOnPage();
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
  const shape: MarkShape[] = [];
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
    shape.push(person.place?.shape ?? "circle");
    for (const { cell, values } of columns) values.push(numberIn(cell(person)));
  }
  return {
    people: { id, label, name, url, community, role, isWithheld, x, y, radius, color, shape },
    columns: columns
      .filter(({ values }) => values.some((value) => value !== null))
      .map(({ cell, ...column }) => column),
  };
}

/** Those that say what they are about, in the order of `nodes.csv`, still without values. */
function columnsOnPage() {
  return columnsOf(nodeColumns).flatMap(({ name, cell }, at) => {
    const { about, title, sentence }: TableColumn = nodeColumns[at];
    const values: (number | null)[] = [];
    return about === undefined ? [] : [{ name, about, title, sentence, cell, values }];
  });
}

/** Of a fraction six digits; a count stays whole. */
function numberIn(value: Cell): number | null {
  if (typeof value !== "number") return null;
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

/** Ties of each slice, of those that the page has. O(ties + ties in slices). */
function pageSlices(
  slices: PublicReport["slices"],
  ids: readonly string[],
  { source, target }: PageTies,
): PageSlice[] {
  if (slices === undefined) return [];
  const personOf = new Map(ids.map((id, person) => [id, person]));
  const pairOf = (from: number, to: number): number => from * ids.length + to;
  const tieOf = new Map(source.map((from, tie) => [pairOf(from, target[tie]), tie]));
  const ties: number[][] = slices.rows.map(() => []);
  for (const { slice, source: from, target: to } of slices.ties) {
    const tie = tieOf.get(pairOf(personOf.get(from) ?? none, personOf.get(to) ?? none));
    if (tie !== undefined) ties[slice - 1].push(tie);
  }
  return slices.rows.map(({ from, until }, at) => ({
    from: from.slice(0, 10),
    to: new Date(Date.parse(until) - 1).toISOString().slice(0, 10),
    ties: ties[at].sort((a, b) => a - b),
  }));
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
