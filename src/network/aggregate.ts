import { type Corpus, none } from "../model/corpus.js";
import { sortByTwo } from "../model/csr.js";
import { type InteractionTable, interactionKinds, perKind } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { Network } from "../model/network.js";
import type { EdgeRule } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";

const referenced = postOrigins.indexOf("referenced");

/**
 * One tie per ordered pair of people, with a weight per kind. Nodes are all people on a tie, the
 * authors of selected posts and whom a network file lists, who stay as isolates where they have
 * none; under `twarc` only people on a tie. O(interactions + people).
 */
export function aggregate(
  corpus: Corpus,
  selection: Selection,
  interactions: InteractionTable,
  rule: EdgeRule,
): Network {
  const account = peopleOf(corpus, selection, interactions, rule);
  const nodeOf = new Int32Array(corpus.accounts.length).fill(none);
  for (const [node, index] of account.entries()) nodeOf[index] = node;
  const [from, to] = rule.reversed
    ? [interactions.target, interactions.source]
    : [interactions.source, interactions.target];
  // By where they run from, then by where to; of one pair, as they stood.
  const order = sortByTwo({ first: from, second: to }, corpus.accounts.length);
  const startsTie = order.map((row, at) =>
    at === 0 || from[row] !== from[order[at - 1]] || to[row] !== to[order[at - 1]] ? 1 : 0,
  );
  const tieCount = startsTie.reduce((sum, starts) => sum + starts, 0);
  const isThere = new Set(interactions.kind);
  // One column for all kinds that are not there: they are most, of a million ties from a file.
  const nothing = new Float64Array(tieCount);
  const ties = {
    source: new Int32Array(tieCount),
    target: new Int32Array(tieCount),
    weight: new Float64Array(tieCount),
    weightByKind: perKind((kind) =>
      isThere.has(interactionKinds.indexOf(kind)) ? new Float64Array(tieCount) : nothing,
    ),
    first: new Float64Array(tieCount).fill(Number.NaN),
    last: new Float64Array(tieCount).fill(Number.NaN),
  };
  let tie = -1;
  for (const [at, row] of order.entries()) {
    tie += startsTie[at];
    const first = interactions.firstTime[row];
    const last = interactions.time[row];
    const weight = interactions.weight[row];
    ties.source[tie] = nodeOf[from[row]];
    ties.target[tie] = nodeOf[to[row]];
    ties.weight[tie] += weight;
    ties.weightByKind[interactionKinds[interactions.kind[row]]][tie] += weight;
    if (!(ties.first[tie] <= first) && !Number.isNaN(first)) ties.first[tie] = first;
    if (!(ties.last[tie] >= last) && !Number.isNaN(last)) ties.last[tie] = last;
  }
  return { nodeCount: account.length, account, tieCount, ...ties };
}

function peopleOf(
  corpus: Corpus,
  selection: Selection,
  interactions: InteractionTable,
  rule: EdgeRule,
): Int32Array {
  const isHere = new Uint8Array(corpus.accounts.length);
  for (const index of interactions.source) isHere[index] = 1;
  for (const index of interactions.target) isHere[index] = 1;
  if (rule.preset !== "twarc") {
    for (const [post, author] of corpus.posts.author.entries()) {
      if (selection.origin[post] !== referenced && author !== none) isHere[author] = 1;
    }
    for (const [index, isListed] of selection.isListed.entries()) {
      if (isListed === 1) isHere[index] = 1;
    }
  }
  return Int32Array.from([...isHere.keys()].filter((index) => isHere[index] === 1));
}
