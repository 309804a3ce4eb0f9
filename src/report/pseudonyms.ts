import { createHash, createHmac } from "node:crypto";
import type { Analysis } from "../model/analysis.js";

/**
 * What people who have opted out are called, by node: `withheld-1`, `withheld-2` and so on, in an
 * order that says nothing of handles or figures. It is drawn with the seed and all that was read as the
 * key, so that the same run gives the same names, and nobody who has handles alone can draw it again.
 * O(accounts + posts).
 */
export function choosePseudonyms(
  analysis: Pick<Analysis, "corpus" | "network" | "withheld" | "settings" | "pseudonymKey">,
): ReadonlyMap<number, string> {
  const { corpus, network, withheld } = analysis;
  if (analysis.pseudonymKey !== undefined) return new Map(keysByNode(analysis));
  const nodes = [...network.account.keys()].filter((node) => withheld[network.account[node]] === 1);
  if (nodes.length === 0) return new Map();
  const key = keyOf(analysis);
  const drawn = nodes.map((node) => {
    const account = corpus.accounts[network.account[node]].key;
    return { node, lot: createHmac("sha256", key).update(account).digest("hex") };
  });
  drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  const digits = String(nodes.length).length;
  return new Map(
    drawn.map(({ node }, index) => [node, `withheld-${String(index + 1).padStart(digits, "0")}`]),
  );
}

/** Where everybody has a pseudonym, these have theirs, so that months join. */
function keysByNode({
  network,
  corpus,
}: Pick<Analysis, "network" | "corpus">): [node: number, key: string][] {
  return Array.from(network.account, (account, node) => [node, corpus.accounts[account].key]);
}

/** Not of the sums of files, which the manifest publishes: of what stands in them, which it does not. */
function keyOf({ corpus, settings }: Pick<Analysis, "corpus" | "settings">): Buffer {
  const hash = createHash("sha256").update(`${settings.seed}\n`);
  for (const { key } of corpus.accounts) hash.update(`${key}\n`);
  for (const key of corpus.posts.key) hash.update(`${key}\n`);
  for (const word of corpus.words) hash.update(`${word}\n`);
  hash.update(new Uint8Array(corpus.posts.time.buffer));
  for (const column of [corpus.ties.source, corpus.ties.target, corpus.ties.weight]) {
    hash.update(new Uint8Array(column.buffer));
  }
  return hash.digest();
}
