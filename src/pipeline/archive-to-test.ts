import type {
  BacktestArchive,
  ObservedPeriod,
  Period,
} from "../follow/backtest/backtest-window.js";
import { findCommunities } from "../measure/community/communities.js";
import { measureBetweenness } from "../measure/node/betweenness.js";
import { measurePagerank } from "../measure/node/pagerank.js";
import { usualCommunityMethod } from "../model/community-method.js";
import { type Corpus, none } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { Network } from "../model/network.js";
import type { PerAccount } from "../model/per-index.js";
import type { Selection } from "../model/selection.js";
import { aggregate } from "../network/aggregate.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { buildInteractions } from "../network/interactions.js";
import { projectUndirected } from "../network/project.js";
import { selectPosts } from "../network/select-posts.js";
import { findFirstPosts } from "../observe/first-posts.js";
import { findMutualCore } from "../observe/mutual-core.js";
import { observeActivity } from "../observe/observe-activity.js";

interface ArchiveToTest {
  readonly corpus: Corpus;
  readonly selection: Selection;
  /** 1 for people who are never named. */
  readonly withheld: PerAccount<Uint8Array>;
  readonly settings: {
    readonly tag: string | undefined;
    readonly since: number | undefined;
    readonly until: number | undefined;
    readonly seed: number;
  };
}

const clean = parseEdgeRule("clean");

/** People times ties of one window: some ten seconds, and there are up to twelve windows. */
const largestBetweennessWork = 1.5e8;

/** What a backtest works on: the archive, and the stages before it as functions of a period. */
export function archiveToTest(archive: ArchiveToTest): BacktestArchive {
  const { corpus, selection, settings, withheld } = archive;
  return {
    corpus,
    selection,
    tag: settings.tag,
    withheld,
    // Who took part before the period that was asked for is no newcomer in it.
    firstPost: findFirstPosts(
      corpus,
      selectPosts(corpus, { ...settings, since: undefined, filter: selection.filter }),
    ),
    observe: (period) => observePeriod(period, archive),
    interactionsIn: (period) => interactionsIn(period, archive).interactions,
  };
}

/** A period's posts as if nothing else were known; the first of them is part of it. */
function interactionsIn(
  { since, until }: Period,
  { corpus, selection: { filter }, settings }: ArchiveToTest,
): { selection: Selection; interactions: InteractionTable } {
  const end = Math.min(until, settings.until ?? Number.POSITIVE_INFINITY);
  const selection = selectPosts(corpus, { tag: settings.tag, since, until: end, filter });
  return { selection, interactions: buildInteractions(corpus, selection, clean) };
}

function observePeriod(period: Period, archive: ArchiveToTest): ObservedPeriod {
  const { corpus } = archive;
  const { selection, interactions } = interactionsIn(period, archive);
  const network = aggregate(corpus, selection, interactions, clean);
  const activity = observeActivity(corpus, selection, interactions);
  return {
    selection,
    interactions,
    activity,
    core: findMutualCore(network, activity),
    measure: {
      betweenness: once(() => betweennessOf(network, corpus)),
      pagerank: once(() => byAccount(measurePagerank(network), network, corpus)),
      community: once(() => communitiesOf(network, archive)),
    },
  };
}

function betweennessOf(network: Network, corpus: Corpus): Float64Array | undefined {
  if (network.nodeCount * network.tieCount > largestBetweennessWork) return undefined;
  const betweenness = measureBetweenness(network);
  return betweenness === undefined ? undefined : byAccount(betweenness, network, corpus);
}

function byAccount(values: Float64Array, network: Network, corpus: Corpus): Float64Array {
  const spread = new Float64Array(corpus.accounts.length);
  for (const [node, account] of network.account.entries()) spread[account] = values[node];
  return spread;
}

function communitiesOf(network: Network, { corpus, settings }: ArchiveToTest): Int32Array {
  const community = new Int32Array(corpus.accounts.length).fill(none);
  const partition = findCommunities(projectUndirected(network), {
    method: usualCommunityMethod,
    seed: settings.seed,
  });
  for (const [node, account] of network.account.entries()) community[account] = partition.of[node];
  return community;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
