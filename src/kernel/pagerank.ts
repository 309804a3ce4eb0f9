import type { Csr } from "../model/csr.js";
import type { WeightedGraph } from "./compact-graph.js";
import { orderStrongComponents } from "./strong-components.js";

const damping = 0.85;

/**
 * A component is done when a round changes no value by more than this share of it. Values only grow
 * from round to round, by rounding too, so that they come to rest whatever this is.
 */
const largestChange = 1e-12;

/**
 * PageRank of each node by who has ties to it, as often as their strength says: damping 0.85; who
 * has no ties passes on to everybody alike. `loops` are the strengths of ties to oneself, none
 * unless told otherwise. Sums to 1 over all nodes, isolates included; no nodes give no values.
 * Within 1e-11 of each value, small ones too. O(people + ties), times the rounds that somebody's
 * strong component takes: one where ties lead nowhere back, at most some 200.
 *
 * What those without ties pass on goes to everybody alike, as what is dampened does: it stretches
 * all values and changes nothing else, so it is left out until they are made to sum to 1. A
 * component rests on those before it alone, so that one after another is solved (Gauss–Seidel).
 *
 * Page, Brin, Motwani and Winograd (1999), The PageRank citation ranking; Gleich, Gray, Greif and
 * Lau (2010), An inner-outer iteration for computing PageRank; Tarjan (1972).
 */
export function solvePagerank(
  inward: WeightedGraph,
  loops: Float64Array = new Float64Array(inward.nodeCount),
): Float64Array {
  const { nodeCount } = inward;
  const { count, offsets: starts, columns: order } = orderStrongComponents(inward);
  const system = buildSystem(inward, loops, order);
  const ranks = new Float64Array(nodeCount).fill(1);
  for (let component = 0; component < count; component += 1) {
    const start = starts[component];
    const end = starts[component + 1];
    const isAlone = end - start === 1;
    while (sweep(system, ranks, start, end) > 0 && !isAlone);
  }
  let total = 0;
  for (const rank of ranks) total += rank;
  const values = new Float64Array(nodeCount);
  for (let at = 0; at < nodeCount; at += 1) values[order[at]] = ranks[at] / total;
  return values;
}

/** Rank of the i-th node = stretch[i] · (1 + Σ share · rank), nodes numbered by their place in `order`. */
interface RankSystem extends Csr {
  readonly share: Float64Array;
  /** Above 1 for whoever passes some of it to oneself. */
  readonly stretch: Float64Array;
}

function buildSystem(
  { nodeCount, offsets, columns: neighbour, weight }: WeightedGraph,
  loops: Float64Array,
  order: Int32Array,
): RankSystem {
  const strength = loops.slice();
  for (let tie = 0; tie < neighbour.length; tie += 1) strength[neighbour[tie]] += weight[tie];
  const place = new Int32Array(nodeCount);
  for (let at = 0; at < nodeCount; at += 1) place[order[at]] = at;
  const ordered = new Int32Array(nodeCount + 1);
  const from = new Int32Array(neighbour.length);
  const share = new Float64Array(neighbour.length);
  const stretch = new Float64Array(nodeCount).fill(1);
  let count = 0;
  for (let at = 0; at < nodeCount; at += 1) {
    const node = order[at];
    if (loops[node] > 0) stretch[at] = 1 / (1 - (damping * loops[node]) / strength[node]);
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      from[count] = place[neighbour[tie]];
      share[count] = (damping * weight[tie]) / strength[neighbour[tie]];
      count += 1;
    }
    ordered[at + 1] = count;
  }
  return { offsets: ordered, columns: from, share, stretch };
}

/** One round over a component, each value from the newest of the others; how many still changed. */
function sweep(
  { offsets, columns: from, share, stretch }: RankSystem,
  ranks: Float64Array,
  start: number,
  end: number,
): number {
  let changed = 0;
  let tie = offsets[start];
  for (let at = start; at < end; at += 1) {
    const tiesEnd = offsets[at + 1];
    let sum = 1;
    for (; tie < tiesEnd; tie += 1) sum += share[tie] * ranks[from[tie]];
    sum *= stretch[at];
    if (Math.abs(sum - ranks[at]) > largestChange * sum) changed += 1;
    ranks[at] = sum;
  }
  return changed;
}
