import type { FollowListName } from "../../model/recommendation.js";
import type {
  PublicFollow,
  PublicFollowList,
  PublicRecommendation,
} from "../view/public-follow-lists.js";
import type { PublicIdentity } from "../view/public-person.js";
import { madeSentence } from "./list-words.js";
import { placeNumber, placesOf, stabilitySentences } from "./places.js";
import { eligibilitySentence } from "./summary.js";

/** A list of people for a terminal: at most so many, each with reasons and links, in lines. */
export function listLines(list: PublicFollowList, placesShown: number): string[] {
  const whose = list.community === undefined ? "" : ` (${list.community})`;
  const lines = [`${list.title}${whose}`, `  ${list.question}`];
  for (const place of placesOf(list, placesShown)) {
    const number = placeNumber(place).padStart(3);
    if (place.recommendation !== undefined) {
      lines.push("", ...personLines(number, place.recommendation));
      continue;
    }
    lines.push("", `${number}  too close to call:`);
    for (const { person } of place.candidates) lines.push(`     ${identityText(person)}`);
  }
  const stability = stabilitySentences(list);
  if (stability.length > 0) lines.push("", ...stability.map((sentence) => `  ${sentence}`));
  return lines;
}

interface AskedList {
  readonly list: FollowListName;
  readonly community: string | undefined;
  /** What was left out, in phrases. */
  readonly filters: readonly string[];
}

/** One list with how it came about, or what there is instead. */
export function renderListText(
  follow: PublicFollow,
  asked: AskedList,
  list: PublicFollowList | undefined,
): string {
  const lines: string[] = [];
  if (list === undefined) {
    const where = asked.community === undefined ? "here" : `of ${asked.community}`;
    lines.push(
      `Nobody stands on the list "${asked.list}" ${where}.${whereThereAre(follow, asked)}`,
    );
  } else {
    lines.push(...listLines(list, list.people.length + list.unstableRanks.length));
    lines.push("", `  ${madeSentence(list, follow)}`);
  }
  if (asked.filters.length > 0) lines.push(`  Only: ${asked.filters.join("; ")}.`);
  lines.push(`  ${eligibilitySentence(follow)}`);
  for (const warning of follow.warnings) lines.push(`  Note: ${warning}.`);
  return `${lines.join("\n")}\n`;
}

function whereThereAre({ lists }: PublicFollow, { community }: AskedList): string {
  const names = lists.flatMap((other) => (other.community === community ? [other.list] : []));
  if (names.length > 0) return ` There are people on: ${names.join(", ")}.`;
  const communities = [...new Set(lists.flatMap((other) => other.community ?? []))];
  return communities.length === 0 ? "" : ` There are lists of: ${communities.join(", ")}.`;
}

function personLines(place: string, recommendation: PublicRecommendation): string[] {
  const { person, community, reasons, links } = recommendation;
  const where = community === undefined ? "" : `  ${community}`;
  return [
    `${place}  ${identityText(person)}${where}`,
    ...[...reasons, ...links].map((text) => `     ${text}`),
  ];
}

function identityText({ label, name }: PublicIdentity): string {
  return name === undefined ? label : `${label}  ${name}`;
}
