import { measureNetwork } from "../measure/measure-network.js";
import { chronicle } from "../measure/network/chronicle.js";
import { measureCoverage } from "../measure/network/coverage.js";
import type { Analysis, AnalysisSettings } from "../model/analysis.js";
import type { OnProgress } from "../model/progress.js";
import type { NamedPeople } from "../model/recommendation.js";
import type { Threads } from "../model/threads.js";
import { projectUndirected } from "../network/project.js";
import { classifyRoles } from "../observe/classify-roles.js";
import { analyzeSlices } from "./analyze-slices.js";
import { answerFollow } from "./answer-follow.js";
import { compareCommunities } from "./compare-communities.js";
import type { BuiltNetwork } from "./narrow-network.js";
import type { Consent } from "./respect-consent.js";

interface PostsToAnalyze extends Consent, BuiltNetwork {
  readonly isWhole: boolean;
  readonly settings: AnalysisSettings;
  readonly named: NamedPeople;
  readonly pseudonymKey: Uint8Array | undefined;
  readonly threads: Threads | undefined;
  readonly onProgress: OnProgress;
}

/** The measures of a network, whom to follow, and what else a report tells of the posts behind it. */
export async function analyzePosts(
  input: PostsToAnalyze,
): Promise<
  Omit<
    Analysis,
    "tool" | "run" | "filters" | "typedPeople" | "inputs" | "dropped" | "pseudonymKey" | "postTexts"
  >
> {
  const { corpus, selection, interactions, network, settings } = input;
  const { named, withheld, heldBack, onProgress } = input;
  const projection = projectUndirected(network);
  const { partition, evidence } = compareCommunities({ ...input, interactions, projection });
  onProgress("choosing whom to follow");
  const { follow, core, activity, firstPost } = answerFollow({
    corpus,
    selection,
    settings,
    named,
    pseudonymKey: input.pseudonymKey,
    withheld,
    interactions,
    network,
    community: partition.of,
    communityCount: partition.count,
    isWhole: input.isWhole,
    onProgress,
  });
  const measures = await measureNetwork({
    corpus,
    selection,
    network,
    projection,
    isReversed: settings.edges.reversed,
    activity,
    firstPost,
    partition,
    evidence,
    withheld,
    heldBack,
    tag: settings.tag,
    metrics: settings.metrics,
    seed: settings.seed,
    threads: input.threads,
    onProgress: (what, share) => onProgress(`measuring ${what}`, share),
  });
  return {
    settings,
    corpus,
    selection,
    interactions,
    network,
    measures,
    activity,
    role: classifyRoles(core, activity),
    withheld,
    heldBack,
    named,
    follow,
    coverage: measureCoverage(corpus, selection),
    sliced: await analyzeSlices({ ...input, firstPost }),
    chronicle: chronicle(corpus, selection),
  };
}
