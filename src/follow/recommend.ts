import type { Activity } from "../model/activity.js";
import { type Corpus, none } from "../model/corpus.js";
import { dayMs } from "../model/durations.js";
import type { InteractionTable } from "../model/interaction.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { Network } from "../model/network.js";
import type { PerAccount } from "../model/per-index.js";
import { inTurn, type OnShare } from "../model/progress.js";
import {
  type FollowAnswer,
  type FollowOrder,
  type LeftOutReason,
  type ListVerdicts,
  leftOutReasons,
  type NamedPeople,
  type Recommendation,
} from "../model/recommendation.js";
import type { Selection } from "../model/selection.js";
import { attentionByBin } from "./attention-by-bin.js";
import { findAutomationSigns } from "./automation.js";
import { cautionAbout } from "./caution.js";
import { findContributions } from "./contributions.js";
import { measureDeeds } from "./deeds.js";
import { defaultOrder } from "./default-order.js";
import { effortsOf } from "./efforts.js";
import { judgeEligibility } from "./eligibility.js";
import { collectEngagements } from "./engagements.js";
import { chooseEvidence } from "./evidence.js";
import { finishList } from "./finish-list.js";
import { followerFactors } from "./follower-factors.js";
import { countLeftOut } from "./left-out.js";
import { draftLists, type ListDraft } from "./lists.js";
import { findMoved } from "./moved-accounts.js";
import { ofPeople } from "./people-only.js";
import { personalBase, rankForLearner } from "./rank-for-learner.js";
import { rankCandidates } from "./rankings.js";
import { giveReasons } from "./reasons.js";
import { resampleDrafts } from "./resample-drafts.js";
import { prepareScores, type Scores, scorePeople } from "./scores.js";
import { setApart } from "./set-apart.js";
import { chooseTimeFrame, countBins } from "./time-frame.js";
import { findStanding } from "./vouching.js";
import { warningsOf } from "./warnings.js";

interface RecommendInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  /** Clean ties, whatever the rest of the analysis uses. */
  readonly interactions: InteractionTable;
  readonly network: Network;
  readonly activity: Activity;
  /** When each account first took part; see `findFirstPosts`. */
  readonly firstPost: PerAccount<Float64Array>;
  readonly core: MutualCore;
  /** 1 for whoever has opted out. */
  readonly withheld: PerAccount<Uint8Array>;
  /** -1 for whoever is in none. */
  readonly communityOf: PerAccount<Int32Array>;
  readonly communityCount: number;
  readonly named: NamedPeople;
  /** What accounts are called, where nobody is named. */
  readonly pseudonymOf?: ((account: number) => string) | undefined;
  /** In normal form. */
  readonly tag: string | undefined;
  /** `undefined` for the ones that suit the collection. */
  readonly order: FollowOrder | undefined;
  /** Of attention: in the usual order. */
  readonly verdicts: ListVerdicts;
  /** How many people a list names at most. */
  readonly top: number;
  /** How often authors are resampled; 0 for not at all. */
  readonly resamples: number;
  /** Told how much is done of what comes before the resamples, and then how much of these. */
  readonly onShare: OnShare;
  readonly onResample: OnShare;
  readonly seed: number;
}

/** How long these take beside each other, of a million ties. */
const costs = { engagements: 1, scores: 2, evidence: 2 };

/**
 * Whom a learner should follow: lists of the people who may be recommended, each with reasons, links
 * and how sure the place is. Ties go to the higher in-degree and then by key, so the order of posts
 * makes no difference.
 */
export function recommend(input: RecommendInput): FollowAnswer {
  const { corpus, selection, network, activity, core, firstPost } = input;
  const accountCount = corpus.accounts.length;
  const shares = inTurn(costs, input.onShare);
  const frame = chooseTimeFrame(selection);
  const usual = defaultOrder((frame.now - frame.start) / dayMs);
  const order = input.order ?? (input.verdicts.attention?.kind === "worse" ? "d" : usual);
  const ofEverybody = ofPeople(input.interactions, corpus.accounts);
  const { interactions, engagements, bursts } = setApart({
    interactions: ofEverybody,
    engagements: collectEngagements(ofEverybody, accountCount),
    core,
    frame,
  });
  const standing = findStanding({ ...input, engagements, frame });
  shares.engagements(1);
  const automationSigns = findAutomationSigns(input);
  const leftOutReason = judgeEligibility({
    ...input,
    engagements,
    frame,
    automationSigns,
    bursts,
    standing,
  });
  const withReason = (reason: LeftOutReason): Int32Array =>
    network.account.filter((account) => leftOutReason[account] === leftOutReasons.indexOf(reason));

  const candidates = network.account.filter((account) => leftOutReason[account] === none);
  const lapsed = new Set(withReason("no-recent-post"));
  const followable = network.account.filter(
    (account) => leftOutReason[account] === none || lapsed.has(account),
  );
  // Whoever knows the followers knows the name.
  const followerFactor =
    input.pseudonymOf === undefined ? followerFactors(corpus.accounts, followable) : undefined;
  const starterOrder = input.order ?? (followerFactor === undefined ? "d" : "df");
  const archiveStart = selection.first;
  const base = prepareScores({
    interactions,
    engagements,
    frame,
    firstPost,
    archiveStart,
    followerFactor,
  });
  const scores = scorePeople(base, { candidates });
  shares.scores(1);
  const ranking = {
    candidates,
    followable,
    order,
    starterOrder,
    communityOf: input.communityOf,
    standing,
  };
  const efforts = effortsOf(input.interactions, frame);
  const personal = rankForLearner({ ...input, efforts, scores, candidates, order });
  const deeds = measureDeeds({ ...input, interactions, base, engagements, frame });
  shares.evidence(1);
  const rankings = rankCandidates(scores, ranking);
  const drafts = draftLists({
    ...input,
    ...deeds,
    rankings,
    personal,
    standing,
    scores,
    attention: scores[order],
    followed: scores[starterOrder],
    candidates,
    feeds: withReason("automated").filter((account) => activity.posts[account] > 0),
    organisations: withReason("organisation").filter((account) => activity.posts[account] > 0),
  });
  const stabilities = resampleDrafts(drafts, base, ranking, input);
  const linksOf = chooseEvidence(corpus, selection, interactions);
  const reasonInput = { scores, base, engagements, activity, core, frame };

  const cautionInput = {
    engagements,
    firstPost,
    archiveStart,
    now: frame.now,
    isVoucher: core.isVoucher,
    bursts,
  };

  const followersOf = (account: number): number | undefined =>
    followerFactor === undefined ? undefined : corpus.accounts[account].followers;
  const explain = (draft: ListDraft, account: number, at: PlaceOnList) => {
    const { rank, stability } = at;
    const contributions = findContributions(account, { activity, engagements, core, ...deeds });
    const place = {
      list: draft.name,
      rank,
      stability,
      contributions,
      caution: cautionAbout(account, cautionInput),
      path: draft.name === "personal" ? personal?.pathTo(account) : undefined,
      automationSign: automationSigns.get(account),
      newcomersAnswered: deeds.newcomersAnswered[account],
      followers: draft.name === "starter" ? followersOf(account) : undefined,
    };
    return {
      account,
      rank,
      stability,
      score: draft.score(account),
      scores: scoresOf(account, scores),
      contributions: contributions.map(({ name }) => name),
      reasons: giveReasons(account, place, reasonInput),
      caution: place.caution,
      links: linksOf(account),
      attentionByBin: attentionByBin(account, base.attention, countBins(frame)),
    };
  };
  const lists = drafts.map((draft, at) => {
    const explained = [...draft.people, ...draft.runnersUp].map((account, index) =>
      explain(draft, account, { rank: index + 1, stability: stabilities[at]?.[index] }),
    );
    return finishList(
      draft,
      explained.slice(0, draft.people.length),
      explained.slice(draft.people.length),
    );
  });

  return {
    order,
    starterOrder,
    verdict: input.verdicts.attention,
    frame,
    coreSize: core.size,
    vouchersNeeded: core.vouchersNeeded,
    resamples: input.resamples,
    warnings: warningsOf({ ...input, verdict: input.verdicts.attention }, personal === undefined),
    lists,
    moved: findMoved(corpus, network, scores.d),
    eligible: candidates.length,
    leftOut: countLeftOut(network.account, leftOutReason),
    leftOutReason,
    automationSigns,
    base: personalBase(order, scores),
    efforts,
    inDegree: scores.d,
  };
}

type PlaceOnList = Pick<Recommendation, "rank" | "stability">;

function scoresOf(account: number, scores: Scores): Recommendation["scores"] {
  const { d, df, dd, a, f, t, c } = scores;
  return {
    d: d[account],
    df: df[account],
    dd: dd[account],
    a: a[account],
    f: f[account],
    t: t[account],
    c: c[account],
  };
}
