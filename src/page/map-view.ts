import type { PageColumn, PageData, PageTies } from "../model/page-data.js";
import type { TiesOf } from "./tie-index.js";

/** What of the map is shown, and how. */
export interface MapView {
  /** Whose neighbourhood alone; `undefined` for everybody. */
  readonly chosen: number | undefined;
  /** `undefined` as the static map draws them. */
  readonly size: PageColumn | undefined;
  /** `map` is as the static map draws them, where that is not by community. */
  readonly color: "map" | "community" | "role" | PageColumn;
  readonly kinds: ReadonlySet<string>;
  readonly leastWeight: number;
  /** Days since 1970; ties that began later are not shown. */
  readonly untilDay: number;
  /** Ties of a stretch of time alone, beside those without a time; `undefined` for all. */
  readonly inSlice: ReadonlySet<number> | undefined;
}

/** The map as the report draws it. */
export function wholeView({ ties, map }: PageData): MapView {
  return {
    chosen: undefined,
    size: undefined,
    color: map.colorKeys.length === 0 ? "community" : "map",
    kinds: new Set(Object.keys(ties.byKind)),
    leastWeight: 1,
    untilDay: Number.POSITIVE_INFINITY,
    inSlice: undefined,
  };
}

/** The ties that are shown, in ascending order. O(ties), of one person where one is chosen. */
export function shownTies(ties: PageTies, view: MapView, tiesOf: TiesOf): number[] {
  const { chosen, kinds, leastWeight, untilDay, inSlice } = view;
  const { source, byKind, first } = ties;
  const counts = Object.keys(byKind)
    .filter((kind) => kinds.has(kind))
    .map((kind) => byKind[kind]);
  const shown: number[] = [];
  for (const tie of chosen === undefined ? source.keys() : tiesOf(chosen)) {
    const day = first[tie];
    if (day !== null && (day > untilDay || inSlice?.has(tie) === false)) continue;
    let weight = 0;
    for (const count of counts) weight += count[tie];
    if (weight >= leastWeight) shown.push(tie);
  }
  return shown;
}

/** Whether two views show the same ties. */
export function areSameTies(one: MapView, other: MapView): boolean {
  return (
    one.chosen === other.chosen &&
    one.kinds === other.kinds &&
    one.leastWeight === other.leastWeight &&
    one.untilDay === other.untilDay &&
    one.inSlice === other.inSlice
  );
}
