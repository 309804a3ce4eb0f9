import type { BacktestMethod } from "../../model/backtest.js";
import { interactionKinds } from "../../model/interaction.js";
import { chooseTimeFrame } from "../time-frame.js";
import type { Learner } from "./backtest-learners.js";
import { makeOrders } from "./backtest-orders.js";
import { type BacktestArchive, type CutArchive, cutArchive } from "./backtest-window.js";
import { type JudgedLearners, judgeLearners } from "./judge-learners.js";

const follow = interactionKinds.indexOf("follow");
/** More follow lists, evenly by account, say hardly more. */
const mostLists = 1000;

/**
 * How well orders of the whole archive foretell whom people follow: one a person whose follows are known. A follow has
 * no time, so nothing is cut; no order looks at follows. Nobody where no follows are known.
 */
export function judgeFollowing(
  archive: BacktestArchive,
  methods: readonly BacktestMethod[],
): JudgedLearners[] {
  const { first, last } = archive.selection;
  const whole = { since: first, until: last + 1 };
  if (!archive.interactionsIn(whole).kind.includes(follow)) return [];
  const after = { since: whole.until, until: whole.until };
  const window = cutArchive(archive, {
    train: whole,
    test: after,
    frame: chooseTimeFrame(archive.selection),
  });
  const orders = makeOrders(archive, window, new Set(methods));
  const community = window.training.measure.community();
  return evenly(findFollowers(window)).map((learner) =>
    judgeLearners({ question: "following", learners: [learner], window, community, orders }),
  );
}

function findFollowers({ training: { interactions }, isCandidate }: CutArchive): Learner[] {
  const truths = new Map<number, Set<number>>();
  for (let row = 0; row < interactions.count; row += 1) {
    const target = interactions.target[row];
    if (interactions.kind[row] !== follow || isCandidate[target] === 0) continue;
    const source = interactions.source[row];
    truths.set(source, (truths.get(source) ?? new Set()).add(target));
  }
  return [...truths]
    .sort(([a], [b]) => a - b)
    .map(([account, truth]) => ({ account, truth, contacts: new Set() }));
}

function evenly(learners: readonly Learner[]): Learner[] {
  const count = Math.min(mostLists, learners.length);
  return Array.from(
    { length: count },
    (_, at) => learners[Math.floor((at * learners.length) / count)],
  );
}
