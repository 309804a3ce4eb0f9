import type { Activity } from "../../model/activity.js";
import type { Corpus } from "../../model/corpus.js";
import { type InteractionTable, interactionKinds } from "../../model/interaction.js";
import type { MutualCore } from "../../model/mutual-core.js";
import type { PerAccount } from "../../model/per-index.js";
import type { TimeFrame } from "../../model/recommendation.js";
import type { Selection } from "../../model/selection.js";
import { findAutomationSigns } from "../automation.js";
import { isNoPerson } from "../no-person.js";

/** Milliseconds since 1970: `since` inclusive, `until` exclusive. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

/** What the posts of a period tell; numbers are one an account. */
export interface ObservedPeriod {
  readonly selection: Selection;
  /** Clean ties. */
  readonly interactions: InteractionTable;
  readonly activity: Activity;
  readonly core: MutualCore;
  /** What only some orders need is measured when they ask for it. */
  readonly measure: PeriodMeasures;
}

/** Each is measured once; numbers are one an account. */
interface PeriodMeasures {
  /** `undefined` where the network is too large to measure it. */
  readonly betweenness: () => Float64Array | undefined;
  readonly pagerank: () => Float64Array;
  /** -1 for whoever is in none. */
  readonly community: () => Int32Array;
}

/** What the backtest is given to work on, and the ways to look at a part of it. */
export interface BacktestArchive {
  readonly corpus: Corpus;
  readonly selection: Selection;
  /** In normal form. */
  readonly tag: string | undefined;
  /** 1 for whoever has opted out. */
  readonly withheld: PerAccount<Uint8Array>;
  /** See `findFirstPosts`. */
  readonly firstPost: PerAccount<Float64Array>;
  readonly observe: (period: Period) => ObservedPeriod;
  readonly interactionsIn: (period: Period) => InteractionTable;
}

/** What was known before a cut, and what happened after it. */
export interface CutArchive {
  readonly training: ObservedPeriod;
  readonly test: InteractionTable;
  readonly frame: TimeFrame;
  readonly cut: number;
  readonly testEnd: number;
  /** Accounts that could have been recommended, ascending. */
  readonly candidates: Int32Array;
  readonly isCandidate: PerAccount<Uint8Array>;
  readonly automationSigns: ReadonlyMap<number, string>;
}

interface CutInput {
  readonly train: Period;
  readonly test: Period;
  readonly frame: TimeFrame;
}

const repost = interactionKinds.indexOf("repost");

/**
 * An archive cut in two. Candidates took part before the cut, or were reposted, are people and show no sign of
 * being automated by then; nothing that came after the cut is looked at.
 */
export function cutArchive(archive: BacktestArchive, { train, test, frame }: CutInput): CutArchive {
  const training = archive.observe(train);
  const { activity, interactions } = training;
  const isCandidate = Uint8Array.from(activity.posts, (posts, account) =>
    posts + activity.reposts[account] > 0 ? 1 : 0,
  );
  for (let row = 0; row < interactions.count; row += 1) {
    if (interactions.kind[row] === repost) isCandidate[interactions.target[row]] = 1;
  }
  const automationSigns = findAutomationSigns({ ...archive, activity });
  for (const account of automationSigns.keys()) isCandidate[account] = 0;
  for (const [account, profile] of archive.corpus.accounts.entries()) {
    if (isNoPerson(profile, archive.tag)) isCandidate[account] = 0;
  }
  const everybody = Int32Array.from(isCandidate, (_, account) => account);
  return {
    training,
    test: archive.interactionsIn(test),
    frame,
    cut: train.until,
    testEnd: test.until,
    candidates: everybody.filter((account) => isCandidate[account] === 1),
    isCandidate,
    automationSigns,
  };
}
