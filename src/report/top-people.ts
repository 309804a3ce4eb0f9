import { withCommas } from "./counted.js";
import type { PublicPerson } from "./public-person.js";
import type { PublicReport } from "./public-report.js";

/** Somebody in a row of ten, by one number. */
export interface TopPerson {
  readonly label: string;
  readonly name: string | undefined;
  readonly url: string | undefined;
  readonly community: string | undefined;
  readonly value: number;
}

export const topMeasures = [
  { measure: "betweenness", title: "Between others", unit: "betweenness" },
  { measure: "repliedTo", title: "Most replied to", unit: "replies" },
  { measure: "mentioned", title: "Most mentioned", unit: "mentions" },
  { measure: "active", title: "Most active", unit: "posts" },
] as const;
export type TopMeasure = (typeof topMeasures)[number]["measure"];
export type TopPeople = Readonly<Record<TopMeasure, readonly TopPerson[]>>;

export interface TopTens {
  readonly everybody: TopPeople;
  readonly ofCommunity: ReadonlyMap<string, TopPeople>;
}

const most = 10;

/**
 * Who stands first by each measure, in the whole network and in each community, as NodeXL's reports
 * list them. Whoever is not named is left out, and so is whoever has nothing of a measure; equals in
 * the order of their ids. O(people).
 */
export function topTens({ people, communities }: PublicReport): TopTens {
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

/** A fraction in three digits. */
export function topValueText(value: number): string {
  return Number.isInteger(value) ? withCommas(value) : String(Number(value.toPrecision(3)));
}

function noPeople(): Record<TopMeasure, TopPerson[]> {
  return { betweenness: [], repliedTo: [], mentioned: [], active: [] };
}

function measureOf(person: PublicPerson, measure: TopMeasure): number | undefined {
  switch (measure) {
    case "betweenness":
      return person.betweenness;
    case "repliedTo":
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
  const { label, name, url, community } = person;
  const at = first.findIndex((other) => other.value < value);
  first.splice(at < 0 ? first.length : at, 0, { label, name, url, community, value });
  if (first.length > most) first.pop();
}
