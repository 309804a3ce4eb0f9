/**
 * Measures of a person beside degrees, PageRank and betweenness: what code calls each, its column in
 * `nodes.csv`, and whether its values are whole numbers. In the order of columns.
 */
export const furtherMeasures = [
  { key: "harmonicCloseness", column: "harmonic_closeness", isWhole: false },
  { key: "closeness", column: "closeness", isWhole: false },
  { key: "eccentricity", column: "eccentricity", isWhole: true },
] as const;

export type FurtherMeasure = (typeof furtherMeasures)[number]["key"];

/** A value per measure. */
export type PerFurtherMeasure<Value> = Readonly<Record<FurtherMeasure, Value>>;

/** Calls `make` once a measure. */
export function perFurtherMeasure<Value>(
  make: (measure: FurtherMeasure) => Value,
): PerFurtherMeasure<Value> {
  return {
    harmonicCloseness: make("harmonicCloseness"),
    closeness: make("closeness"),
    eccentricity: make("eccentricity"),
  };
}
