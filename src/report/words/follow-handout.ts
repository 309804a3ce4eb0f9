import type { FollowListName } from "../../model/recommendation.js";
import type { PublicFollowList } from "../view/public-follow-lists.js";
import type { PublicReport } from "../view/public-report.js";
import { importSentences } from "./import-words.js";
import { madeSentence, mainReason, orderSentence } from "./list-words.js";
import { markdownClose, markdownPerson, markdownPosts, markdownText } from "./markdown.js";
import { closeSentence, placesOf } from "./places.js";
import { analysedSentence, titleOf } from "./summary.js";

/** How many people of each list fit on two printed pages. */
const shown: readonly (readonly [FollowListName, number])[] = [
  ["starter", 10],
  ["talk", 2],
  ["helpers", 2],
  ["rising", 2],
  ["curators", 1],
  ["bridges", 1],
  ["organisations", 1],
  ["feeds", 1],
];
const communitiesShown = 3;

/** How to begin, for whoever holds a list of people. */
export const adviceSentences = [
  "Open two or three posts of each person before you follow: read how they talk, and with whom.",
  "Following is a social act; people see who follows them.",
  "Begin with a few, answer somebody's question, and come back.",
] as const;

/** What the lists leave out, and what they do not say. */
export const limitSentences = [
  "One person's attention counts once.",
  "Nobody is listed who has opted out, is automated, has not posted lately, or is vouched for by too few.",
  "Attention is all that is measured, not whether somebody is right.",
] as const;

/** A handout for a class, as Markdown that prints on two pages: who, why, and how to begin. */
export function* renderFollowHandout(report: PublicReport): Generator<string> {
  const { follow } = report;
  yield `# Whom to follow in ${markdownText(titleOf(report))}\n\n`;
  yield `${analysedSentence(report)} ${adviceSentences.join(" ")}\n\n`;
  const said = new Set<string>();
  for (const [name, count] of shown) {
    const list = follow.lists.find((found) => found.list === name && found.community === undefined);
    if (list === undefined) continue;
    const made = madeSentence(list, follow);
    yield* renderList(list, count, said.has(made) ? undefined : made);
    said.add(made);
  }
  yield* renderCommunities(follow.lists);
  const following = importSentences(follow, { named: false });
  if (following.length > 0) yield `## To follow them\n\n${markdownText(following.join(" "))}\n\n`;
  const order = orderSentence(follow);
  yield `## How this list was made\n\n${said.has(order) ? "" : `${order} `}${limitSentences.join(" ")}\n`;
  for (const warning of follow.warnings) yield `\n${markdownText(warning)}.\n`;
}

/** `made` says how the list was made, where that was not said of a list before. */
function* renderList(
  list: PublicFollowList,
  count: number,
  made: string | undefined,
): Generator<string> {
  yield `## ${markdownText(list.title)}\n\n`;
  yield `**${list.question}**${made === undefined ? "" : ` ${markdownText(made)}`}\n\n`;
  for (const place of placesOf(list, count)) {
    const { rank, recommendation } = place;
    if (recommendation === undefined) {
      yield `${rank}. ${markdownClose(place)}\n`;
      continue;
    }
    const reason = mainReason(recommendation, list.list);
    const posts = markdownPosts(recommendation);
    yield `${rank}. ${markdownPerson(recommendation)}: ${markdownText(reason)}${posts === "" ? "" : ` ${posts}`}\n`;
  }
  const close = closeSentence(list);
  yield close === undefined ? "\n" : `\n${close}\n\n`;
}

function* renderCommunities(lists: readonly PublicFollowList[]): Generator<string> {
  const ofCommunities = lists
    .filter(({ list, community }) => list === "attention" && community !== undefined)
    .filter(({ people }) => people.length > 0)
    .slice(0, communitiesShown);
  if (ofCommunities.length === 0) return;
  yield "## One from each community\n\n";
  for (const { community, people } of ofCommunities) {
    yield `- ${community}: ${markdownPerson(people[0])}\n`;
  }
  yield "\n";
}
