import { type CompactGraph, degreeOf } from "../../kernel/compact-graph.js";

export interface Clustering {
  /** Of each person's pairs of neighbours, the share who are tied; 0 with fewer than two. */
  readonly local: Float64Array;
  /** The mean of these over everybody; `undefined` without people. */
  readonly averageLocal: number | undefined;
  /** Of all pairs of ties that meet in a person, the share that a third tie closes; `undefined`
   * without any such pair. */
  readonly transitivity: number | undefined;
}

/**
 * How often two people who are tied to a third are tied to each other. With k_v the neighbours of v and
 * t_v the triangles that v is in,
 *
 *     local(v) = t_v / (k_v (k_v − 1) / 2)          transitivity = Σ_v t_v / Σ_v k_v (k_v − 1) / 2
 *
 * Direction, weights and loops ignored; in [0, 1]. networkx's `clustering`, 0 for people of fewer than
 * two neighbours, and `transitivity`. Every triangle is met once, at its end of fewest neighbours.
 * O(ties^1.5).
 *
 * A triangle with a fourth person tied to one of the three: 1, 1, 1/3 and 0; transitivity 3/5.
 *
 * Watts and Strogatz (1998), Collective dynamics of small-world networks, doi:10.1038/30918; Newman
 * (2003), The structure and function of complex networks, doi:10.1137/S003614450342480; Chiba and
 * Nishizeki (1985), Arboricity and subgraph listing algorithms, doi:10.1137/0214017.
 */
export function measureClustering(graph: CompactGraph): Clustering {
  const triangles = countTriangles(graph);
  const nodeCount = triangles.length;
  const local = new Float64Array(nodeCount);
  let sumOfShares = 0;
  let closed = 0;
  let pairs = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const degree = degreeOf(graph, node);
    if (degree < 2) continue;
    const pairsHere = (degree * (degree - 1)) / 2;
    local[node] = triangles[node] / pairsHere;
    sumOfShares += local[node];
    closed += triangles[node];
    pairs += pairsHere;
  }
  return {
    local,
    averageLocal: nodeCount === 0 ? undefined : sumOfShares / nodeCount,
    transitivity: pairs === 0 ? undefined : closed / pairs,
  };
}

/** In how many triangles each node stands. */
function countTriangles(graph: CompactGraph): Float64Array {
  const { offsets, columns: neighbour } = graph;
  const nodeCount = offsets.length - 1;
  const triangles = new Float64Array(nodeCount);
  const isAfter = (a: number, b: number): boolean => {
    const difference = degreeOf(graph, a) - degreeOf(graph, b);
    return difference > 0 || (difference === 0 && a > b);
  };
  // Ties from the end of fewer neighbours to the other: nobody has more than √(2 · ties) of them.
  const start = new Int32Array(nodeCount + 1);
  const after = new Int32Array(neighbour.length / 2);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    for (let at = offsets[node]; at < offsets[node + 1]; at += 1) {
      if (!isAfter(neighbour[at], node)) continue;
      after[count] = neighbour[at];
      count += 1;
    }
    start[node + 1] = count;
  }
  const markedFor = new Int32Array(nodeCount).fill(-1);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let at = start[node]; at < start[node + 1]; at += 1) markedFor[after[at]] = node;
    for (let at = start[node]; at < start[node + 1]; at += 1) {
      const second = after[at];
      for (let next = start[second]; next < start[second + 1]; next += 1) {
        const third = after[next];
        if (markedFor[third] !== node) continue;
        triangles[node] += 1;
        triangles[second] += 1;
        triangles[third] += 1;
      }
    }
  }
  return triangles;
}
