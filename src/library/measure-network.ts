import type { MetricDefinition } from "../model/provenance.js";
import { analyzePosts } from "../pipeline/analyze-posts.js";
import type { PublicPerson } from "../report/view/public-person.js";
import type { PublicCommunity, PublicReport, PublicTie } from "../report/view/public-report.js";
import { publicView } from "../report/view/public-view.js";
import type { CommunityNetwork } from "./build-network.js";
import { heldNetwork } from "./held.js";

/** A row for each person; whoever has opted out has numbers and no name. Columns as in docs/measures.md. */
export type Person = Omit<PublicPerson, "place">;
/** From one person to another, by their `id`. */
export type Tie = PublicTie;
export type Community = PublicCommunity;

export interface MeasuredNetwork {
  /** By `id`. */
  readonly people: readonly Person[];
  /** By source, then target. */
  readonly ties: readonly Tie[];
  /** The largest first. */
  readonly communities: readonly Community[];
  /** Measures of the whole network, such as density and modularity. */
  readonly metrics: PublicReport["network"]["metrics"];
  readonly shape: PublicReport["network"]["shape"];
  /** Hashtags, links, sites, words and pairs of words that are used most. */
  readonly topItems: PublicReport["topItems"];
}

export interface MeasureOptions {
  /** How measures are defined that NodeXL defines in its own way. */
  readonly metrics?: MetricDefinition;
}

/**
 * The centralities of everybody, the communities, and the measures of the network. Runs on one core:
 * shortest paths take O(people × ties).
 */
export async function measureNetwork(
  network: CommunityNetwork,
  { metrics = "standard" }: MeasureOptions = {},
): Promise<MeasuredNetwork> {
  const held = heldNetwork(network);
  const found = await analyzePosts({
    ...held,
    settings: {
      ...held.settings,
      order: undefined,
      top: 1,
      bootstrap: 0,
      metrics,
      coarsen: "auto",
      map: { size: "followers", color: "community", layout: "box", ties: undefined, scale: 2 },
      slicing: undefined,
      sliceOverlap: 0,
    },
    isWhole: true,
    named: { trusted: [], kept: [], excluded: [], learner: undefined },
    pseudonymKey: undefined,
    threads: undefined,
    onProgress: () => {},
  });
  const seen = publicView({
    ...found,
    filters: [],
    tool: { version: "", node: "", icu: "", citation: "" },
    run: { command: "", options: [] },
    typedPeople: new Map(),
    inputs: held.inputs,
    dropped: undefined,
    pseudonymKey: undefined,
    postTexts: undefined,
  });
  return {
    people: Array.from(seen.people, ({ place: _, ...person }) => person),
    ties: Array.from(seen.network.ties),
    communities: seen.communities,
    metrics: seen.network.metrics,
    shape: seen.network.shape,
    topItems: seen.topItems,
  };
}
