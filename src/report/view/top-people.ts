import type { RowOf } from "../../model/columns/column.js";
import type { topPeopleColumns } from "../../model/columns/top-people-columns.js";
import { type TopMeasure, topMeasures } from "../../model/top-measures.js";
import { withCommas } from "../../text/counted.js";
import type { PublicPerson } from "./public-person.js";
import type { PublicReport } from "./public-report.js";

/** Somebody in a row of ten, by one number. */
export interface TopPerson {
  readonly id: string;
  readonly label: string;
  readonly name: string | undefined;
  readonly url: string | undefined;
  readonly community: string | undefined;
  readonly value: number;
}

export type TopPeople = Readonly<Record<TopMeasure, readonly TopPerson[]>>;

/** A row of `top-people.csv`. */
export type PublicTopPerson = RowOf<typeof topPeopleColumns>;

interface TopTens {
  readonly everybody: TopPeople;
  readonly ofCommunity: ReadonlyMap<string, TopPeople>;
}

const most = 10;

/**
 * Who stands first by each measure, in the whole network and in each community, as NodeXL's reports
 * list them. Whoever is not named is left out, and so is whoever has nothing of a measure; equals in
 * the order of their ids. O(people).
 */
export function topTens({
  people,
  communities,
}: Pick<PublicReport, "people" | "communities">): TopTens {
  const everybody = noPeople();
  const ofCommunity = new Map(communities.map(({ community }) => [community, noPeople()]));
  for (const person of people) {
    if (person.isWithheld) continue;
    const own = ofCommunity.get(person.community ?? "");
    for (const { measure } of topMeasures) {
      const value = measureOf(person, measure);
      if (value === undefined || value <= 0) continue;
      insert(everybody[measure], person, value);
      if (own !== undefined) insert(own[measure], person, value);
    }
  }
  return { everybody, ofCommunity };
}

/** The same as rows of a table: everybody's, then each community's, by measure and rank. */
export function topPeopleRows({ everybody, ofCommunity }: TopTens): PublicTopPerson[] {
  return [[undefined, everybody] as const, ...ofCommunity].flatMap(([community, top]) =>
    topMeasures.flatMap(({ measure }) =>
      top[measure].map(({ id, label, value }, at) => ({
        community,
        measure,
        rank: at + 1,
        id,
        label,
        value,
      })),
    ),
  );
}

/** A fraction in three digits. */
export function topValueText(value: number): string {
  return Number.isInteger(value) ? withCommas(value) : String(Number(value.toPrecision(3)));
}

function noPeople(): Record<TopMeasure, TopPerson[]> {
  return { betweenness: [], replied_to: [], mentioned: [], active: [] };
}

function measureOf(person: PublicPerson, measure: TopMeasure): number | undefined {
  switch (measure) {
    case "betweenness":
      return person.betweenness;
    case "replied_to":
      return person.inByKind.reply;
    case "mentioned":
      return person.inByKind.mention;
    case "active":
      return person.posts;
  }
}

/** Behind those with as much, so long as there are ten at most. */
function insert(first: TopPerson[], person: PublicPerson, value: number): void {
  if (first.length === most && value <= first[most - 1].value) return;
  const { id, label, name, url, community } = person;
  const at = first.findIndex((other) => other.value < value);
  first.splice(at < 0 ? first.length : at, 0, { id, label, name, url, community, value });
  if (first.length > most) first.pop();
}
