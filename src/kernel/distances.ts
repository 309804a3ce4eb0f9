import { type DistanceSums, sourcesPerSearch, startBitSetSearch } from "./bit-set-search.js";
import type { CompactGraph } from "./compact-graph.js";
import { type RenumberedGraph, renumberFromHubs } from "./renumber-from-hubs.js";

/** How far everybody is from everybody whom they can reach. */
export interface Distances {
  /** Sum of the distances to all of them; 0 for an isolate. */
  readonly farness: Float64Array;
  /** Sum of the reciprocals of these distances, not normalised; 0 for an isolate. */
  readonly harmonic: Float64Array;
  /** The largest of them; 0 for an isolate. */
  readonly eccentricity: Int32Array;
  /** How many others can be reached. */
  readonly reached: Int32Array;
  /** The largest distance in the network; 0 without ties. */
  readonly diameter: number;
  /** Over ordered pairs of which one can reach the other; nobody pairs with themselves. */
  readonly sumOfDistances: number;
  /** How many such pairs there are. */
  readonly reachablePairs: number;
}

/** A graph made ready, and the searches in it. Plain: it can be sent to other threads. */
export interface PreparedDistances extends RenumberedGraph {
  /** The first source of each search, and the end of the last. */
  readonly searchStart: Int32Array;
  /** In which component each search is. */
  readonly searchComponent: Int32Array;
  /** The first search of each part, and the end of the last. */
  readonly partStart: Int32Array;
  readonly partCount: number;
}

/** More parts than threads, so that none waits long for another; fewer cost less memory. */
const mostParts = 32;
/** Below so many nodes and ties to look at, a part is not worth the sending. */
const leastWorkOfPart = 500_000;

/**
 * All distances in an undirected graph: unweighted, exact, within components. O(people · ties / 128)
 * time in networks where most are few steps apart; O(people + ties) memory.
 *
 * Then and others (2014), The more the merrier: efficient multi-source graph traversal; harmonic
 * closeness after Marchiori and Latora (2000), Harmony in the small-world.
 */
export function measureDistances(
  graph: CompactGraph,
  onShare: (share: number) => void = () => {},
): Distances {
  const prepared = prepareDistances(graph);
  const { partCount } = prepared;
  const total = sweepDistances(prepared, 0, (share) => onShare(share / partCount));
  for (let part = 1; part < partCount; part += 1) {
    const onPart = (share: number): void => onShare((part + share) / partCount);
    addDistanceSums(total, sweepDistances(prepared, part, onPart));
  }
  return finishDistances(prepared, [total]);
}

/**
 * Makes the graph ready and cuts the work into parts of about the same size, one at least and 32 at
 * most; they depend on the graph alone. O(people + ties).
 */
export function prepareDistances(graph: CompactGraph): PreparedDistances {
  const renumbered = renumberFromHubs(graph);
  const { offsets, componentStart } = renumbered;
  const searchStart: number[] = [];
  const searchComponent: number[] = [];
  /** The work of all searches before each one. */
  const workBefore: number[] = [];
  let work = 0;
  let searched = 0;
  for (let component = 0; component + 1 < componentStart.length; component += 1) {
    const [start, end] = [componentStart[component], componentStart[component + 1]];
    // Whoever has nobody but those who hang on them needs no search, and they come last.
    if (end - start < 2) break;
    for (let from = start; from < end; from += sourcesPerSearch) {
      searchStart.push(from);
      searchComponent.push(component);
      workBefore.push(work);
      work += end - start + offsets[end] - offsets[start];
    }
    searched = end;
  }
  const partCount = Math.min(Math.max(Math.floor(work / leastWorkOfPart), 1), mostParts);
  const partStart = new Int32Array(partCount + 1).fill(searchStart.length);
  for (let search = searchStart.length - 1; search >= 0; search -= 1) {
    const part = Math.floor((workBefore[search] / work) * partCount);
    partStart.fill(search, 0, part + 1);
  }
  return {
    ...renumbered,
    searchStart: Int32Array.from([...searchStart, searched]),
    searchComponent: Int32Array.from(searchComponent),
    partStart,
    partCount,
  };
}

/** What the searches of one part find; `onShare` is told after each the share of them that is done. */
export function sweepDistances(
  prepared: PreparedDistances,
  part: number,
  onShare: (share: number) => void = () => {},
): DistanceSums {
  const { componentStart, searchStart, searchComponent, partStart } = prepared;
  const { sums, addFrom } = startBitSetSearch(prepared);
  const [first, end] = [partStart[part], partStart[part + 1]];
  for (let search = first; search < end; search += 1) {
    const component = searchComponent[search];
    addFrom(
      searchStart[search],
      searchStart[search + 1],
      componentStart[component],
      componentStart[component + 1],
    );
    onShare((search + 1 - first) / (end - first));
  }
  return sums;
}

/**
 * Adds what a part has found to what those before it have: as `finishDistances` does with all of
 * them at once, for whoever would not keep them all. In the order of parts, sums are the same bit by
 * bit, whatever thread found them.
 */
export function addDistanceSums(total: DistanceSums, added: DistanceSums): void {
  for (let node = 0; node < total.farness.length; node += 1) {
    total.farness[node] += added.farness[node];
    total.harmonic[node] += added.harmonic[node];
    total.pendantHarmonic[node] += added.pendantHarmonic[node];
    if (total.eccentricity[node] < added.eccentricity[node]) {
      total.eccentricity[node] = added.eccentricity[node];
    }
  }
}

/** The distances of everybody, of what all parts have found, in their order. O(people · parts). */
export function finishDistances(
  prepared: PreparedDistances,
  parts: readonly DistanceSums[],
): Distances {
  const { place, isPendant, pendantsAt } = prepared;
  const total = {
    farness: new Float64Array(prepared.nodeCount),
    harmonic: new Float64Array(prepared.nodeCount),
    pendantHarmonic: new Float64Array(prepared.nodeCount),
    eccentricity: new Int32Array(prepared.nodeCount),
  };
  for (const part of parts) addDistanceSums(total, part);

  const reached = reachedFrom(prepared);
  const farness = new Float64Array(place.length);
  const harmonic = new Float64Array(place.length);
  const eccentricity = new Int32Array(place.length);
  let diameter = 0;
  let sumOfDistances = 0;
  let reachablePairs = 0;
  for (const [node, at] of place.entries()) {
    const hanging = pendantsAt[at];
    const others = reached[node];
    farness[node] = total.farness[at] + hanging;
    eccentricity[node] = Math.max(total.eccentricity[at], Math.min(hanging, 1));
    if (isPendant[node] === 0) {
      harmonic[node] = total.harmonic[at] + hanging;
    } else {
      // One step further to all but itself, of whom the other is one, and the rest hang there too.
      farness[node] += others - 1;
      harmonic[node] = total.pendantHarmonic[at] + 1 + (hanging - 1) / 2;
      if (others > 1) eccentricity[node] += 1;
    }
    diameter = Math.max(diameter, eccentricity[node]);
    sumOfDistances += farness[node];
    reachablePairs += others;
  }
  return {
    farness,
    harmonic,
    eccentricity,
    reached,
    diameter,
    sumOfDistances,
    reachablePairs,
  };
}

function reachedFrom({ place, componentStart, componentSize }: RenumberedGraph): Int32Array {
  const others = new Int32Array(componentStart[componentSize.length]);
  for (const [component, size] of componentSize.entries()) {
    others.fill(size - 1, componentStart[component], componentStart[component + 1]);
  }
  return place.map((at) => others[at]);
}
