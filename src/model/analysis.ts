import type { Activity } from "./activity.js";
import type { Chronicle } from "./chronicle.js";
import type { Coarsening } from "./coarsening.js";
import type { CommunityMethod } from "./community-method.js";
import type { Corpus } from "./corpus.js";
import type { Coverage } from "./coverage.js";
import type { HeldBack } from "./held-back.js";
import type { AllInputSettings } from "./input-settings.js";
import type { InteractionTable } from "./interaction.js";
import type { MapSettings } from "./map-settings.js";
import type { Measures } from "./measures.js";
import type { Network } from "./network.js";
import type { PerAccount } from "./per-index.js";
import type { Dropped, EdgeRule, InputSummary, MetricDefinition, Respect } from "./provenance.js";
import type { FollowAnswer, FollowOrder, NamedPeople } from "./recommendation.js";
import type { RunRecord, Tool } from "./run-record.js";
import type { Selection } from "./selection.js";
import type { Sliced } from "./sliced.js";
import type { Slicing } from "./slicing.js";

/** What was asked for, every default filled in: as far as whom to follow depends on it. */
export interface AnswerSettings {
  /** In the form of `normaliseHashtag`. */
  readonly tag: string | undefined;
  /** As it was asked for, for titles. */
  readonly tagAsWritten: string | undefined;
  /** Milliseconds since 1970: `since` inclusive, `until` exclusive. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly edges: EdgeRule;
  readonly communities: CommunityMethod;
  readonly respect: Respect;
  /** `undefined` for the one that suits the collection's length. */
  readonly order: FollowOrder | undefined;
  readonly top: number;
  /** How often authors are resampled; 0 for not at all. */
  readonly bootstrap: number;
  readonly seed: number;
  /** How inputs are read, where that was said. */
  readonly reading: AllInputSettings;
}

/** And what else the report shows. */
export interface AnalysisSettings extends AnswerSettings {
  readonly metrics: MetricDefinition;
  /** Whether figures of people who are not named are those of groups. */
  readonly coarsen: Coarsening;
  readonly map: MapSettings;
  /** Into which stretches of time the whole is cut beside; `undefined` for none. */
  readonly slicing: Slicing | undefined;
  /** Milliseconds by which a slice begins before the one before it ends. */
  readonly sliceOverlap: number;
}

/**
 * Everything that an analysis found, people who have opted out by name included: it goes to
 * nobody but the public view.
 */
export interface Analysis {
  readonly tool: Tool;
  readonly run: RunRecord;
  /** Whom a handle among the options of the run means, by how it was typed. */
  readonly typedPeople: ReadonlyMap<string, number>;
  readonly settings: AnalysisSettings;
  /** What was left out beside hashtag and period, in phrases. */
  readonly filters: readonly string[];
  readonly inputs: readonly InputSummary[];
  readonly dropped: Dropped | undefined;
  /** What names come from, where nobody is to be named. */
  readonly pseudonymKey: Uint8Array | undefined;
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly interactions: InteractionTable;
  readonly network: Network;
  readonly measures: Measures;
  /** Of all accounts of the corpus. */
  readonly activity: Activity;
  /** Index into `roles`. */
  readonly role: PerAccount<Uint8Array>;
  /** 1 for people who are never named. */
  readonly withheld: PerAccount<Uint8Array>;
  /** What would name them. */
  readonly heldBack: HeldBack;
  readonly named: NamedPeople;
  readonly follow: FollowAnswer;
  /** `undefined` where no post has a time. */
  readonly chronicle: Chronicle | undefined;
  /** `undefined` where nothing was collected from servers. */
  readonly coverage: Coverage | undefined;
  /** Of posts by key, where they were asked for: the corpus keeps none. */
  readonly postTexts: ReadonlyMap<string, string> | undefined;
  /** `undefined` where none were asked for. */
  readonly sliced: Sliced | undefined;
}
