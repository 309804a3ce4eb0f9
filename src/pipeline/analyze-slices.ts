import { countComings } from "../compare/count-comings.js";
import { followCommunities } from "../compare/follow-communities.js";
import { planSlices } from "../compare/plan-slices.js";
import { rankByAttention } from "../compare/rank-by-attention.js";
import { measureNetwork } from "../measure/measure-network.js";
import type { AnalysisSettings } from "../model/analysis.js";
import { none } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import type { InteractionTable } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { PerAccount } from "../model/per-index.js";
import type { OnProgress } from "../model/progress.js";
import type { Selection } from "../model/selection.js";
import type { Slice, Sliced, SliceWindow } from "../model/sliced.js";
import type { Threads } from "../model/threads.js";
import { aggregate } from "../network/aggregate.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { buildInteractions } from "../network/interactions.js";
import { projectUndirected } from "../network/project.js";
import { type SelectedSlice, selectSlice } from "../network/slice-selection.js";
import { classifyRoles } from "../observe/classify-roles.js";
import { findMutualCore } from "../observe/mutual-core.js";
import { observeActivity } from "../observe/observe-activity.js";
import { compareCommunities } from "./compare-communities.js";
import type { BuiltNetwork } from "./narrow-network.js";
import type { Consent } from "./respect-consent.js";

interface AnalysisToSlice extends Consent, BuiltNetwork {
  readonly settings: AnalysisSettings;
  /** Of the whole: who is new is told by all that is known. See `findFirstPosts`. */
  readonly firstPost: PerAccount<Float64Array>;
  readonly threads: Threads | undefined;
  readonly onProgress: OnProgress;
}

const referenced = postOrigins.indexOf("referenced");

/**
 * The slices that the settings ask for, `undefined` where they ask for none: each slice's part of the posts
 * and interactions that count, and its network and measures as the whole's are made.
 *
 * @throws {UserError} where nothing has a time, or there would be too many slices.
 */
export async function analyzeSlices(input: AnalysisToSlice): Promise<Sliced | undefined> {
  const { settings, selection, interactions, onProgress } = input;
  const { slicing } = settings;
  if (slicing === undefined) return undefined;
  const times = timesOf(selection, interactions);
  if (times.first > times.last) {
    throw new UserError(
      "nothing here has a time, so there is nothing to slice",
      "leave --slices out, or say with --map which column holds the time",
    );
  }
  const windows = planSlices({ ...settings, slicing, overlap: settings.sliceOverlap, ...times });
  const selected = windows.map((window) => selectSlice(input, window));
  const comings = countComings(selected.map(({ authors }) => authors));
  const measured: Measured[] = [];
  for (const [at, window] of windows.entries()) {
    const quietly: OnProgress = (_, share = 0) =>
      onProgress("measuring slices", (at + share) / windows.length);
    quietly("");
    measured.push(await measureSlice({ ...input, onProgress: quietly }, selected[at], window));
  }
  const { communities, indexOf } = followCommunities(
    measured.map(({ network, measures }) => {
      const of = new Int32Array(input.corpus.accounts.length).fill(none);
      for (const [node, account] of network.account.entries()) {
        of[account] = measures.nodes.community[node];
      }
      return { of, count: measures.communities.length };
    }),
  );
  return {
    slices: measured.map((slice, at) => ({
      ...slice,
      ...windows[at],
      ...comings[at],
      community: slice.measures.nodes.community.map((community) =>
        community === none ? none : indexOf[at][community],
      ),
    })),
    communities,
    timelessPosts: times.timelessPosts,
    timelessInteractions: times.timelessInteractions,
  };
}

type Measured = Omit<
  Slice,
  "community" | keyof SliceWindow | keyof ReturnType<typeof countComings>[0]
>;

async function measureSlice(
  input: AnalysisToSlice,
  slice: SelectedSlice,
  { from }: SliceWindow,
): Promise<Measured> {
  const { corpus, settings, onProgress } = input;
  const { selection, interactions } = slice;
  const network = aggregate(corpus, selection, interactions, settings.edges);
  const projection = projectUndirected(network);
  const { partition, evidence } = compareCommunities({
    corpus,
    selection,
    settings,
    interactions,
    projection,
    onProgress,
  });
  const clean = parseEdgeRule("clean");
  const cleanInteractions =
    settings.edges.spec === clean.spec ? interactions : buildInteractions(corpus, selection, clean);
  const activity = observeActivity(corpus, selection, cleanInteractions);
  const cleanNetwork = aggregate(corpus, selection, cleanInteractions, clean);
  const measures = await measureNetwork({
    ...input,
    ...settings,
    selection,
    network,
    projection,
    isReversed: settings.edges.reversed,
    activity,
    partition,
    evidence,
    onProgress,
  });
  return {
    posts: slice.posts,
    reposts: slice.reposts,
    network,
    measures,
    ownPosts: activity.posts,
    role: classifyRoles(findMutualCore(cleanNetwork, activity), activity),
    ranks: rankByAttention({
      network,
      isReversed: settings.edges.reversed,
      resamples: settings.bootstrap,
      // Another draw for each slice.
      seed: (settings.seed + Math.floor(from / 3_600_000)) >>> 0,
    }),
  };
}

/** The first and the last moment of posts and interactions that count, and how many have no time. */
function timesOf(selection: Selection, interactions: InteractionTable) {
  let first = Infinity;
  let last = -Infinity;
  let timelessPosts = 0;
  let timelessInteractions = 0;
  for (const [post, origin] of selection.origin.entries()) {
    if (origin === referenced) continue;
    const time = selection.time[post];
    if (Number.isNaN(time)) timelessPosts += 1;
    else {
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
  }
  for (let row = 0; row < interactions.count; row += 1) {
    const [from, to] = [interactions.firstTime[row], interactions.time[row]];
    if (Number.isNaN(from) || Number.isNaN(to)) timelessInteractions += 1;
    else {
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
  }
  return { first, last, timelessPosts, timelessInteractions };
}
