import { undirectedGraph } from "../kernel/compact-graph.js";
import { weakComponents } from "../kernel/components.js";
import { findCoreNumbers } from "../kernel/core-numbers.js";

import { findCommunities, type Partition } from "../measure/community/communities.js";
import type { CommunityMethod } from "../model/community-method.js";
import type { Corpus } from "../model/corpus.js";
import { type NetworkFilter, narrows } from "../model/filters.js";
import { type InteractionTable, keepRows } from "../model/interaction.js";
import type { Network } from "../model/network.js";
import type { EdgeRule } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import { aggregate } from "../network/aggregate.js";
import { findNear } from "../network/ego-network.js";
import { projectUndirected } from "../network/project.js";
import { keepStrongTies } from "../network/strong-ties.js";

export interface BuiltNetwork {
  readonly selection: Selection;
  readonly interactions: InteractionTable;
  readonly network: Network;
}

interface Narrowing {
  readonly corpus: Corpus;
  readonly rule: EdgeRule;
  readonly filter: NetworkFilter;
  /** How communities are found. */
  readonly method: CommunityMethod;
  readonly seed: number;
  /** Which community a name means, among those of the posts and ties that are left. */
  readonly communityOf: (
    name: string,
    left: BuiltNetwork & { readonly communities: Partition },
  ) => number;
  /** The same question, of the posts and ties of these people alone. */
  readonly select: (isPerson: Uint8Array) => Selection;
}

/** What filters leave of a network, and of the posts behind it: those of the people who are left. */
export function narrowNetwork(
  built: BuiltNetwork,
  { corpus, rule, filter, method, seed, communityOf, select }: Narrowing,
): BuiltNetwork {
  if (!narrows(filter)) return built;
  const accountCount = corpus.accounts.length;
  const { minWeight, ego, kCore, component, community } = filter;
  const strong =
    minWeight === undefined
      ? built.interactions
      : keepStrongTies(built.interactions, minWeight, accountCount);
  let left: BuiltNetwork = {
    selection: built.selection,
    interactions: strong,
    network: aggregate(corpus, built.selection, strong, rule),
  };
  const keep = (isKept: (node: number) => boolean): void => {
    const isPerson = new Uint8Array(accountCount);
    for (const [node, account] of left.network.account.entries()) {
      if (isKept(node)) isPerson[account] = 1;
    }
    const selection = select(isPerson);
    const interactions = keepRows(
      left.interactions,
      (row) =>
        isPerson[left.interactions.source[row]] === 1 &&
        isPerson[left.interactions.target[row]] === 1,
    );
    left = { selection, interactions, network: aggregate(corpus, selection, interactions, rule) };
  };
  if (ego !== undefined) {
    const node = left.network.account.indexOf(ego.account);
    const isNear = node < 0 ? undefined : findNear(left.network, node, ego.radius);
    keep((other) => isNear?.[other] === 1);
  }
  if (kCore !== undefined) {
    const cores = findCoreNumbers(undirectedGraph(projectUndirected(left.network)));
    keep((node) => cores[node] >= kCore);
  }
  if (component === "largest") {
    const { of, sizes } = weakComponents(left.network);
    const largest = sizes.indexOf(Math.max(...sizes));
    keep((node) => of[node] === largest);
  }
  if (community !== undefined) {
    const communities = findCommunities(projectUndirected(left.network), { method, seed });
    const asked = communityOf(community, { ...left, communities });
    keep((node) => communities.of[node] === asked);
  }
  return left;
}
