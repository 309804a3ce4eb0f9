import type { Analysis } from "../model/analysis.js";
import { none } from "../model/corpus.js";
import type { PublicRanking } from "./public-report.js";
import { rounded } from "./public-values.js";

/** What a list for one reader rests on, people in the order given: one account each. */
export function publicRanking(
  { follow, withheld, cleanNetwork }: Analysis,
  accounts: readonly number[],
): PublicRanking {
  const { source, target, account, weight, weightByKind } = cleanNetwork;
  const personOf = new Map(accounts.map((of, person) => [of, person]));
  return {
    isCandidate: accounts.map((of) => follow.leftOutReason[of] === none && withheld[of] === 0),
    base: accounts.map((of) => rounded(follow.base[of])),
    inDegree: accounts.map((of) => follow.inDegree[of]),
    pairs: Array.from(source, (from, tie) => ({
      source: personOf.get(account[from]) ?? none,
      target: personOf.get(account[target[tie]]) ?? none,
      // Following costs nothing to keep up.
      effort: weight[tie] - weightByKind.follow[tie],
    })).filter((pair) => pair.effort > 0 && pair.source !== none && pair.target !== none),
  };
}
