import type { DistanceSums } from "../../kernel/bit-set-search.js";
import type { CompactGraph } from "../../kernel/compact-graph.js";
import {
  addDistanceSums,
  type Distances,
  finishDistances,
  prepareDistances,
} from "../../kernel/distances.js";
import type { OnProgress } from "../../model/progress.js";
import type { MetricDefinition } from "../../model/provenance.js";
import type { RunParts } from "../parts/run-parts.js";
import { type Betweenness, findBetweenness } from "./betweenness.js";

interface PathInput {
  /** Regardless of direction, along ties, and against them. */
  readonly graph: CompactGraph;
  readonly outward: CompactGraph;
  readonly inward: CompactGraph;
  readonly metrics: MetricDefinition;
  readonly seed: number;
  readonly run: RunParts;
  readonly onProgress: OnProgress;
}

interface PathMeasures {
  readonly betweenness: Betweenness;
  readonly distances: Distances;
}

/**
 * What rests on the shortest paths between all pairs of people: the long computations, on threads
 * where there are any. Distances take O(people · ties / 128) steps, regardless of direction.
 */
export async function measurePaths(input: PathInput): Promise<PathMeasures> {
  const { graph, metrics, run, onProgress } = input;
  const prepared = prepareDistances(graph);
  let sums: DistanceSums | undefined;
  await run({
    name: "distances",
    prepared,
    from: 0,
    end: prepared.partCount,
    take: (found) => {
      if (sums === undefined) sums = found;
      else addDistanceSums(sums, found);
    },
    onShare: (share) => onProgress("distances", share),
  });
  const distances = finishDistances(prepared, sums === undefined ? [] : [sums]);
  const betweenness = await findBetweenness({
    ...input,
    outward: metrics === "nodexl" ? graph : input.outward,
    inward: metrics === "nodexl" ? graph : input.inward,
    onShare: (share) => onProgress("betweenness", share),
  });
  return { betweenness, distances };
}
