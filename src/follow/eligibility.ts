import type { Activity } from "../model/activity.js";
import { type Corpus, none } from "../model/corpus.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { PerAccount } from "../model/per-index.js";
import {
  type LeftOutReason,
  leftOutReasons,
  type NamedPeople,
  type TimeFrame,
} from "../model/recommendation.js";
import { countEngagers, type Engagements } from "./engagements.js";
import { isNoPerson } from "./no-person.js";
import type { Bursts } from "./set-apart.js";
import { ageInBins } from "./time-frame.js";
import { countVouching, type Standing } from "./vouching.js";

interface EligibilityInput {
  readonly corpus: Corpus;
  /** 1 for whoever has opted out. */
  readonly withheld: PerAccount<Uint8Array>;
  /** In normal form. */
  readonly tag: string | undefined;
  readonly activity: Activity;
  readonly engagements: Engagements;
  readonly core: MutualCore;
  readonly frame: TimeFrame;
  readonly named: NamedPeople;
  /** What shows that an account is automated, by account. */
  readonly automationSigns: ReadonlyMap<number, string>;
  /** See `setApart`. */
  readonly bursts: Bursts;
  /** See `findStanding`. */
  readonly standing: Standing;
  /** Rules that are not applied, to see what they cost. */
  readonly waived?: readonly WaivableRule[];
}

/** Rules whose cost a backtest can tell. */
export type WaivableRule = Extract<LeftOutReason, "no-recent-post" | "not-vouched-for">;

/**
 * For each account, an index into `leftOutReasons`; -1 for whoever may be recommended. A name kept by
 * hand overrules every rule but consent, and a name excluded by hand every other.
 */
export function judgeEligibility(input: EligibilityInput): PerAccount<Int8Array> {
  const { corpus, named } = input;
  const isTrusted = new Uint8Array(corpus.accounts.length);
  for (const account of named.trusted) isTrusted[account] = 1;
  const kept = new Set(named.kept);
  const excluded = new Set(named.excluded);
  const { self = none, followed = [] } = named.learner ?? {};
  const known = new Set([self, ...followed]);
  return Int8Array.from(corpus.accounts, (_, account) => {
    const reason = ((): LeftOutReason | undefined => {
      if (excluded.has(account)) return "excluded";
      if (known.has(account)) return "followed";
      if (input.withheld[account] === 1) return "opted-out";
      return kept.has(account) ? undefined : ruleAgainst(account, isTrusted, input);
    })();
    return reason === undefined ? none : leftOutReasons.indexOf(reason);
  });
}

function ruleAgainst(
  index: number,
  isTrusted: Uint8Array,
  input: EligibilityInput,
): LeftOutReason | undefined {
  const { corpus, activity, engagements, core, frame, automationSigns } = input;
  const account = corpus.accounts[index];
  const { isLocked, isGone, isLimited } = account;
  if (isLocked === true || isGone === true || isLimited === true) return "not-reachable";
  if (isNoPerson(account, input.tag)) return "organisation";
  if (automationSigns.has(index)) return "automated";
  const isWaived = (rule: WaivableRule): boolean => input.waived?.includes(rule) === true;
  if (activity.posts[index] === 0) return "no-post";
  const isVouchedFor =
    isWaived("not-vouched-for") ||
    isTrusted[index] === 1 ||
    countEngagers(index, engagements, isTrusted) > 0 ||
    countVouching(index, engagements, core.isVoucher).strength >= core.vouchersNeeded;
  const isBurst =
    input.bursts.has(index) && input.standing.vouching[index] < input.standing.inFront.all;
  // To a member of the core it says more than that few vouch for them.
  if (isBurst && (isVouchedFor || core.isMember[index] === 1)) return "burst";
  if (!isVouchedFor) return "not-vouched-for";
  const isActive = isWaived("no-recent-post") || hasRecentPost(index, activity, frame);
  return isActive ? undefined : "no-recent-post";
}

/** Where no post has a time, everybody counts as active. */
function hasRecentPost(index: number, activity: Activity, frame: TimeFrame): boolean {
  if (Number.isNaN(frame.now)) return true;
  const last = activity.lastPost[index];
  return !Number.isNaN(last) && ageInBins(last, frame) < frame.activeBins;
}
