import type { PerFurtherMeasure } from "../model/further-measures.js";
import type { MetricDefinition } from "../model/provenance.js";
import { measureCloseness, measureHarmonicCloseness } from "./closeness.js";
import type { Distances } from "./kernel/distances.js";

export interface FurtherMeasuresInput {
  readonly distances: Distances;
  readonly metrics: MetricDefinition;
}

/** What is measured of each person beside degrees, PageRank and betweenness; NaN where not defined. */
export function measureFurther({
  distances,
  metrics,
}: FurtherMeasuresInput): PerFurtherMeasure<Float64Array | Int32Array> {
  return {
    harmonicCloseness: measureHarmonicCloseness(distances),
    closeness: measureCloseness(distances, metrics),
    eccentricity: distances.eccentricity,
  };
}
