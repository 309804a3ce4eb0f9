import type { MapSettings } from "../model/map-settings.js";
import type { Rows } from "../model/rows.js";

/** Of a person's public self, or of what else a mark stands for: what names it, if anything may. */
export interface MapPerson {
  readonly label: string;
  readonly name: string | undefined;
  readonly handle: string | undefined;
  /** Drawn, and never named. */
  readonly isWithheld: boolean;
}

export interface MapTies {
  readonly count: number;
  /** Index into the people. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  /** Index into `interactionKinds`: the most frequent of the tie; `undefined` where they have no kinds. */
  readonly kind: Uint8Array | undefined;
  readonly isDirected: boolean;
}

/** A column of `nodes.csv`, one value a person. */
export interface NumberColumn {
  readonly name: string;
  /** NaN where unknown. */
  readonly values: Float64Array;
  /** Milliseconds since 1970. */
  readonly isTime: boolean;
}

export interface CategoryColumn {
  readonly name: string;
  readonly values: readonly (string | undefined)[];
}

export interface MapCommunity {
  readonly name: string;
  /** What sets it apart; may be empty. */
  readonly label: string;
  /** Nobody outside is tied to anybody in it. */
  readonly isCutOff: boolean;
}

/** A network as it may be shown, people in the order of the public report. */
export interface MapInput {
  readonly people: Rows<MapPerson>;
  /** How many of them are never named. */
  readonly withheld: number;
  /** Index into `communities`, the largest first; -1 for an isolate. */
  readonly community: Int32Array;
  readonly communities: readonly MapCommunity[];
  readonly ties: MapTies;
  /** Who comes first in a box, and how large marks are where `size` is known of too few. */
  readonly standing: NumberColumn;
  /** People worth following, the best first. */
  readonly follow: readonly number[];
  /** Where nobody is worth following: what may be named beside the first of each box, the best first. */
  readonly named?: readonly number[];
  /** What sort of thing each mark is, where they are of several; shapes tell. */
  readonly sorts?: readonly string[];
  readonly size: NumberColumn;
  /** `undefined` colours by community. */
  readonly color: NumberColumn | CategoryColumn | undefined;
  readonly settings: Pick<MapSettings, "layout" | "ties"> & { readonly seed: number };
  readonly words: MapWords;
}

/** What the title and the caption say beside numbers. */
interface MapWords {
  /** What a mark stands for: "person" and "people". */
  readonly noun: readonly [one: string, many: string];
  readonly title: string;
  /** What it is of, for a sentence; the title, where nothing else is said. */
  readonly subject?: string;
  /** Such as "2026-01-05 to 2026-03-29"; empty where no post has a time. */
  readonly period: string;
  /** What makes a tie. */
  readonly tieRule: string;
  /** How communities were found, such as "Louvain, modularity 0.42". */
  readonly clustering: string;
  /** Who drew it. */
  readonly tool: string;
}
