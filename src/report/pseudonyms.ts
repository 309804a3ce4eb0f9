import type { Analysis } from "../model/analysis.js";

/**
 * What people who have opted out are called, by node: `withheld-1` for the one whom most people
 * engaged, and so on. The order by key decides only among equals, so that a name says nothing of
 * where in the alphabet somebody stands.
 */
export function choosePseudonyms(analysis: Analysis): ReadonlyMap<number, string> {
  if (analysis.pseudonymKey !== undefined) return new Map(keysByNode(analysis));
  const { network, measures, withheld } = analysis;
  const { inDegree, inStrength, outDegree, outStrength } = measures.nodes;
  const nodes = [...network.account.keys()].filter((node) => withheld[network.account[node]] === 1);
  nodes.sort(
    (a, b) =>
      inDegree[b] - inDegree[a] ||
      inStrength[b] - inStrength[a] ||
      outDegree[b] - outDegree[a] ||
      outStrength[b] - outStrength[a] ||
      a - b,
  );
  const digits = String(nodes.length).length;
  return new Map(
    nodes.map((node, index) => [node, `withheld-${String(index + 1).padStart(digits, "0")}`]),
  );
}

/** Where everybody has a pseudonym, these have theirs, so that months join. */
function keysByNode({ network, corpus }: Analysis): [node: number, key: string][] {
  return Array.from(network.account, (account, node) => [node, corpus.accounts[account].key]);
}
