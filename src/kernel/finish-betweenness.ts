import type { PreparedBetweenness } from "./prepare-betweenness.js";

/**
 * Each node's betweenness, not normalised, of what the parts have found, which are added in their
 * order. Whoever is folded, or has something folded into it, lies between its branches and between
 * each of them and all that it reaches or is reached by. O(parts · people).
 */
export function finishBetweenness(
  prepared: PreparedBetweenness,
  parts: readonly Float64Array[],
): Float64Array {
  const { branches, inReduced } = prepared;
  const { anchor, order, runsIn, runsOut, sources, sinks } = branches;
  const { between, arrivals, departures } = addParts(prepared, parts);
  const counts = branches.within.slice();
  /** How many people outside a node's own branches it has a path to, and have one to it. */
  const goesTo = new Float64Array(anchor.length);
  const comesFrom = new Float64Array(anchor.length);
  const addBranches = (node: number): void => {
    counts[node] += (sources[node] - 1) * goesTo[node] + comesFrom[node] * (sinks[node] - 1);
  };
  for (const [node, at] of inReduced.entries()) {
    if (at === -1) continue;
    goesTo[node] = departures[at];
    comesFrom[node] = arrivals[at];
    counts[node] += between[at];
    addBranches(node);
  }
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at];
    const trunk = anchor[node];
    // The anchor's own branches hold this one where there is a path into it.
    const back = runsIn[node] * runsOut[node];
    goesTo[node] = runsIn[node] * (goesTo[trunk] + sinks[trunk] - back * sinks[node]);
    comesFrom[node] = runsOut[node] * (comesFrom[trunk] + sources[trunk] - back * sources[node]);
    addBranches(node);
  }
  return counts;
}

function addParts(prepared: PreparedBetweenness, parts: readonly Float64Array[]) {
  const { reduced, searchFrom, partStart } = prepared;
  const { nodeCount } = reduced;
  const added = new Float64Array(2 * nodeCount);
  const departures = new Float64Array(nodeCount);
  for (const [part, found] of parts.entries()) {
    for (let at = 0; at < added.length; at += 1) added[at] += found[at];
    const start = partStart[part];
    for (let search = start; search < partStart[part + 1]; search += 1) {
      departures[searchFrom[search]] = found[added.length + search - start];
    }
  }
  return {
    between: added.subarray(0, nodeCount),
    arrivals: added.subarray(nodeCount),
    departures,
  };
}
