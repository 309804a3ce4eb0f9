import type { Activity } from "../model/activity.js";
import type { MutualCore } from "../model/mutual-core.js";
import type {
  Contribution,
  FollowListName,
  Stability,
  TimeFrame,
} from "../model/recommendation.js";
import { counted } from "../text/counted.js";
import { answeredSentence } from "./contributions.js";
import { countEngagers, type Engagements } from "./engagements.js";
import type { ScoreBase, Scores } from "./scores.js";
import { countBins } from "./time-frame.js";

interface ReasonInput {
  readonly scores: Scores;
  readonly base: ScoreBase;
  readonly engagements: Engagements;
  readonly activity: Activity;
  readonly core: MutualCore;
  readonly frame: TimeFrame;
}

/** What is particular to a place on a list. */
interface PlaceReasons {
  readonly list: FollowListName;
  /** How a learner gets to them, for a list of their own. */
  readonly path: string | undefined;
  /** What speaks for a second look. */
  readonly caution: string | undefined;
  /** What shows that an account is automated, for the list of those. */
  readonly automationSign: string | undefined;
  /** How many follow them, where the list goes by it. */
  readonly followers: number | undefined;
  readonly contributions: readonly Contribution[];
  /** How many newcomers they answered. */
  readonly newcomersAnswered: number;
  readonly rank: number;
  readonly stability: Stability | undefined;
}

/** The contribution that a list is of: its evidence says why a person stands there. */
const contributionShownBy: Readonly<Partial<Record<FollowListName, string>>> = {
  rising: "rising",
  curators: "curates resources",
  bridges: "bridge",
};

/**
 * Two to four plain sentences with numbers that say why a person stands on a list: who engaged them,
 * whom they talk with, what they do for others, how sure the place is.
 */
export function giveReasons(account: number, place: PlaceReasons, input: ReasonInput): string[] {
  const what = place.path ?? place.automationSign ?? evidenceForList(place);
  // A caution needs the room of a contribution that has nothing to do with the list.
  const further =
    what ?? (place.caution === undefined ? place.contributions[0]?.evidence : undefined);
  return [
    attentionSentence(account, input),
    conversationSentence(account, input) + followersSentence(place.followers),
    ...(further === undefined ? [] : [further]),
    ...(place.caution === undefined ? [] : [place.caution]),
    ...(place.stability === undefined ? [] : [stabilitySentence(place.rank, place.stability)]),
  ];
}

/** What a list of one contribution rests on. */
function evidenceForList({
  list,
  contributions,
  newcomersAnswered,
}: PlaceReasons): string | undefined {
  if (list === "helpers") return answeredSentence(newcomersAnswered);
  return contributions.find(({ name }) => name === contributionShownBy[list])?.evidence;
}

function attentionSentence(account: number, input: ReasonInput): string {
  const { scores, base, engagements, core, frame } = input;
  const unit = frame.binDays === 1 ? "day" : "week";
  const bins = countBins(frame);
  const { offsets, bin } = base.attention;
  // Threads may go back to before the collection.
  const active = bin
    .subarray(offsets[account], offsets[account + 1])
    .filter((age) => age < bins).length;
  const inBins = Number.isNaN(frame.now)
    ? ""
    : ` ${unit === "day" ? "on" : "in"} ${active} of ${counted(bins, unit, `${unit}s`)}`;
  const ofCore = countEngagers(account, engagements, core.isMember);
  const fromCore =
    core.size === 0 ? "" : ` ${ofCore} of them ${ofCore === 1 ? "belongs" : "belong"} to the core.`;
  const last = latestEngagement(account, engagements);
  const when = Number.isNaN(last) ? "" : `, most recently on ${dateOf(last)}`;
  return `${counted(scores.d[account], "person", "people")} replied to, mentioned, reposted or quoted them${inBins}${when}.${fromCore}`;
}

function conversationSentence(account: number, input: ReasonInput): string {
  const { scores, activity } = input;
  const last = activity.lastPost[account];
  const when = Number.isNaN(last) ? "" : `, the latest on ${dateOf(last)}`;
  const posts = counted(activity.posts[account], "post", "posts");
  return (
    `${counted(scores.t[account], "person", "people")} replied to or mentioned them, and they replied to or mentioned ${activity.peopleAddressed[account]}. ` +
    `They wrote ${posts}${when}.`
  );
}

function followersSentence(followers: number | undefined): string {
  if (followers === undefined) return "";
  return ` ${counted(followers, "person", "people")} ${followers === 1 ? "follows" : "follow"} them.`;
}

function stabilitySentence(rank: number, { rankLow, rankHigh, stays }: Stability): string {
  const range =
    rankLow === rankHigh ? "in nine samples of ten" : `likely between ${rankLow} and ${rankHigh}`;
  return `Place ${rank} (${range}). With other samples of authors they stay on this list in ${Math.round(stays * 100)} %.`;
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function latestEngagement(account: number, engagements: Engagements): number {
  let latest = Number.NaN;
  const end = engagements.offsets[account + 1];
  for (let pair = engagements.offsets[account]; pair < end; pair += 1) {
    const time = engagements.last[pair];
    if (!(latest >= time) && !Number.isNaN(time)) latest = time;
  }
  return latest;
}
