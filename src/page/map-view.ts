import type { PageColumn, PageData, PageTies } from "../model/page-data.js";
import type { TiesOf } from "./tie-index.js";

/** What of the map is shown, and how. */
export interface MapView {
  /** Whose neighbourhood alone; `undefined` for everybody. */
  readonly chosen: number | undefined;
  /** `undefined` as the static map draws them. */
  readonly size: PageColumn | undefined;
  readonly color: "community" | "role" | PageColumn;
  readonly kinds: ReadonlySet<string>;
  readonly leastWeight: number;
  /** Days since 1970; ties that began later are not shown. */
  readonly untilDay: number;
}

/** The map as the report draws it. */
export function wholeView({ ties }: PageData): MapView {
  return {
    chosen: undefined,
    size: undefined,
    color: "community",
    kinds: new Set(Object.keys(ties.byKind)),
    leastWeight: 1,
    untilDay: Number.POSITIVE_INFINITY,
  };
}

/** The ties that are shown, in ascending order. O(ties), of one person where one is chosen. */
export function shownTies(ties: PageTies, view: MapView, tiesOf: TiesOf): number[] {
  const { chosen, kinds, leastWeight, untilDay } = view;
  const { source, byKind, first } = ties;
  const counts = Object.keys(byKind)
    .filter((kind) => kinds.has(kind))
    .map((kind) => byKind[kind]);
  const shown: number[] = [];
  for (const tie of chosen === undefined ? source.keys() : tiesOf(chosen)) {
    const day = first[tie];
    if (day !== null && day > untilDay) continue;
    let weight = 0;
    for (const count of counts) weight += count[tie];
    if (weight >= leastWeight) shown.push(tie);
  }
  return shown;
}

const smallest = 1.5;
const largest = 12;

/** Radii by a column: areas in proportion, those without a value the smallest. */
export function radiiBy({ values }: PageColumn): number[] {
  const most = values.reduce<number>((a, b) => Math.max(a, b ?? 0), 0);
  return values.map((value) =>
    value === null || most === 0
      ? smallest
      : smallest + (largest - smallest) * Math.sqrt(Math.max(0, value) / most),
  );
}

const ramp = ["#ece2aa", "#a0c78b", "#459b8f", "#246884", "#262d5c"] as const;
const roleColors: Readonly<Record<string, string>> = {
  core: "#db5262",
  active: "#4f96fb",
  peripheral: "#628e01",
  mentioned: "#a8a8a8",
};

/** Colours by a column: its ranks, since most numbers of networks are small and a few are large. */
export function colorsBy(data: PageData, color: MapView["color"]): readonly string[] {
  if (color === "community") return data.people.color;
  if (color === "role") return data.people.role.map((role) => roleColors[role] ?? "#888888");
  const sorted = color.values.filter((value) => value !== null).sort((a, b) => a - b);
  const shareOf = new Map(sorted.map((value, at) => [value, at / Math.max(1, sorted.length - 1)]));
  return color.values.map((value) => {
    if (value === null) return "#d9d9d9";
    return ramp[Math.round((shareOf.get(value) ?? 0) * (ramp.length - 1))];
  });
}
