import type { SeededRandom } from "../model/seeded-random.js";
import type { AggregateGraph } from "./aggregate-graph.js";
import { countByLabel, sumByLabel } from "./labelling.js";
import { shuffledNodes } from "./node-order.js";

/** Visits between two returns of the loop over them: it is compiled early. */
const batchSize = 1024;

/** What a move gains, a unit of the node's strength, if it is more than an error of rounding. */
const leastGain = 1e-9;

/** A few visits a node are usual; what errors of rounding keep moving for longer stays where it is. */
const mostVisitsPerNode = 1000;

/**
 * Moves nodes, in an order by chance, each to the community that raises modularity most, or to one of
 * its own, until no move raises it: whoever is tied to a node that moved is visited again, and nobody
 * else. Labels are below the node count, and are changed in place. Returns by how much modularity rose.
 * O(ties) a round, of which a few are usual.
 *
 * Blondel, Guillaume, Lambiotte and Lefebvre (2008), Fast unfolding of communities in large networks;
 * the queue is that of Traag, Waltman and van Eck (2019), From Louvain to Leiden: guaranteeing
 * well-connected communities, algorithm A.2, MoveNodesFast.
 */
export function moveLocally(
  graph: AggregateGraph,
  labels: Int32Array,
  random: SeededRandom,
): number {
  const visits = startVisits(graph, labels, shuffledNodes(graph.nodeCount, random));
  let gained = 0;
  const mostBatches = Math.ceil((mostVisitsPerNode * graph.nodeCount) / batchSize);
  for (let batch = 0; batch < mostBatches && visits.queuedCount > 0; batch += 1) {
    gained += visitSome(visits);
  }
  return graph.totalStrength === 0 ? 0 : (2 * gained) / graph.totalStrength;
}

/** Communities as they stand, and who is to be visited. */
interface Visits {
  readonly graph: AggregateGraph;
  readonly labels: Int32Array;
  /** Nodes in each community, and the sum of their strengths. */
  readonly sizes: Int32Array;
  readonly strengths: Float64Array;
  /** Labels that nobody has, the last one first. */
  readonly free: Int32Array;
  freeCount: number;
  /** A ring that begins at `head`: every node stands in it once at most. */
  readonly queue: Int32Array;
  readonly isQueued: Uint8Array;
  head: number;
  queuedCount: number;
  /** Weight of ties from the node that is visited to each community; 0 between visits. */
  readonly weightTo: Float64Array;
  readonly touched: Int32Array;
}

function startVisits(graph: AggregateGraph, labels: Int32Array, queue: Int32Array): Visits {
  const { nodeCount } = graph;
  const sizes = countByLabel({ labels, count: nodeCount });
  const free = new Int32Array(nodeCount);
  let freeCount = 0;
  for (let label = 0; label < nodeCount; label += 1) {
    if (sizes[label] > 0) continue;
    free[freeCount] = label;
    freeCount += 1;
  }
  return {
    graph,
    labels,
    sizes,
    strengths: sumByLabel(graph.strength, { labels, count: nodeCount }),
    free,
    freeCount,
    queue,
    isQueued: new Uint8Array(nodeCount).fill(1),
    head: 0,
    queuedCount: nodeCount,
    weightTo: new Float64Array(nodeCount),
    touched: new Int32Array(nodeCount),
  };
}

/** Makes a batch of visits; returns by how much the weight of ties within communities rose above chance. */
function visitSome(visits: Visits): number {
  const { nodeCount, offsets, columns: neighbour, weight, strength, totalStrength } = visits.graph;
  const { labels, sizes, strengths, free, queue, isQueued, weightTo, touched } = visits;
  let { freeCount, head, queuedCount } = visits;
  let gained = 0;
  for (let visit = 0; visit < batchSize && queuedCount > 0; visit += 1) {
    const node = queue[head];
    head = head + 1 === nodeCount ? 0 : head + 1;
    queuedCount -= 1;
    isQueued[node] = 0;
    const start = offsets[node];
    const end = offsets[node + 1];

    let touchedCount = 0;
    for (let tie = start; tie < end; tie += 1) {
      const label = labels[neighbour[tie]];
      const known = weightTo[label];
      if (known === 0) {
        touched[touchedCount] = label;
        touchedCount += 1;
      }
      weightTo[label] = known + weight[tie];
    }

    const own = labels[node];
    const strengthHere = strength[node];
    const share = strengthHere / totalStrength;
    const stay = weightTo[own] - share * (strengths[own] - strengthHere);
    weightTo[own] = 0;
    let best = own;
    let most = stay + leastGain * strengthHere;
    for (let at = 0; at < touchedCount; at += 1) {
      const label = touched[at];
      const gain = weightTo[label] - share * strengths[label];
      weightTo[label] = 0;
      if (gain > most && label !== own) {
        most = gain;
        best = label;
      }
    }
    // Alone, a node has ties within its community neither in fact nor by chance.
    if (most < 0 && sizes[own] > 1) {
      most = 0;
      best = free[freeCount - 1];
    }
    if (best === own) continue;

    gained += most - stay;
    labels[node] = best;
    strengths[own] -= strengthHere;
    strengths[best] += strengthHere;
    sizes[own] -= 1;
    sizes[best] += 1;
    if (sizes[best] === 1) freeCount -= 1;
    if (sizes[own] === 0) {
      free[freeCount] = own;
      freeCount += 1;
    }
    for (let tie = start; tie < end; tie += 1) {
      const other = neighbour[tie];
      if (isQueued[other] === 1 || labels[other] === best) continue;
      isQueued[other] = 1;
      const tail = head + queuedCount;
      queue[tail < nodeCount ? tail : tail - nodeCount] = other;
      queuedCount += 1;
    }
  }
  visits.freeCount = freeCount;
  visits.head = head;
  visits.queuedCount = queuedCount;
  return gained;
}
