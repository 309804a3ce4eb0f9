import type { Activity } from "../model/activity.js";
import { type Corpus, none } from "../model/corpus.js";
import type { MutualCore } from "../model/mutual-core.js";
import { type LeftOutReason, leftOutReasons, type TimeFrame } from "../model/recommendation.js";
import { automationSign } from "./automation.js";
import { countEngagers, type Engagements } from "./engagements.js";
import { ageInBins } from "./time-frame.js";

export interface EligibilityInput {
  readonly corpus: Corpus;
  /** One a row of `Corpus.accounts`: 1 for whoever has opted out. */
  readonly withheld: Uint8Array;
  readonly activity: Activity;
  readonly engagements: Engagements;
  readonly core: MutualCore;
  readonly frame: TimeFrame;
  readonly tag: string | undefined;
}

/** For each account, an index into `leftOutReasons`; -1 for whoever may be recommended. */
export function judgeEligibility(input: EligibilityInput): Int8Array {
  return Int8Array.from(input.corpus.accounts, (_, account) => {
    const reason = reasonAgainst(account, input);
    return reason === undefined ? none : leftOutReasons.indexOf(reason);
  });
}

function reasonAgainst(index: number, input: EligibilityInput): LeftOutReason | undefined {
  const { corpus, withheld, activity, engagements, core, frame, tag } = input;
  const account = corpus.accounts[index];
  if (withheld[index] === 1) return "opted-out";
  if (account.isLocked === true || account.isGone === true) return "not-reachable";
  if (account.isGroup === true) return "organisation";
  if (automationSign(account, index, activity, tag) !== undefined) return "automated";
  if (!hasRecentPost(index, activity, frame)) return "no-recent-post";
  if (countEngagers(index, engagements, core.isVoucher) < core.vouchersNeeded)
    return "not-vouched-for";
  return undefined;
}

/** Where no post has a time, whoever has posted at all counts as active. */
function hasRecentPost(index: number, activity: Activity, frame: TimeFrame): boolean {
  if (activity.posts[index] === 0) return false;
  if (Number.isNaN(frame.now)) return true;
  const last = activity.lastPost[index];
  return !Number.isNaN(last) && ageInBins(last, frame) < frame.activeBins;
}
