import type { FollowListName } from "../model/recommendation.js";
import { markdownPerson, markdownPosts, markdownText } from "./markdown.js";
import type { PublicFollowList } from "./public-follow-lists.js";
import type { PublicReport } from "./public-report.js";
import { analysedSentence, orderSentence, placesOf, titleOf, unstableSentence } from "./summary.js";

/** How many people of each list fit on two printed pages. */
const shown: readonly (readonly [FollowListName, number])[] = [
  ["starter", 10],
  ["talk", 4],
  ["helpers", 4],
  ["rising", 2],
  ["curators", 2],
  ["bridges", 2],
  ["organisations", 2],
  ["feeds", 2],
];
/** Which of a person's reasons says why they stand on a list; else the third, which their role is. */
const reasonShown: Readonly<Partial<Record<FollowListName, number>>> = {
  starter: 0,
  talk: 1,
};
const communitiesShown = 6;

/** A handout for a class, as Markdown that prints on two pages: who, why, and how to begin. */
export function* renderFollowHandout(report: PublicReport): Generator<string> {
  const { follow } = report;
  yield `# Whom to follow in ${markdownText(titleOf(report))}\n\n`;
  yield `${analysedSentence(report)} Open two or three posts of each person before you follow: read how they talk, and with whom. Following is a social act; people see who follows them. Begin with a few, answer somebody's question, and come back.\n\n`;
  for (const [name, count] of shown) {
    const list = follow.lists.find((found) => found.list === name && found.community === undefined);
    if (list !== undefined) yield* renderList(list, count);
  }
  yield* renderCommunities(follow.lists);
  yield `## How this list was made\n\n${orderSentence(follow)} One person's attention counts once. Nobody is listed who has opted out, is automated, has not posted lately, or is vouched for by too few. Attention is all that is measured here: not whether somebody is right.\n`;
  for (const warning of follow.warnings) yield `\n${markdownText(warning)}.\n`;
}

function* renderList(list: PublicFollowList, count: number): Generator<string> {
  yield `## ${markdownText(list.title)}\n\n`;
  for (const { rank, recommendation } of placesOf(list, count)) {
    if (recommendation === undefined) {
      yield `${rank}. no stable answer\n`;
      continue;
    }
    const { reasons } = recommendation;
    // Without resampling there may be two reasons alone.
    const reason = reasons[reasonShown[list.list] ?? 2] ?? reasons[0] ?? "";
    const posts = markdownPosts(recommendation);
    yield `${rank}. ${markdownPerson(recommendation)}: ${markdownText(reason)}${posts === "" ? "" : ` ${posts}`}\n`;
  }
  const unstable = unstableSentence(list);
  yield unstable === undefined ? "\n" : `\n${unstable}\n\n`;
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
