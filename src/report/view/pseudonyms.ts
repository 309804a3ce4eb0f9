import type { Analysis } from "../../model/analysis.js";

/**
 * What people who have opted out are called, by node: `withheld-1`, `withheld-2` and so on, in the order
 * of nodes, which was drawn by lot (`orderByLot`). The same run gives the same names, and nobody who has
 * handles alone can draw it again.
 */
export function choosePseudonyms({
  corpus,
  network,
  withheld,
  pseudonymKey,
}: Pick<Analysis, "corpus" | "network" | "withheld" | "pseudonymKey">): ReadonlyMap<
  number,
  string
> {
  // Where everybody has a pseudonym, these have theirs, so that months join.
  if (pseudonymKey !== undefined) {
    return new Map(
      Array.from(network.account, (account, node) => [node, corpus.accounts[account].key]),
    );
  }
  const nodes = [...network.account.keys()].filter((node) => withheld[network.account[node]] === 1);
  const digits = String(nodes.length).length;
  return new Map(
    nodes.map((node, index) => [node, `withheld-${String(index + 1).padStart(digits, "0")}`]),
  );
}
