import { degreeOf } from "./compact-graph.js";
import type { PreparedBetweenness } from "./prepare-betweenness.js";

/** Searches side by side, one a bit of a number: what they meet at the same time they meet once. */
const lanes = 32;
const laneBits = 5;

/**
 * What the searches of one part find in the reduced graph: how much each node lies on their paths between
 * others, by how many people it is reached, and then, for each search of the part, how many people
 * it reaches. `onShare` is told how much is done, up to 1. O(people · ties) time over all parts;
 * 256 bytes a person and some ten bytes a tie and round of memory.
 *
 * Brandes (2001), A faster algorithm for betweenness centrality, for many sources at once (Then et al.
 * 2014, The more the merrier: efficient multi-source graph traversal). A node that several searches
 * reach in the same round is looked at once for all of them. The ties that lie on shortest paths are
 * written down on the way out, so that the way back need not look for them, and what a node
 * passes back is kept divided by its number of paths, which leaves one division a node and search.
 */
export function sweepBetweenness(
  prepared: PreparedBetweenness,
  part: number,
  onShare: (share: number) => void = () => {},
): Float64Array {
  const { reduced, partStart } = prepared;
  const start = partStart[part];
  const end = partStart[part + 1];
  const result = new Float64Array(2 * reduced.nodeCount + end - start);
  const reached = result.subarray(2 * reduced.nodeCount);
  const search = startSearches(prepared, result);
  for (let from = start; from < end; from += lanes) {
    const count = Math.min(lanes, end - from);
    reached.set(search(from, count), from - start);
    onShare((from + count - start) / (end - start));
  }
  return result;
}

function startSearches(prepared: PreparedBetweenness, result: Float64Array) {
  const { reduced, sources, sinks, searchFrom } = prepared;
  const { nodeCount, offsets, columns: neighbour } = reduced;
  const sums = result.subarray(0, nodeCount);
  const arrivals = result.subarray(nodeCount, 2 * nodeCount);
  const searches = new Float64Array(lanes);
  const reached = new Float64Array(lanes);
  const passedTo = new Float64Array(lanes);
  /** Each node's number of paths from the source of each lane, and on the way back what it passes. */
  const paths = new Float64Array(nodeCount * lanes);
  /** The lanes that have found a node in the rounds before, and in this one. */
  const seen = new Int32Array(nodeCount);
  const found = new Int32Array(nodeCount);
  /** Who was found, round after round, and by which lanes; the same node again by others. */
  let visited = new Int32Array(nodeCount + 1);
  let visitors = new Int32Array(nodeCount + 1);
  /** Ties on shortest paths, and in which lanes: those of the i-th visit end before `arcsEnd[i]`. */
  let arcsEnd = new Int32Array(nodeCount + 1);
  let arc = new Int32Array(neighbour.length);
  let arcLanes = new Int32Array(neighbour.length);

  /** One visit at a time, so that the function is compiled while the first ones are done. */
  const lookAround = (visit: number, firstArc: number, firstFound: number): number => {
    const node = visited[visit];
    const here = visitors[visit];
    const ofNode = node << laneBits;
    const end = offsets[node + 1];
    let arcs = firstArc;
    let foundCount = firstFound;
    for (let tie = offsets[node]; tie < end; tie += 1) {
      const to = neighbour[tie];
      const onWay = here & ~seen[to];
      if (onWay === 0) continue;
      const known = found[to];
      if (known === 0) {
        visited[foundCount] = to;
        foundCount += 1;
      }
      found[to] = known | onWay;
      arc[arcs] = to;
      arcLanes[arcs] = onWay;
      arcs += 1;
      const ofTo = to << laneBits;
      let left = onWay;
      do {
        const lane = 31 - Math.clz32(left);
        left ^= 1 << lane;
        paths[ofTo + lane] += paths[ofNode + lane];
      } while (left !== 0);
    }
    arcsEnd[visit] = arcs;
    return foundCount;
  };

  const passBack = (visit: number): void => {
    const node = visited[visit];
    const ofNode = node << laneBits;
    const end = arcsEnd[visit];
    for (let at = arcsEnd[visit - 1]; at < end; at += 1) {
      const ofTo = arc[at] << laneBits;
      let left = arcLanes[at];
      do {
        const lane = 31 - Math.clz32(left);
        left ^= 1 << lane;
        passedTo[lane] += paths[ofTo + lane];
      } while (left !== 0);
    }
    const people = sinks[node];
    let between = 0;
    let arrived = 0;
    let left = visitors[visit];
    do {
      const lane = 31 - Math.clz32(left);
      left ^= 1 << lane;
      const passed = passedTo[lane];
      passedTo[lane] = 0;
      const count = paths[ofNode + lane];
      paths[ofNode + lane] = people / count + passed;
      between += searches[lane] * count * passed;
      arrived += searches[lane];
      reached[lane] += people;
    } while (left !== 0);
    sums[node] += between;
    arrivals[node] += arrived;
  };

  const makeRoom = (arcs: number, visits: number, more: number): void => {
    if (arcs + more > arc.length) {
      arc = enlarged(arc, more);
      arcLanes = enlarged(arcLanes, more);
    }
    if (visits + more > visited.length) {
      visited = enlarged(visited, more);
      visitors = enlarged(visitors, more);
      arcsEnd = enlarged(arcsEnd, more);
    }
  };

  /** Forgets who was found: runs of neighbours at once, since most are. */
  const forget = (): void => {
    let runStart = 0;
    for (let node = 0; node <= nodeCount; node += 1) {
      if (node < nodeCount && seen[node] !== 0) continue;
      paths.fill(0, runStart << laneBits, node << laneBits);
      runStart = node + 1;
    }
    seen.fill(0);
  };

  return (from: number, count: number): Float64Array => {
    for (let lane = 0; lane < count; lane += 1) {
      const source = searchFrom[from + lane];
      searches[lane] = sources[source];
      reached[lane] = 0;
      visited[lane] = source;
      visitors[lane] = 1 << lane;
      seen[source] = 1 << lane;
      paths[(source << laneBits) + lane] = 1;
    }
    let visits = count;
    let arcs = 0;
    for (let at = 0; at < visits; ) {
      const roundEnd = visits;
      for (; at < roundEnd; at += 1) {
        makeRoom(arcs, visits, degreeOf(reduced, visited[at]));
        visits = lookAround(at, arcs, visits);
        arcs = arcsEnd[at];
      }
      for (let next = roundEnd; next < visits; next += 1) {
        const node = visited[next];
        visitors[next] = found[node];
        seen[node] |= found[node];
        found[node] = 0;
      }
    }
    // The first visits are the sources' own: they lie at the ends of their paths.
    for (let at = visits - 1; at >= count; at -= 1) passBack(at);
    forget();
    return reached.subarray(0, count);
  };
}

function enlarged(column: Int32Array<ArrayBuffer>, more: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length + more);
  larger.set(column);
  return larger;
}
