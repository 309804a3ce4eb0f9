import { recommend } from "../follow/recommend.js";
import { measureNetwork } from "../measure/measure-network.js";
import { findMutualCore } from "../measure/mutual-core.js";
import { classifyParticipation } from "../measure/participation.js";
import type { Analysis, AnalysisSettings } from "../model/analysis.js";
import type { Corpus } from "../model/corpus.js";
import { postRoles } from "../model/item.js";
import type { InputSummary } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import { aggregate } from "../network/aggregate.js";
import { findWithheld } from "../network/consent.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { buildInteractions } from "../network/interactions.js";
import { observeActivity } from "../network/observe-activity.js";
import { projectUndirected } from "../network/project.js";
import { selectPosts } from "../network/select-posts.js";
import { publicView } from "../report/public-view.js";
import { renderReportJson } from "../report/report-json.js";
import { renderTerminalText } from "../report/terminal-text.js";
import { checkOutputFolder, writeReport } from "../report/write-report.js";
import { type ReadRequest, readCorpus } from "./read-corpus.js";

const referenced = postRoles.indexOf("referenced");

export interface AnalyzeRequest extends ReadRequest {
  /** As `AnalysisSettings`, with the rule for ties as it was written. */
  readonly settings: Omit<AnalysisSettings, "edges" | "format"> & { readonly edges: string };
  /** Where the files go; `undefined` writes none. */
  readonly folder: string | undefined;
  readonly toolVersion: string;
}

/** What an analysis gives beside its files, or why no post counts. */
export type AnalyzeOutcome = { readonly inputs: readonly InputSummary[] } & (
  | { readonly nothing: string }
  | {
      readonly tieCount: number;
      /** For a terminal. */
      readonly text: string;
      /** The whole report, in pieces. */
      readonly json: Iterable<string>;
    }
);

/**
 * From files of posts to a report: the posts that count, their network, its measures, whom to
 * follow, and the files. The clean ties are built whatever the rule, since recommendations rest on
 * them.
 *
 * @throws {UserError} for an input that cannot be read, or a folder that cannot be written.
 */
export async function analyze(request: AnalyzeRequest): Promise<AnalyzeOutcome> {
  const { folder, onProgress } = request;
  const edges = parseEdgeRule(request.settings.edges);
  const settings: AnalysisSettings = { ...request.settings, edges, format: request.format };
  if (folder !== undefined) await checkOutputFolder(folder);
  const { corpus, inputs } = await readCorpus(request);
  onProgress("building the network");
  const selection = selectPosts(corpus, settings);
  if (!selection.role.some((role) => role !== referenced)) {
    return { inputs, nothing: explainNothing(corpus, inputs, settings) };
  }
  const found = analyzePosts({ corpus, selection, settings, onProgress });
  const report = publicView({ ...found, toolVersion: request.toolVersion, inputs });
  onProgress("writing files");
  if (folder !== undefined) await writeReport(report, folder);
  return {
    inputs,
    tieCount: report.network.ties.length,
    text: renderTerminalText(report, folder),
    json: renderReportJson(report),
  };
}

interface PostsToAnalyze {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly settings: AnalysisSettings;
  readonly onProgress: (what: string) => void;
}

function analyzePosts(input: PostsToAnalyze): Omit<Analysis, "toolVersion" | "inputs"> {
  const { corpus, selection, settings, onProgress } = input;
  const clean = parseEdgeRule("clean");
  const cleanInteractions = buildInteractions(corpus, selection, clean);
  const cleanNetwork = aggregate(corpus, selection, cleanInteractions, clean);
  const interactions = buildInteractions(corpus, selection, settings.edges);
  const network = aggregate(corpus, selection, interactions, settings.edges);
  const activity = observeActivity(corpus, selection, cleanInteractions);
  const measures = measureNetwork({
    corpus,
    selection,
    network,
    activity,
    projection: projectUndirected(network),
    tag: settings.tag,
    seed: settings.seed,
    onProgress: (what) => onProgress(`measuring ${what}`),
  });
  onProgress("choosing whom to follow");
  const core = findMutualCore(cleanNetwork, activity);
  const withheld = findWithheld(corpus, settings.respect);
  const follow = recommend({
    corpus,
    selection,
    interactions: cleanInteractions,
    network: cleanNetwork,
    activity,
    core,
    withheld,
    tag: settings.tag,
    order: settings.order,
    top: settings.top,
  });
  const participation = classifyParticipation(core, activity);
  return {
    settings,
    corpus,
    selection,
    interactions,
    network,
    measures,
    activity,
    participation,
    withheld,
    follow,
  };
}

function explainNothing(
  corpus: Corpus,
  inputs: readonly InputSummary[],
  settings: AnalysisSettings,
): string {
  const kept = inputs.reduce((sum, input) => sum + input.kept, 0);
  if (kept === 0) return "there are no posts in the input";
  const tags = mostUsedTags(corpus);
  const hint = tags.length === 0 ? "" : `; its hashtags are ${tags.join(", ")}`;
  const asked = [
    settings.tag === undefined ? [] : [`carries #${settings.tag}`],
    settings.since === undefined && settings.until === undefined ? [] : ["is of the period"],
  ].flat();
  return `none of the ${kept} posts ${asked.join(" and ") || "counts"}${hint}`;
}

function mostUsedTags(corpus: Corpus): string[] {
  const uses = new Int32Array(corpus.tags.length);
  for (const tag of corpus.posts.tags.values) uses[tag] += 1;
  return [...uses.keys()]
    .sort((a, b) => uses[b] - uses[a] || a - b)
    .slice(0, 5)
    .map((tag) => `#${corpus.tags[tag]}`);
}
