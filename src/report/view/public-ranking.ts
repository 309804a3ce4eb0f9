import type { Analysis } from "../../model/analysis.js";
import { none } from "../../model/corpus.js";
import type { Efforts } from "../../model/efforts.js";
import type { CoarseFigures } from "./coarsen-figures.js";
import type { PublicRanking } from "./public-report.js";
import { rounded } from "./public-values.js";

/** What a list for one reader rests on, people in the order given: one node each. */
export function publicRanking(
  { corpus, follow, withheld, network }: Analysis,
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
    pairs: pairsOf(follow.efforts, accounts, {
      accountCount: corpus.accounts.length,
      shownEffort: (effort, from, to) =>
        withheld[from] === 1 || withheld[to] === 1 ? band(effort) : effort,
    }),
  };
}

function pairsOf(
  { source, target, effort }: Efforts,
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
  const rows = Int32Array.from({ length: effort.length }, (_, row) => row).filter(
    (row) => personOf[source[row]] !== none && personOf[target[row]] !== none,
  );
  return {
    source: rows.map((row) => personOf[source[row]]),
    target: rows.map((row) => personOf[target[row]]),
    effort: Float64Array.from(rows, (row) => shownEffort(effort[row], source[row], target[row])),
  };
}
