import { testShownLists } from "../follow/backtest/backtest.js";
import { recommend } from "../follow/recommend.js";
import type { Activity } from "../model/activity.js";
import type { AnswerSettings } from "../model/analysis.js";
import { type Corpus, none } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { Network } from "../model/network.js";
import type { PerAccount, PerNode } from "../model/per-index.js";
import { inTurn, type OnProgress, type OnShare } from "../model/progress.js";
import type { FollowAnswer, ListVerdicts, NamedPeople } from "../model/recommendation.js";
import type { Selection } from "../model/selection.js";
import { aggregate } from "../network/aggregate.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { buildInteractions } from "../network/interactions.js";
import { findFirstPosts } from "../observe/first-posts.js";
import { findMutualCore } from "../observe/mutual-core.js";
import { observeActivity } from "../observe/observe-activity.js";
import { pseudonymOf } from "../report/view/pseudonymize.js";
import { archiveToTest } from "./archive-to-test.js";

interface FollowQuestion {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly settings: AnswerSettings;
  readonly named: NamedPeople;
  /** What names come from, where nobody is to be named. */
  readonly pseudonymKey: Uint8Array | undefined;
  /** 1 for people who are never named. */
  readonly withheld: PerAccount<Uint8Array>;
  /** By the rule of the settings. */
  readonly interactions: InteractionTable;
  /** Of them: the network whose communities these are, and each node's; -1 for an isolate. */
  readonly network: Network;
  readonly community: PerNode<Int32Array>;
  readonly communityCount: number;
  /** Whether the interactions are all of the posts that count, and none was left out for its weight. */
  readonly isWhole: boolean;
  readonly onProgress: OnProgress;
}

interface FollowFindings {
  readonly follow: FollowAnswer;
  readonly core: MutualCore;
  readonly activity: Activity;
  /** See `findFirstPosts`. */
  readonly firstPost: PerAccount<Float64Array>;
}

/** Whom to follow: rests on clean ties, whatever network the communities were found in. */
export function answerFollow(question: FollowQuestion): FollowFindings {
  const { corpus, selection, settings, withheld, pseudonymKey, onProgress } = question;
  const shares = inTurn({ ties: 1, people: 1, test: 4, lists: 4 }, (share) =>
    onProgress("choosing whom to follow", share),
  );
  const { interactions, network } = cleanTies(question);
  shares.ties(1);
  const activity = observeActivity(corpus, selection, interactions);
  // What came before the period is as unknown here as to whoever reads the lists.
  const firstPost = findFirstPosts(corpus, selection);
  const core = findMutualCore(network, activity);
  shares.people(1);
  const communityOf = new Int32Array(corpus.accounts.length).fill(none);
  for (const [node, account] of question.network.account.entries()) {
    communityOf[account] = question.community[node];
  }
  const verdicts = testLists({ ...question, firstPost }, interactions, shares.test);
  const follow = recommend({
    corpus,
    selection,
    interactions,
    network,
    activity,
    firstPost,
    core,
    withheld,
    communityOf,
    communityCount: question.communityCount,
    named: question.named,
    pseudonymOf:
      pseudonymKey === undefined
        ? undefined
        : (account) => pseudonymOf(corpus.accounts[account].key, pseudonymKey),
    tag: settings.tag,
    order: settings.order,
    verdicts,
    top: settings.top,
    resamples: settings.bootstrap,
    onShare: shares.lists,
    onResample: (share) => onProgress("resampling authors", share),
    seed: settings.seed,
  });
  return { follow, core, activity, firstPost };
}

/** With more, testing would take longer than all the rest; `validate` does it on request. */
const mostInteractionsToTest = 200_000;
const cuts = 12;

/**
 * Whether the lists, in the order that a collection of this length is shown in, would have been right on
 * its own past; nothing where somebody chose the order.
 */
function testLists(
  {
    corpus,
    selection,
    settings,
    withheld,
    firstPost,
  }: FollowQuestion & Pick<FollowFindings, "firstPost">,
  interactions: InteractionTable,
  onShare: OnShare,
): ListVerdicts {
  if (settings.order !== undefined || interactions.count > mostInteractionsToTest) return {};
  const { seed } = settings;
  const archive = archiveToTest({ corpus, selection, settings, withheld });
  return testShownLists({ ...archive, firstPost, cuts, seed, onShare });
}

function cleanTies(question: FollowQuestion): Pick<FollowQuestion, "interactions" | "network"> {
  const { corpus, selection, settings } = question;
  const clean = parseEdgeRule("clean");
  if (settings.edges.spec === clean.spec && question.isWhole) return question;
  const interactions = buildInteractions(corpus, selection, clean);
  return { interactions, network: aggregate(corpus, selection, interactions, clean) };
}
