import type { Corpus } from "../model/corpus.js";
import type { Network } from "../model/network.js";
import type { MovedAccount } from "../model/recommendation.js";

/** Those who have moved and were engaged all the same, by how many people, then by key. */
export function findMoved({ accounts }: Corpus, network: Network, d: Float64Array): MovedAccount[] {
  return Array.from(network.account)
    .flatMap((account) => {
      const { movedTo } = accounts[account];
      return movedTo === undefined || d[account] === 0
        ? []
        : [{ account, movedTo, engagers: d[account] }];
    })
    .sort((a, b) => b.engagers - a.engagers || a.account - b.account);
}
