import type { Activity } from "../model/activity.js";
import type { Corpus } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { Network } from "../model/network.js";
import {
  type FollowAnswer,
  type FollowList,
  type FollowOrder,
  type LeftOut,
  type LeftOutReason,
  leftOutReasons,
} from "../model/recommendation.js";
import type { Selection } from "../model/selection.js";
import { judgeEligibility } from "./eligibility.js";
import { collectEngagements } from "./engagements.js";
import { chooseEvidence, giveReasons } from "./reasons.js";
import { type Scores, scorePeople } from "./scores.js";
import { chooseTimeFrame } from "./time-frame.js";

export interface RecommendInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  /** Clean ties, whatever the rest of the analysis uses. */
  readonly interactions: InteractionTable;
  readonly network: Network;
  readonly activity: Activity;
  readonly core: MutualCore;
  /** One a row of `Corpus.accounts`: 1 for whoever has opted out. */
  readonly withheld: Uint8Array;
  /** In normal form. */
  readonly tag: string | undefined;
  readonly order: FollowOrder;
  /** How many people a list names at most. */
  readonly top: number;
}

const linksPerPerson = 2;

/**
 * Whom a learner should follow: the people of the network who may be recommended, by attention
 * from distinct others and by conversation, each with reasons. Ties go to the higher in-degree and
 * then by key, so the order of posts makes no difference.
 */
export function recommend(input: RecommendInput): FollowAnswer {
  const { corpus, selection, interactions, network, activity, core } = input;
  const frame = chooseTimeFrame(selection);
  const engagements = collectEngagements(interactions, corpus.accounts.length);
  const scores = scorePeople(engagements, frame);
  const leftOutReason = judgeEligibility({ ...input, engagements, frame });
  const evidence = chooseEvidence(corpus, selection, interactions, linksPerPerson);
  const candidates = [...network.account].filter((account) => leftOutReason[account] < 0);

  const list = (name: string, title: string, order: FollowOrder): FollowList => ({
    name,
    title,
    order,
    people: rankPeople(candidates, scores, order)
      .slice(0, input.top)
      .map((account, index) => ({
        account,
        rank: index + 1,
        score: scores[order][account],
        d: scores.d[account],
        dd: scores.dd[account],
        t: scores.t[account],
        reasons: giveReasons(account, { scores, engagements, activity, core }),
        links: evidence(account),
      })),
  });

  return {
    frame,
    coreSize: core.size,
    vouchersNeeded: core.vouchersNeeded,
    warnings: core.warning === undefined ? [] : [core.warning],
    lists: [list("follow", "Whom to follow", input.order), list("talk", "Who is talked with", "t")],
    eligible: candidates.length,
    leftOut: countLeftOut([...network.account], leftOutReason),
    leftOutReason,
  };
}

/** Whoever nobody engaged stands on no list. */
function rankPeople(candidates: readonly number[], scores: Scores, order: FollowOrder): number[] {
  const score = scores[order];
  return candidates
    .filter((account) => score[account] > 0)
    .sort((a, b) => score[b] - score[a] || scores.d[b] - scores.d[a] || a - b);
}

/** After a number: "12 opted out". */
const leftOutSentences: Readonly<Record<LeftOutReason, string>> = {
  "opted-out": "opted out of being discovered or indexed",
  "not-reachable": "locked, moved, suspended or a memorial",
  organisation: "a group or organisation",
  automated: "automated or a feed",
  "no-recent-post": "without a recent post of their own",
  "not-vouched-for": "engaged by too few of the core",
};

function countLeftOut(accounts: readonly number[], leftOutReason: Int8Array): LeftOut[] {
  return leftOutReasons
    .map((reason, index) => ({
      reason,
      sentence: leftOutSentences[reason],
      count: accounts.filter((account) => leftOutReason[account] === index).length,
    }))
    .filter(({ count }) => count > 0);
}
