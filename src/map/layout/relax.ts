import type { Positions } from "../../model/layout.js";
import type { MassGraph } from "./coarsen.js";
import { type GravityOptions, gravityOf } from "./gravity.js";
import { repulsion } from "./repulsion.js";

/** How far a step may be off: ForceAtlas2's tolerance to swinging. */
const tolerance = 1;

/** The speed rises by no more than this share a step. */
const speedUp = 0.5;

interface RelaxOptions extends GravityOptions {
  readonly iterations: number;
  /** Stops when nodes move by less than this share of the layout's radius a step; 0 never does. */
  readonly stillness: number;
}

/**
 * Moves the nodes in place, step by step, towards balance: tied nodes attract each other by weight
 * times distance, all repel by mass over distance, and gravity draws each to the origin by mass
 * times distance, so that what is not tied stays near. A node that swings to and fro slows down,
 * and all speed up while they keep going the same way.
 *
 * Jacomy, Venturini, Heymann and Bastian (2014), ForceAtlas2, a continuous graph layout algorithm
 * for handy network visualization (with its strong gravity).
 */
export function relax(graph: MassGraph, positions: Positions, options: RelaxOptions): void {
  const { nodeCount, mass } = graph;
  const { x, y } = positions;
  const addRepulsion = repulsion(nodeCount);
  const force = { x: new Float64Array(nodeCount), y: new Float64Array(nodeCount) };
  const before = { x: new Float64Array(nodeCount), y: new Float64Array(nodeCount) };
  const setGravity = gravityOf(graph, options);
  const pull = new Float64Array(nodeCount);
  const stiffness = stiffnessOf(graph);
  let speed = 1;
  for (let step = 0; step < options.iterations; step += 1) {
    before.x.set(force.x);
    before.y.set(force.y);
    setGravity(positions, pull);
    for (let node = 0; node < nodeCount; node += 1) {
      force.x[node] = -pull[node] * mass[node] * x[node];
      force.y[node] = -pull[node] * mass[node] * y[node];
    }
    addRepulsion(positions, mass, options.repulsion, force);
    addAttraction(graph, positions, force);
    speed = nextSpeed(speed, mass, force, before);
    const moved = move(positions, { speed, mass, pull, stiffness, force, before });
    if (moved < options.stillness) return;
  }
}

/** How much more a node's ties draw it back for every unit that it moves. */
function stiffnessOf({ nodeCount, tieCount, source, target, weight }: MassGraph): Float64Array {
  const stiffness = new Float64Array(nodeCount);
  for (let tie = 0; tie < tieCount; tie += 1) {
    stiffness[source[tie]] += weight[tie];
    stiffness[target[tie]] += weight[tie];
  }
  return stiffness;
}

function addAttraction(graph: MassGraph, { x, y }: Positions, force: Positions): void {
  const { source, target, weight, tieCount } = graph;
  const forceX = force.x;
  const forceY = force.y;
  for (let tie = 0; tie < tieCount; tie += 1) {
    const one = source[tie];
    const other = target[tie];
    const pullX = weight[tie] * (x[other] - x[one]);
    const pullY = weight[tie] * (y[other] - y[one]);
    forceX[one] += pullX;
    forceY[one] += pullY;
    forceX[other] -= pullX;
    forceY[other] -= pullY;
  }
}

function nextSpeed(speed: number, mass: Float64Array, force: Positions, before: Positions): number {
  let swinging = 0;
  let traction = 0;
  for (let node = 0; node < mass.length; node += 1) {
    const sumX = force.x[node] + before.x[node];
    const sumY = force.y[node] + before.y[node];
    const changeX = force.x[node] - before.x[node];
    const changeY = force.y[node] - before.y[node];
    swinging += mass[node] * Math.sqrt(changeX * changeX + changeY * changeY);
    traction += (mass[node] * Math.sqrt(sumX * sumX + sumY * sumY)) / 2;
  }
  const fastest = speed * (1 + speedUp);
  return swinging * fastest > tolerance * traction ? (tolerance * traction) / swinging : fastest;
}

interface Motion {
  readonly speed: number;
  readonly mass: Float64Array;
  readonly pull: Float64Array;
  readonly stiffness: Float64Array;
  readonly force: Positions;
  readonly before: Positions;
}

/** The mean distance moved, as a share of the root mean square distance from the origin. */
function move(
  { x, y }: Positions,
  { speed, mass, pull, stiffness, force, before }: Motion,
): number {
  let moved = 0;
  let spread = 0;
  for (let node = 0; node < mass.length; node += 1) {
    const changeX = force.x[node] - before.x[node];
    const changeY = force.y[node] - before.y[node];
    const swinging = mass[node] * Math.sqrt(changeX * changeX + changeY * changeY);
    // A longer step would overshoot the point to which ties and gravity draw.
    const longest = 1 / (stiffness[node] + pull[node] * mass[node]);
    const share = Math.min(speed / (1 + Math.sqrt(speed * swinging)), longest);
    const dx = share * force.x[node];
    const dy = share * force.y[node];
    x[node] += dx;
    y[node] += dy;
    moved += Math.sqrt(dx * dx + dy * dy);
    spread += x[node] * x[node] + y[node] * y[node];
  }
  return spread > 0 ? moved / Math.sqrt(spread * mass.length) : 0;
}
