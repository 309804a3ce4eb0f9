const repulsion = 10;
const gravity = 0.05;
const pairsSampled = 2_000_000;

/**
 * ForceAtlas2's energy with strong gravity (linear attraction by weight, repulsion by degree + 1)
 * and how long ties are beside any pair of people. Over a fixed sample of pairs: the same pairs for
 * every layout of a graph.
 *
 * @param {import("../../src/model/layout.js").LayoutGraph} graph
 * @param {import("../../src/model/layout.js").Positions} positions
 */
export function layoutQuality(graph, { x, y }) {
  const { nodeCount, tieCount, source, target, weight } = graph;
  const mass = new Float64Array(nodeCount).fill(1);
  let attraction = 0;
  let tieLength = 0;
  for (let tie = 0; tie < tieCount; tie += 1) {
    mass[source[tie]] += 1;
    mass[target[tie]] += 1;
    const length = Math.hypot(x[source[tie]] - x[target[tie]], y[source[tie]] - y[target[tie]]);
    attraction += (weight[tie] * length * length) / 2;
    tieLength += length;
  }
  let drawn = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    drawn += (gravity * mass[node] * (x[node] * x[node] + y[node] * y[node])) / 2;
  }
  let state = 1;
  const anybody = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * nodeCount);
  };
  let repelled = 0;
  let pairLength = 0;
  let pairs = 0;
  while (pairs < pairsSampled) {
    const one = anybody();
    const other = anybody();
    if (one === other) continue;
    const length = Math.hypot(x[one] - x[other], y[one] - y[other]);
    repelled -= mass[one] * mass[other] * Math.log(length);
    pairLength += length;
    pairs += 1;
  }
  const allPairs = (nodeCount * (nodeCount - 1)) / 2;
  return {
    energy: attraction + drawn + (repulsion * repelled * allPairs) / pairs,
    tieToPairDistance: tieLength / tieCount / (pairLength / pairs),
  };
}
