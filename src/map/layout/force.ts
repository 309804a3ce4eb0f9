import type { LayoutGraph, Positions } from "../../model/layout.js";
import { type SeededRandom, seededRandom } from "../../model/seeded-random.js";
import { coarsen, type MassGraph, mergeTies } from "./coarsen.js";
import { relax } from "./relax.js";

/** Layout units: two people who only know each other come to stand some six apart. */
const repulsion = 10;
const gravity = 0.05;

/** Layouts of fewer people than this settle from any start. */
const coarseEnough = 50;

/** Coarsening ends where a step leaves more than this share of the nodes. */
const leastShrinkage = 0.9;

/** A step that moves nodes by less than this share of the layout's radius shows no change. */
const stillness = 1e-4;

interface ForceOptions {
  readonly seed: number;
  /** Steps at full detail; chosen by size, and ended early, unless given. */
  readonly iterations?: number;
  /** Where to begin, for instance from an earlier layout. */
  readonly start?: Positions;
}

/**
 * A force layout around the origin; y grows downwards. Every tie counts alike in both directions,
 * repeated ties add up, loops count nothing; weights are above 0. People without ties, and groups
 * apart, gather around the largest group. The same graph and options give the same bytes.
 * O(people + ties) a step.
 *
 * ForceAtlas2's forces, from coarse to fine. See `relax` and `coarsen` for the papers.
 */
export function layoutForce(graph: LayoutGraph, options: ForceOptions): Positions {
  const random = seededRandom(options.seed);
  const whole = withMass(graph);
  const positions = options.start ? scattered(options.start, random) : coarseStart(whole, random);
  relax(whole, positions, {
    repulsion,
    gravity,
    iterations: options.iterations ?? stepsFor(whole.nodeCount),
    stillness: options.iterations === undefined ? stillness : 0,
  });
  return positions;
}

/** Masses of ForceAtlas2, degree + 1, and weights on a scale where each doubling adds one. */
function withMass(graph: LayoutGraph): MassGraph {
  const { nodeCount, tieCount, source, target } = graph;
  const mass = new Float64Array(nodeCount).fill(1);
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (source[tie] === target[tie]) continue;
    mass[source[tie]] += 1;
    mass[target[tie]] += 1;
  }
  const weight = graph.weight.map((interactions) => Math.log2(1 + interactions));
  return { ...mergeTies({ nodeCount, tieCount, source, target, weight }), mass };
}

/** Lays out ever finer graphs, each from where the clusters of its coarser one came to stand. */
function coarseStart(whole: MassGraph, random: SeededRandom): Positions {
  const levels: { graph: MassGraph; clusterOf: Int32Array }[] = [];
  let coarsest = whole;
  while (coarsest.nodeCount > coarseEnough) {
    const { graph, clusterOf } = coarsen(coarsest);
    if (graph.nodeCount > leastShrinkage * coarsest.nodeCount) break;
    levels.push({ graph: coarsest, clusterOf });
    coarsest = graph;
  }

  let positions = randomDisc(coarsest, random);
  for (const { graph, clusterOf } of levels.reverse()) {
    const iterations = stepsFor(coarsest.nodeCount);
    relax(coarsest, positions, { repulsion, gravity, iterations, stillness });
    positions = unfold(positions, clusterOf, graph, random);
    coarsest = graph;
  }
  return positions;
}

/** Even over the disc that gravity and repulsion would leave of masses without ties. */
function randomDisc({ nodeCount, mass }: MassGraph, random: SeededRandom): Positions {
  let total = 0;
  for (const one of mass) total += one;
  const radius = Math.sqrt((repulsion * total) / gravity);
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    do {
      x[node] = radius * (2 * random() - 1);
      y[node] = radius * (2 * random() - 1);
    } while (x[node] * x[node] + y[node] * y[node] > radius * radius);
  }
  return { x, y };
}

/** Puts each node near the spot of its cluster. */
function unfold(
  coarse: Positions,
  clusterOf: Int32Array,
  { nodeCount }: MassGraph,
  random: SeededRandom,
): Positions {
  const nearness = Math.sqrt(repulsion);
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    x[node] = coarse.x[clusterOf[node]] + nearness * (random() - 0.5);
    y[node] = coarse.y[clusterOf[node]] + nearness * (random() - 0.5);
  }
  return { x, y };
}

/** A copy moved by next to nothing, so that no two nodes begin, and stay, on one spot. */
function scattered({ x, y }: Positions, random: SeededRandom): Positions {
  const nudge = () => 1e-3 * (random() - 0.5);
  return { x: x.map((at) => at + nudge()), y: y.map((at) => at + nudge()) };
}

/** More help small layouts, which cost next to nothing; large ones come from coarser ones. */
function stepsFor(nodeCount: number): number {
  return Math.round(Math.max(100, Math.min(400, 200_000 / nodeCount)));
}
