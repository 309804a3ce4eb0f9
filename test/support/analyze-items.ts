import type { Corpus } from "../../src/model/corpus.js";
import type { InteractionTable } from "../../src/model/interaction.js";
import { interactionKinds } from "../../src/model/interaction.js";
import type { Item } from "../../src/model/item.js";
import type { Network } from "../../src/model/network.js";
import type { InputSummary } from "../../src/model/provenance.js";
import type { Selection } from "../../src/model/selection.js";
import { aggregate } from "../../src/network/aggregate.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { parseEdgeRule } from "../../src/network/edge-rule.js";
import { buildInteractions } from "../../src/network/interactions.js";
import { selectPosts } from "../../src/network/select-posts.js";
import { readInput } from "../../src/read/read-input.js";

export interface BuiltNetwork {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly interactions: InteractionTable;
  readonly network: Network;
  readonly inputs: readonly InputSummary[];
}

/** Items to a network, under a rule. */
export function networkOfItems(items: readonly Item[], edges = "clean"): BuiltNetwork {
  const builder = startCorpus();
  for (const item of items) builder.add(item);
  return networkOfCorpus(builder.finish(), edges);
}

/** Files to a network, under a rule. */
export async function networkOfFiles(
  paths: readonly string[],
  edges = "clean",
): Promise<BuiltNetwork> {
  const builder = startCorpus();
  const inputs: InputSummary[] = [];
  for (const [ordinal, path] of paths.entries()) {
    const options = { format: undefined, ordinal, standardInput: nothing(), onProgress() {} };
    inputs.push(await readInput(path, options, builder.add));
  }
  return { ...networkOfCorpus(builder.finish(), edges), inputs };
}

async function* nothing(): AsyncGenerator<Buffer> {}

/** The same corpus under another rule. */
export function networkOfCorpus(corpus: Corpus, edges: string): BuiltNetwork {
  const rule = parseEdgeRule(edges);
  const asked = { tag: undefined, since: undefined, until: undefined };
  const selection = selectPosts(corpus, asked);
  const interactions = buildInteractions(corpus, selection, rule);
  const network = aggregate(corpus, selection, interactions, rule);
  return { corpus, selection, interactions, network, inputs: [] };
}

/** Interactions as words: `kind source target`, by account key, in the order of posts. */
export function tieWords({ corpus, interactions }: BuiltNetwork): string[] {
  return Array.from(interactions.source, (source, row) =>
    [
      interactionKinds[interactions.kind[row]],
      corpus.accounts[source].key,
      corpus.accounts[interactions.target[row]].key,
    ].join(" "),
  );
}

/** Ties, weight, people on a tie and people without, as papers give them. */
export function sizes({ network }: BuiltNetwork) {
  const onTie = new Set([...network.source, ...network.target]);
  const total = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
  return {
    ties: network.tieCount,
    weight: total(network.weight),
    repost: total(network.weightByKind.repost),
    mention: total(network.weightByKind.mention),
    reply: total(network.weightByKind.reply),
    quote: total(network.weightByKind.quote),
    connected: onTie.size,
    isolated: network.nodeCount - onTie.size,
  };
}
