import type { BacktestMethod, BacktestQuestion } from "../model/backtest.js";
import type { Learner } from "./backtest-learners.js";
import type { BacktestArchive, CutArchive } from "./backtest-window.js";
import { defaultOrder } from "./default-order.js";
import { effortsOf } from "./efforts.js";
import { collectEngagements } from "./engagements.js";
import { ofPeople } from "./people-only.js";
import { personalPagerank, scorePersonal } from "./personal/nearness.js";
import { rankFirst, rankPeople } from "./personal/rank-people.js";
import { buildTieGraph } from "./personal/tie-graph.js";
import { recallLength } from "./ranking-quality.js";
import { rankCandidates } from "./rankings.js";
import { prepareScores, scorePeople } from "./scores.js";
import { dayMs } from "./time-frame.js";

/** What is tried on each question. */
export const methodsOfQuestion: Readonly<Record<BacktestQuestion, readonly BacktestMethod[]>> = {
  newcomers: ["followers", "betweenness", "pagerank", "d", "dd", "a", "f", "t", "starter"],
  conversation: ["d", "dd", "a", "f", "t"],
  members: ["d", "dd", "a", "f", "p", "p-dd"],
};

/** The order of a window's candidates for a learner, best first, as far as it is looked at. */
export type Order = (learner: Learner) => Int32Array;

/**
 * The orders that a window's past allows, by method. Those that are the same for everybody are
 * made once; a personal one is made anew for each learner. A method that needs what is not known
 * here is absent.
 */
export function makeOrders(
  archive: BacktestArchive,
  window: CutArchive,
): ReadonlyMap<BacktestMethod, Order> {
  const { training, candidates, frame } = window;
  const { accounts } = archive.corpus;
  const accountCount = accounts.length;
  const interactions = ofPeople(training.interactions, accounts);
  const engagements = collectEngagements(interactions, accountCount);
  const base = prepareScores({
    interactions,
    engagements,
    frame,
    firstPost: archive.firstPost,
    archiveStart: archive.selection.first,
  });
  const scores = scorePeople(base, { candidates });
  const rank = (score: Float64Array): Int32Array =>
    rankPeople({ candidates, score, inDegree: scores.d });
  const orders = new Map<BacktestMethod, Order>();
  const addCommon = (method: BacktestMethod, score: Float64Array): void => {
    const order = rank(score);
    orders.set(method, () => order);
  };
  const followers = Float64Array.from(
    archive.corpus.accounts,
    (account) => account.followers ?? -1,
  );
  if (followers.some((count) => count >= 0)) addCommon("followers", followers);
  if (training.betweenness !== undefined) addCommon("betweenness", training.betweenness);
  addCommon("pagerank", training.pagerank);
  for (const method of ["d", "dd", "a", "f", "t"] as const) addCommon(method, scores[method]);
  const { first, last } = archive.selection;
  const rankings = rankCandidates(scores, {
    candidates,
    order: defaultOrder((last - first) / dayMs),
    communityOf: training.community,
    coreSize: training.coreSize,
  });
  orders.set("starter", () => rankings.starter);

  const graph = buildTieGraph(effortsOf(training.interactions), accountCount);
  let latest: { learner: Learner; nearness: Float64Array } | undefined;
  const nearnessFor = (learner: Learner): Float64Array => {
    if (latest?.learner !== learner) {
      latest = { learner, nearness: personalPagerank(graph, learner.contacts) };
    }
    return latest.nearness;
  };
  const personal =
    (score: Float64Array): Order =>
    (learner) => {
      const personalScore = scorePersonal(score, nearnessFor(learner), graph);
      const ranking = { candidates, score: personalScore, inDegree: scores.d };
      return rankFirst(ranking, recallLength + learner.contacts.size + 1);
    };
  orders.set("p", personal(scores.a));
  orders.set("p-dd", personal(scores.dd));
  return orders;
}

/** For a learner, steps times ties; a window's personal orders are kept within this. */
const personalWork = 5e6;

/**
 * At most so many learners that personal orders take some seconds a window, evenly by key; how many
 * there were where some are left out.
 */
export function limitLearners(
  learners: readonly Learner[],
  window: CutArchive,
): { chosen: readonly Learner[]; sampledFrom: number | undefined } {
  const ties = 2 * window.training.interactions.count + window.candidates.length;
  const most = Math.max(50, Math.floor(personalWork / ties));
  if (learners.length <= most) return { chosen: learners, sampledFrom: undefined };
  const chosen = Array.from(
    { length: most },
    (_, at) => learners[Math.floor((at * learners.length) / most)],
  );
  return { chosen, sampledFrom: learners.length };
}
