import type { Corpus } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { Network } from "../model/network.js";
import { inTurn, type OnProgress } from "../model/progress.js";
import type { EdgeRule } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import { aggregate } from "../network/aggregate.js";
import { buildInteractions } from "../network/interactions.js";

/** The interactions of the posts that count, by a rule, and their network. */
export function buildNetwork(
  corpus: Corpus,
  selection: Selection,
  rule: EdgeRule,
  onProgress: OnProgress,
): { interactions: InteractionTable; network: Network } {
  const shares = inTurn({ interactions: 1, ties: 1 }, (share) =>
    onProgress("building the network", share),
  );
  const interactions = buildInteractions(corpus, selection, rule, shares.interactions);
  const network = aggregate(corpus, selection, interactions, rule);
  shares.ties(1);
  return { interactions, network };
}
