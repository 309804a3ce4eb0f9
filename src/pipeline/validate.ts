import { backtest } from "../follow/backtest.js";
import type { ObservedPeriod, Period } from "../follow/backtest-window.js";
import { measureBetweenness } from "../measure/betweenness.js";
import { findCommunities } from "../measure/communities.js";
import { findMutualCore } from "../measure/mutual-core.js";
import { measurePagerank } from "../measure/pagerank.js";
import { usualCommunityMethod } from "../model/community-method.js";
import type { Corpus } from "../model/corpus.js";
import { findFirstPosts } from "../model/first-posts.js";
import { writtenInputSettings } from "../model/input-settings.js";
import type { InteractionTable } from "../model/interaction.js";
import type { InputSummary } from "../model/provenance.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import type { Selection } from "../model/selection.js";
import type { ValidateSettings, Validation } from "../model/validation.js";
import { aggregate } from "../network/aggregate.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { buildInteractions } from "../network/interactions.js";
import { observeActivity } from "../network/observe-activity.js";
import { projectUndirected } from "../network/project.js";
import { selectPosts } from "../network/select-posts.js";
import { validationManifestName } from "../report/manifest.js";
import { publicInputs, startPublicTexts } from "../report/public-texts.js";
import { renderValidationJson } from "../report/validation-json.js";
import { renderValidationText } from "../report/validation-text.js";
import { checkOutputFolder } from "../report/write-report.js";
import { writeValidation } from "../report/write-validation.js";
import { type ReadRequest, readCorpus, readingOf } from "./read-corpus.js";
import { respectConsent } from "./respect-consent.js";
import { settleRun } from "./settle-run.js";

export interface ValidateRequest extends ReadRequest {
  readonly settings: Omit<ValidateSettings, "reading">;
  /** Where the files go; `undefined` writes none. */
  readonly folder: string | undefined;
  readonly run: RunRecord;
  readonly tool: Tool;
}

/** What a backtest gives beside its files, or why no post counts. */
export type ValidateOutcome = { readonly inputs: readonly InputSummary[] } & (
  | { readonly nothing: string }
  | {
      readonly validation: Validation;
      /** For a terminal. */
      readonly text: string;
      readonly json: string;
    }
);

/**
 * From files of posts to an answer whether the recommendations would have been right on them.
 *
 * @throws {UserError} for an input that cannot be read, windows that do not fit, or a folder that
 *   cannot be written.
 */
export async function validate(request: ValidateRequest): Promise<ValidateOutcome> {
  const { folder, onProgress } = request;
  const settings: ValidateSettings = {
    ...request.settings,
    reading: writtenInputSettings(readingOf(request)),
  };
  if (folder !== undefined) await checkOutputFolder(folder, validationManifestName);
  const { corpus, inputs: read } = await readCorpus(request);
  const { heldBack } = respectConsent(corpus, {
    respect: "discoverable",
    tag: settings.tag,
    pseudonymKey: undefined,
  });
  const inputs = publicInputs(read, startPublicTexts(heldBack));
  const selection = selectPosts(corpus, settings);
  if (selection.hits === 0) {
    const tag = settings.tag === undefined ? "" : ` with #${settings.tag}`;
    return { inputs, nothing: `there are no posts${tag} in the period` };
  }
  const archive = { corpus, selection, settings };
  const found = backtest({
    ...archive,
    ...settings,
    // Who took part before the period that was asked for is no newcomer in it.
    firstPost: findFirstPosts(corpus, selectPosts(corpus, { ...settings, since: undefined })),
    observe: (period) => observePeriod(period, archive),
    interactionsIn: (period) => interactionsIn(period, archive).interactions,
    onProgress,
  });
  const validation: Validation = {
    tool: request.tool,
    run: await settleRun(request.run, undefined),
    settings,
    inputs,
    hits: selection.hits,
    firstHit: selection.first,
    lastHit: selection.last,
    backtest: found,
  };
  onProgress("writing files");
  if (folder !== undefined) await writeValidation(validation, folder);
  return {
    inputs,
    validation,
    text: renderValidationText(validation, folder),
    json: renderValidationJson(validation),
  };
}

interface Archive {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly settings: ValidateSettings;
}

const clean = parseEdgeRule("clean");

/** People times ties of one window: some ten seconds, and there are up to twelve windows. */
const largestBetweennessWork = 1.5e8;

/** A period's posts as if nothing else were known; the first of them is part of it. */
function interactionsIn(
  { since, until }: Period,
  { corpus, settings }: Archive,
): { selection: Selection; interactions: InteractionTable } {
  const end = Math.min(until, settings.until ?? Number.POSITIVE_INFINITY);
  const selection = selectPosts(corpus, { tag: settings.tag, since, until: end });
  return { selection, interactions: buildInteractions(corpus, selection, clean) };
}

function observePeriod(period: Period, archive: Archive): ObservedPeriod {
  const { corpus, settings } = archive;
  const { selection, interactions } = interactionsIn(period, archive);
  const network = aggregate(corpus, selection, interactions, clean);
  const isSmall = network.nodeCount * network.tieCount <= largestBetweennessWork;
  const betweenness = isSmall ? measureBetweenness(network) : undefined;
  const byAccount = (values: Float64Array): Float64Array => {
    const spread = new Float64Array(corpus.accounts.length);
    for (const [node, account] of network.account.entries()) spread[account] = values[node];
    return spread;
  };
  const community = new Int32Array(corpus.accounts.length).fill(-1);
  const partition = findCommunities(projectUndirected(network), {
    method: usualCommunityMethod,
    seed: settings.seed,
  });
  for (const [node, account] of network.account.entries()) community[account] = partition.of[node];
  const activity = observeActivity(corpus, selection, interactions);
  return {
    interactions,
    activity,
    coreSize: findMutualCore(network, activity).size,
    betweenness: betweenness === undefined ? undefined : byAccount(betweenness),
    pagerank: byAccount(measurePagerank(network)),
    community,
  };
}
