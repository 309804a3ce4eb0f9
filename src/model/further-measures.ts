/**
 * Measures of a person beside degrees, PageRank and betweenness: what code calls each, its column in
 * `nodes.csv`, and whether its values are whole numbers. In the order of columns.
 */
export const furtherMeasures = [
  { key: "harmonicCloseness", column: "harmonic_closeness", isWhole: false },
  { key: "closeness", column: "closeness", isWhole: false },
  { key: "eccentricity", column: "eccentricity", isWhole: true },
  { key: "hub", column: "hub", isWhole: false },
  { key: "authority", column: "authority", isWhole: false },
  { key: "eigenvector", column: "eigenvector", isWhole: false },
  { key: "coreNumber", column: "core_number", isWhole: true },
  { key: "clustering", column: "clustering", isWhole: false },
  { key: "constraint", column: "constraint", isWhole: false },
  { key: "participationCoefficient", column: "participation_coefficient", isWhole: false },
  { key: "withinCommunityZ", column: "within_community_z", isWhole: false },
  { key: "articulation", column: "articulation", isWhole: true },
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
    hub: make("hub"),
    authority: make("authority"),
    eigenvector: make("eigenvector"),
    coreNumber: make("coreNumber"),
    clustering: make("clustering"),
    constraint: make("constraint"),
    participationCoefficient: make("participationCoefficient"),
    withinCommunityZ: make("withinCommunityZ"),
    articulation: make("articulation"),
  };
}
