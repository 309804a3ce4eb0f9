import type { Network } from "../model/network.js";
import type { OnProgress } from "../model/progress.js";
import type { MetricDefinition } from "../model/provenance.js";
import { type Betweenness, findBetweenness } from "./betweenness.js";
import type { DistanceSums } from "./kernel/bit-set-search.js";
import { type CompactGraph, inwardGraph, outwardGraph } from "./kernel/compact-graph.js";
import {
  addDistanceSums,
  type Distances,
  finishDistances,
  prepareDistances,
} from "./kernel/distances.js";
import type { RunParts } from "./parts/run-parts.js";

export interface PathInput {
  readonly network: Network;
  /** Of the network, regardless of direction. */
  readonly graph: CompactGraph;
  readonly metrics: MetricDefinition;
  readonly seed: number;
  readonly run: RunParts;
  readonly onProgress: OnProgress;
}

export interface PathMeasures {
  readonly betweenness: Betweenness;
  readonly distances: Distances;
}

/**
 * What rests on the shortest ways between all pairs of people: the long computations, on threads
 * where there are any. Distances take O(people · ties / 128) steps, regardless of direction.
 */
export async function measurePaths(input: PathInput): Promise<PathMeasures> {
  const { network, graph, metrics, run, onProgress } = input;
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
    outward: metrics === "nodexl" ? graph : outwardGraph(network),
    inward: metrics === "nodexl" ? graph : inwardGraph(network),
    onShare: (share) => onProgress("betweenness", share),
  });
  return { betweenness, distances };
}
