import type { CompactGraph } from "./compact-graph.js";
import { type FoldedGraph, foldPendants } from "./pendants.js";

/**
 * How many of the shortest ways between ordered pairs go through each node, not normalised: a pair
 * with several shortest ways gives each its share. `onSource` is told after each node how many are
 * done. O(people · ties) time, O(people + ties) memory; sums run in the order of nodes.
 *
 * Brandes (2001), A faster algorithm for betweenness centrality. The ties that lie on shortest ways
 * are written down on the way out, so that the way back need not look for them; what a node passes
 * back is kept divided by its number of ways, which leaves one division a node; and pendants are
 * folded into whom they hang on (Baglioni, Geraci, Pellegrini and Lastres 2012, Fast exact
 * computation of betweenness centrality in social networks).
 */
export function countBetweenness(
  graph: CompactGraph,
  onSource: (done: number) => void = () => {},
): Float64Array {
  const folded = foldPendants(graph);
  const { core, sourcesAt, sinksAt } = folded;
  const search = startSearch(folded);
  for (let source = 0; source < graph.nodeCount; source += 1) {
    const isAlone =
      core.offsets[source] === core.offsets[source + 1] &&
      sinksAt[source] === 0 &&
      sourcesAt[source] === 0;
    if (!isAlone) search.addFrom(source);
    onSource(source + 1);
  }
  return search.sums;
}

function startSearch({ core, sourcesAt, sinksAt }: FoldedGraph) {
  const { nodeCount, offsets, neighbour } = core;
  const sums = new Float64Array(nodeCount);
  const distance = new Int32Array(nodeCount).fill(-1);
  const ways = new Float64Array(nodeCount);
  const passedBack = new Float64Array(nodeCount);
  const order = new Int32Array(nodeCount);
  /** Ties on shortest ways: those of the i-th node of `order` end before `arcsEnd[i]`. */
  const arc = new Int32Array(neighbour.length);
  const arcsEnd = new Int32Array(nodeCount);

  /** One source at a time, so that the function is compiled while the first ones are done. */
  const addFrom = (source: number): void => {
    let found = 1;
    let arcs = 0;
    order[0] = source;
    distance[source] = 0;
    ways[source] = 1;
    for (let at = 0; at < found; at += 1) {
      const node = order[at];
      const next = distance[node] + 1;
      const waysHere = ways[node];
      const end = offsets[node + 1];
      for (let tie = offsets[node]; tie < end; tie += 1) {
        const to = neighbour[tie];
        const known = distance[to];
        if (known === -1) {
          distance[to] = next;
          ways[to] = waysHere;
          order[found] = to;
          found += 1;
        } else if (known === next) {
          ways[to] += waysHere;
        } else continue;
        arc[arcs] = to;
        arcs += 1;
      }
      arcsEnd[at] = arcs;
    }
    // Whoever hangs on the source finds the same, by way of it.
    const searches = 1 + sourcesAt[source];
    let reached = found - 1 + sinksAt[source];
    for (let at = found - 1; at > 0; at -= 1) {
      const node = order[at];
      // All that hang on a node are reached in as many ways as it is.
      let sum = sinksAt[node] / ways[node];
      for (let tie = arcsEnd[at - 1]; tie < arcsEnd[at]; tie += 1) sum += passedBack[arc[tie]];
      sums[node] += searches * ways[node] * sum;
      passedBack[node] = 1 / ways[node] + sum;
      reached += sinksAt[node];
    }
    sums[source] += sourcesAt[source] * reached;
    for (let at = 0; at < found; at += 1) distance[order[at]] = -1;
  };
  return { sums, addFrom };
}
