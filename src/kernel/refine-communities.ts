import type { SeededRandom } from "../model/seeded-random.js";
import type { AggregateGraph } from "./aggregate-graph.js";
import { type Labelling, sumByLabel, withoutGaps } from "./labelling.js";
import { ascendingNodes, shuffledNodes } from "./node-order.js";

/** Nodes between two returns of the loop over them: it is compiled early. */
const batchSize = 1024;

/**
 * Splits communities into connected parts. Within each community every node begins alone; in an order
 * by chance, whoever is alone still and well connected to the rest of the community joins the part that
 * raises modularity most, among those that are well connected themselves: that have as many ties to the
 * rest as they would by chance, or more. Nobody joins a part without a tie to it, which is why parts
 * are connected. O(people + ties).
 *
 * Traag, Waltman and van Eck (2019), From Louvain to Leiden: guaranteeing well-connected communities,
 * algorithm A.2, RefinePartition, at the limit of θ → 0: the best part instead of one by chance.
 */
export function refineCommunities(
  graph: AggregateGraph,
  communities: Labelling,
  random: SeededRandom,
): Labelling {
  const { nodeCount } = graph;
  const refinement: Refinement = {
    graph,
    community: communities.labels,
    communityStrength: sumByLabel(graph.strength, communities),
    parts: ascendingNodes(nodeCount),
    hasCompany: new Uint8Array(nodeCount),
    strength: graph.strength.slice(),
    outward: weightWithin(graph, communities.labels),
    weightTo: new Float64Array(nodeCount),
    touched: new Int32Array(nodeCount),
  };
  const order = shuffledNodes(nodeCount, random);
  for (let from = 0; from < nodeCount; from += batchSize) {
    joinSome(refinement, order, from, Math.min(nodeCount, from + batchSize));
  }
  return withoutGaps(refinement.parts);
}

/** Parts as they stand: each is named for the node that it began with. */
interface Refinement {
  readonly graph: AggregateGraph;
  readonly community: Int32Array;
  readonly communityStrength: Float64Array;
  readonly parts: Int32Array;
  /** 1 for who has joined a part or been joined. */
  readonly hasCompany: Uint8Array;
  readonly strength: Float64Array;
  /** Weight of ties from a part to the rest of its community. */
  readonly outward: Float64Array;
  /** Weight of ties from the node that is visited to each part; 0 between visits. */
  readonly weightTo: Float64Array;
  readonly touched: Int32Array;
}

/** The weight of each node's ties to others of its community. */
function weightWithin(graph: AggregateGraph, community: Int32Array): Float64Array {
  const { nodeCount, offsets, columns: neighbour, weight } = graph;
  const within = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const own = community[node];
    const end = offsets[node + 1];
    let sum = 0;
    for (let tie = offsets[node]; tie < end; tie += 1) {
      if (community[neighbour[tie]] === own) sum += weight[tie];
    }
    within[node] = sum;
  }
  return within;
}

/** Lets the nodes of `order[from .. to)` join parts. */
function joinSome(refinement: Refinement, order: Int32Array, from: number, to: number): void {
  const { graph, community, communityStrength, parts, hasCompany } = refinement;
  const { strength, outward, weightTo, touched } = refinement;
  const { offsets, columns: neighbour, weight, totalStrength } = graph;
  for (let at = from; at < to; at += 1) {
    const node = order[at];
    if (hasCompany[node] === 1) continue;
    const own = community[node];
    const ownStrength = communityStrength[own];
    const share = strength[node] / totalStrength;
    if (outward[node] < share * (ownStrength - strength[node])) continue;

    let touchedCount = 0;
    const end = offsets[node + 1];
    for (let tie = offsets[node]; tie < end; tie += 1) {
      if (community[neighbour[tie]] !== own) continue;
      const part = parts[neighbour[tie]];
      const known = weightTo[part];
      if (known === 0) {
        touched[touchedCount] = part;
        touchedCount += 1;
      }
      weightTo[part] = known + weight[tie];
    }

    let best = node;
    let most = 0;
    let weightToBest = 0;
    for (let index = 0; index < touchedCount; index += 1) {
      const part = touched[index];
      const gain = weightTo[part] - share * strength[part];
      const byChance = (strength[part] / totalStrength) * (ownStrength - strength[part]);
      if (gain > most && outward[part] >= byChance) {
        best = part;
        most = gain;
        weightToBest = weightTo[part];
      }
      weightTo[part] = 0;
    }
    if (best === node) continue;

    parts[node] = best;
    hasCompany[node] = 1;
    hasCompany[best] = 1;
    strength[best] += strength[node];
    outward[best] += outward[node] - 2 * weightToBest;
  }
}
