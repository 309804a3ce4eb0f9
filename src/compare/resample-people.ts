import type { Network } from "../model/network.js";
import type { SeededRandom } from "../model/seeded-random.js";
import { networkOfTies } from "./network-of-ties.js";

interface ResampledPeople {
  readonly network: Network;
  /** By node: which of the people it is a copy of. */
  readonly origin: Int32Array;
}

/**
 * As many people as a network has, drawn with replacement, with the ties among them; copies of two people are tied as
 * these are, and two copies of one as two people drawn by chance are. O(people + ties) where nobody is drawn often.
 *
 * Snijders and Borgatti (1999), Non-parametric standard errors and tests for network statistics,
 * Connections 22(2), 161-170.
 */
export function resamplePeople(network: Network, random: SeededRandom): ResampledPeople {
  const { nodeCount, tieCount, source, target, weight } = network;
  const copies = new Int32Array(nodeCount);
  for (let draw = 0; draw < nodeCount; draw += 1) copies[Math.floor(random() * nodeCount)] += 1;
  const start = new Int32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node += 1) start[node + 1] = start[node] + copies[node];
  const origin = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) origin.fill(node, start[node], start[node + 1]);
  const ties: { source: number; target: number; weight: number }[] = [];
  for (let tie = 0; tie < tieCount; tie += 1) {
    const [from, to] = [source[tie], target[tie]];
    if (from === to) continue;
    for (let a = start[from]; a < start[from + 1]; a += 1) {
      for (let b = start[to]; b < start[to + 1]; b += 1) {
        ties.push({ source: a, target: b, weight: weight[tie] });
      }
    }
  }
  const tieOf = drawDyads(network, random);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let a = start[node]; a < start[node + 1]; a += 1) {
      for (let b = a + 1; b < start[node + 1]; b += 1) {
        const { forward, backward } = tieOf();
        if (forward > 0) ties.push({ source: a, target: b, weight: forward });
        if (backward > 0) ties.push({ source: b, target: a, weight: backward });
      }
    }
  }
  return { network: networkOfTies(nodeCount, ties), origin };
}

/** Draws what two different people are to each other: the weights both ways, mostly 0. */
function drawDyads(
  { nodeCount, source, target, weight }: Network,
  random: SeededRandom,
): () => { readonly forward: number; readonly backward: number } {
  const weightOf = new Map<number, number>();
  for (const [tie, from] of source.entries()) {
    weightOf.set(from * nodeCount + target[tie], weight[tie]);
  }
  return () => {
    const a = Math.floor(random() * nodeCount);
    const b = (a + 1 + Math.floor(random() * (nodeCount - 1))) % nodeCount;
    return {
      forward: weightOf.get(a * nodeCount + b) ?? 0,
      backward: weightOf.get(b * nodeCount + a) ?? 0,
    };
  };
}
