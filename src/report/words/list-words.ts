import { type DeedQuestion, deedQuestions, listOfDeed } from "../../model/backtest.js";
import type { FollowOrder } from "../../model/recommendation.js";
import type { PooledEffect, Verdict } from "../../model/verdict.js";
import { counted } from "../../text/counted.js";
import type {
  PublicFollow,
  PublicFollowList,
  PublicRecommendation,
} from "../view/public-follow-lists.js";

/** How the people of a list were chosen and put in order, and how it did on the posts' own past: two or three sentences. */
export function madeSentence(list: PublicFollowList, follow: PublicFollow): string {
  const chosen = chosenSentence(list, follow);
  const deed = deedQuestions.find((question) => listOfDeed[question] === list.list);
  if (deed === undefined || list.verdict === undefined) return chosen;
  return `${chosen} ${deedSentence(list.verdict, toDo[deed])}`;
}

/** What people of these lists should do after a cut. */
const toDo: Readonly<Record<DeedQuestion, string>> = {
  help: "to answer newcomers",
  growth: "to gain people faster than before",
  uptake: "to share links that others take up",
  bridging: "to be in touch with two communities",
};

function deedSentence({ kind }: Verdict, deed: string): string {
  const than = `likely ${deed} than those with the highest in-degree.`;
  switch (kind) {
    case "better":
      return `Tested on the past, they were more ${than}`;
    case "worse":
      return `Tested on the past, they were less ${than} So the list says what they did, not what they will do.`;
    case "same":
      return `Tested on the past, it is open whether they were more ${than}`;
    case "unknown":
      return "There are too few posts to test this list on their own past.";
  }
}

function chosenSentence(list: PublicFollowList, follow: PublicFollow): string {
  switch (list.list) {
    case "starter":
      return starterSentence(follow);
    case "personal":
      return "Ordered by how close people are to those whom you follow, and by attention.";
    case "attention":
      return orderSentence(follow);
    case "talk":
      return `Ordered by ${orderWords("t", follow)}.`;
    case "helpers":
      return `Ordered by ${orderWords("c", follow)}. Only people who answered newcomers are listed.`;
    case "rising":
      return "People who surely get more attention lately than before, ordered by how many people engaged them lately.";
    case "curators":
      return "Ordered by how many people reposted them.";
    case "bridges":
      return "People with contacts in several communities, ordered by how many of these are outside of the one where they have most.";
    case "feeds":
    case "organisations":
      return `Ordered by ${orderWords("d", follow)}.`;
  }
}

/** How attention is ordered, and what the posts' own past says of that order. */
export function orderSentence(follow: PublicFollow): string {
  const ordered = `Ordered by ${orderWords(follow.order, follow)}.`;
  const tested = testedSentence(follow.verdict);
  return tested === undefined ? ordered : `${ordered} ${tested}`;
}

function starterSentence(follow: PublicFollow): string {
  return `Ordered by ${orderWords(follow.starterOrder, follow)}. Of the next three people, those from a community that is not yet listed go first.`;
}

const engaged = "replied to, mentioned, reposted or quoted them";

function orderWords(order: FollowOrder, { binDays, halfLifeBins }: PublicFollow): string {
  const unit = binDays === 1 ? "day" : "week";
  const older = `what is older counts less, half after ${counted(halfLifeBins, unit, `${unit}s`)}`;
  switch (order) {
    case "d":
      return `how many different people ${engaged}`;
    case "df":
      return `how many different people ${engaged}, times the square root of how many follow them`;
    case "dd":
      return `how many different people ${engaged}; ${older}`;
    case "a":
      return `how many different people ${engaged}, ${unit} by ${unit}; ${older}`;
    case "f":
      return `three ranks together: how many different people ${engaged}, how recently, and how steadily`;
    case "t":
      return "how many different people replied to or mentioned them";
    case "c":
      return `how many newcomers and others they answered; ${older}`;
  }
}

function testedSentence(verdict: Verdict | undefined): string | undefined {
  switch (verdict?.kind) {
    case "better":
      return "Tested on the past of these posts, this order predicted better than in-degree whom newcomers would turn to.";
    case "same":
      return `Tested on the past of these posts, this order did neither better nor worse than in-degree.${elsewhereSentence(verdict.elsewhere)}`;
    case "unknown":
      return `There are too few posts to test this order on their own past.${elsewhereSentence(verdict.elsewhere)}`;
    default:
      // Where it was worse, a warning says so, and people are in another order.
      return undefined;
  }
}

/** What archives that were measured before say, after a space; nothing where none could be asked. */
function elsewhereSentence(effect: PooledEffect | undefined): string {
  if (effect === undefined) return "";
  const { archives, won, low = Number.NaN, high = Number.NaN } = effect;
  const shown =
    low > 0 ? "over all, it is better" : high < 0 ? "over all, it is worse" : "that leaves it open";
  return ` In ${won} of ${counted(archives, "professional archive", "professional archives")} it did better: ${shown}.`;
}

/** The one reason that says most about why somebody stands on a list. */
export function mainReason(
  { reasons }: PublicRecommendation,
  list: PublicFollowList["list"],
): string {
  const [attention = "", talk = attention, role = attention] = reasons;
  switch (list) {
    case "attention":
    case "starter":
    case "organisations":
      return attention;
    case "talk":
      return talk;
    default:
      return role;
  }
}
