import {
  type BacktestPlan,
  type BacktestQuestion,
  type BacktestTable,
  type Difference,
  type Estimate,
  isDeed,
  methodTitles,
} from "../../model/backtest.js";
import type { Validation } from "../../model/validation.js";
import type { PooledEffect } from "../../model/verdict.js";
import { counted, withCommas } from "../../text/counted.js";
import { isoTime } from "../view/public-values.js";

/** What each table asks. */
export const questionTitles: Readonly<Record<BacktestQuestion, string>> = {
  newcomers: "Whom newcomers then engaged",
  conversation: "Whom newcomers then replied to or mentioned",
  members: "Whom members then engaged for the first time",
  following: "Whom people follow",
  help: "Who then answered newcomers",
  growth: "Who then gained people faster than before",
  uptake: "Whose links others then took up",
  bridging: "Who was then in touch with two communities",
};

/** Who is asked, and how many: "1,066 newcomers in 3 windows", "23 follow lists". */
export function learnersPhrase({
  question,
  learners,
  windows,
  sampledFrom,
}: BacktestTable): string {
  if (question === "following") return counted(learners, "follow list", "follow lists");
  if (isDeed(question)) return counted(windows, "window", "windows");
  const [one, many] = question === "members" ? ["member", "members"] : ["newcomer", "newcomers"];
  const sampled = sampledFrom === undefined ? "" : ` of ${withCommas(sampledFrom)}, evenly taken,`;
  return `${counted(learners, one, many)}${sampled} in ${counted(windows, "window", "windows")}`;
}

/** What was tried on what: "15,678 posts, 2013-03-10 to 2013-08-23". */
export function archivePhrase({ analysed, firstPost, lastPost }: Validation): string {
  const days = [isoTime(firstPost), isoTime(lastPost)].flatMap((time) => time?.slice(0, 10) ?? []);
  return [counted(analysed, "post", "posts"), days.join(" to ")]
    .filter((part) => part !== "")
    .join(", ");
}

/** How it was cut, in a sentence. */
export function planSentence({ backtest }: Validation): string {
  const { plan, windows } = backtest;
  if (windows.length === 0) return "No window fits.";
  return (
    `${counted(windows.length, "cut", "cuts")}. At each, people are ranked by ${learnedFrom(plan)} before it. ` +
    `That is compared with whom newcomers and members engaged in the ${daysPhrase(plan.testDays)} after it.`
  );
}

function learnedFrom({ trainDays }: BacktestPlan): string {
  return trainDays === undefined ? "everything" : `the ${daysPhrase(trainDays)}`;
}

function daysPhrase(days: number): string {
  return `${Number(days.toFixed(2))} ${days === 1 ? "day" : "days"}`;
}

/** The answer, of each list that is shown. */
export function verdictSentences({ backtest }: Validation): string[] {
  return backtest.lists.map(({ question, method, kind, sentence, elsewhere }) => {
    const instead =
      method === "shown" && kind === "worse"
        ? "; analyze and follow show in-degree order instead"
        : "";
    const order = methodTitles[method === "shown" ? backtest.order : method];
    return `${listTitles[question]} (${order}), held to ${truths[question]}: ${sentence}${instead}. ${elsewhereSentence(elsewhere)}`;
  });
}

/** What archives that were measured before say of the list; too few of them say nothing of others. */
export function elsewhereSentence(effect: PooledEffect | undefined): string {
  if (effect === undefined) return "No other archive could be asked.";
  const { archives, low, high, mean } = effect;
  const over = `Over ${counted(archives, "professional archive", "professional archives")}, its gain was ${pooledPhrase(effect)} of NDCG@10`;
  if (low === undefined || high === undefined)
    return `${over}: one archive says nothing of others.`;
  if (low > 0 || high < 0) return `${over}: ${mean > 0 ? "better" : "worse"} than in-degree.`;
  return `${over}: these archives leave it open.`;
}

/** "+.026 [−.041, +.093]": a mean of archives with the 95 % interval of such means. */
export function pooledPhrase({ mean, low, high }: PooledEffect): string {
  return low === undefined || high === undefined
    ? signed(mean)
    : `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
}

/** The list that answers each question. */
const listTitles: Readonly<Record<BacktestQuestion, string>> = {
  following: "Whom to follow",
  help: "Who answers newcomers",
  growth: "Rising lately",
  uptake: "Curators of resources",
  bridging: "Bridges between communities",
  newcomers: "Whom newcomers turn to next",
  conversation: "People who are talked with",
  members: "For you, near to whom you know",
};

const truths: Readonly<Record<BacktestQuestion, string>> = {
  following: "whom people follow",
  help: "who then answered newcomers",
  growth: "who then gained people faster than before",
  uptake: "whose links others then took up",
  bridging: "who was then in touch with two communities",
  newcomers: "whom newcomers then engaged",
  conversation: "whom newcomers then replied to or mentioned",
  members: "whom members then engaged for the first time",
};

/** What the numbers mean. */
export const readingNotes: readonly string[] = [
  "NDCG@10 is 1 where the first ten are the right people in front, 0 where none is right; hit@10 is the share of learners who engaged one of the first ten, recall@50 the share of their people among the first fifty.",
  "Communities is the share of the people whose community has somebody among the first ten.",
  "Where people share a place, every number is the mean over all orders of them, so names do not matter.",
  "In brackets behind a mean, 95 % of resamples. Behind a difference, what the windows do not rule out at 2.5 % a side; p is the chance of so much by accident, corrected for all orders; won counts windows.",
];

/** ".183". */
export function shortNumber(value: number): string {
  return value.toFixed(3).replace(/^0(?=\.)/u, "");
}

/** "+.010 [+.002, +.019], p .004", with a minus sign that is one. */
export function differencePhrase(difference: Difference | undefined): string {
  if (difference === undefined) return "";
  const { mean, low, high, pBetter, pWorse } = difference;
  if (low === undefined || high === undefined) return signed(mean);
  const p = shortNumber(Math.min(pBetter, pWorse));
  return `${signed(mean)} [${signed(low)}, ${signed(high)}], p ${p}`;
}

function signed(value: number): string {
  const size = shortNumber(Math.abs(value));
  if (Number(size) === 0) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** ".193 [.170, .215]". */
export function estimatePhrase({ mean, low, high }: Estimate): string {
  return `${shortNumber(mean)} [${shortNumber(low)}, ${shortNumber(high)}]`;
}
