import type { Analysis } from "../model/analysis.js";
import { none } from "../model/corpus.js";
import type { Network } from "../model/network.js";
import type { CoarseFigures } from "./coarsen-figures.js";
import type { PublicRanking } from "./public-report.js";
import { rounded } from "./public-values.js";

/** What a list for one reader rests on, people in the order given: one node each. */
export function publicRanking(
  { corpus, follow, withheld, network, cleanNetwork }: Analysis,
  order: Int32Array,
  { standIn, band }: CoarseFigures,
): PublicRanking {
  const accounts = order.map((node) => network.account[node]);
  const shown = order.map((node) => network.account[standIn[node]]);
  return {
    isCandidate: Uint8Array.from(accounts, (of) =>
      follow.leftOutReason[of] === none && withheld[of] === 0 ? 1 : 0,
    ),
    base: Float64Array.from(shown, (of) => rounded(follow.base[of])),
    inDegree: Float64Array.from(shown, (of) => follow.inDegree[of]),
    pairs: pairsOf(cleanNetwork, accounts, {
      accountCount: corpus.accounts.length,
      shownEffort: (effort, from, to) =>
        withheld[from] === 1 || withheld[to] === 1 ? band(effort) : effort,
    }),
  };
}

function pairsOf(
  { tieCount, source, target, account, weight, weightByKind }: Network,
  accounts: Int32Array,
  {
    accountCount,
    shownEffort,
  }: {
    readonly accountCount: number;
    readonly shownEffort: (effort: number, from: number, to: number) => number;
  },
): PublicRanking["pairs"] {
  const personOf = new Int32Array(accountCount).fill(none);
  for (const [person, of] of accounts.entries()) personOf[of] = person;
  const pairs = {
    source: new Int32Array(tieCount),
    target: new Int32Array(tieCount),
    effort: new Float64Array(tieCount),
  };
  let count = 0;
  for (let tie = 0; tie < tieCount; tie += 1) {
    const from = personOf[account[source[tie]]];
    const to = personOf[account[target[tie]]];
    // Following costs nothing to keep up.
    const effort = weight[tie] - weightByKind.follow[tie];
    if (effort <= 0 || from === none || to === none) continue;
    pairs.source[count] = from;
    pairs.target[count] = to;
    pairs.effort[count] = shownEffort(effort, account[source[tie]], account[target[tie]]);
    count += 1;
  }
  return {
    source: pairs.source.slice(0, count),
    target: pairs.target.slice(0, count),
    effort: pairs.effort.slice(0, count),
  };
}
