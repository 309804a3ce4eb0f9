import { weakComponents } from "../../kernel/components.js";
import type { Positions } from "../../model/layout.js";
import type { MassGraph } from "./coarsen.js";

/** How far out what stands apart comes to rest, in radii of a disc as wide as the middle. */
const distanceApart = 1.25;

export interface GravityOptions {
  /** Of a mass of 1 at a distance of 1. */
  readonly gravity: number;
  readonly repulsion: number;
}

/** Sets each node's pull towards the origin, per mass and distance. */
type SetGravity = (positions: Positions, pull: Float64Array) => void;

/**
 * The same gravity for all, unless one component holds most of the mass: its own ties keep that
 * middle so small that what is not tied to it would rest far out, and the map would be mostly empty.
 * So the rest is drawn in to just outside the middle. O(people + ties) once, O(people) a call.
 */
export function gravityOf(graph: MassGraph, { gravity, repulsion }: GravityOptions): SetGravity {
  const { mass } = graph;
  const middle = middleOf(graph);
  let total = 0;
  for (const one of mass) total += one;
  return ({ x, y }, pull) => {
    pull.fill(gravity);
    if (middle === undefined) return;
    let middleMass = 0;
    let spread = 0;
    for (let node = 0; node < mass.length; node += 1) {
      if (middle[node] === 0) continue;
      middleMass += mass[node];
      spread += mass[node] * (x[node] * x[node] + y[node] * y[node]);
    }
    // An even disc's squared radius is twice the mean squared distance from its middle.
    const squaredReach = (distanceApart * distanceApart * 2 * spread) / middleMass;
    const pullApart = (repulsion * total) / squaredReach;
    if (!(pullApart > gravity) || pullApart === Number.POSITIVE_INFINITY) return;
    for (let node = 0; node < mass.length; node += 1) {
      if (middle[node] === 0) pull[node] = pullApart;
    }
  };
}

/** 1 for the nodes of the component with more than half of the mass, if there is one. */
function middleOf(graph: MassGraph): Uint8Array | undefined {
  const components = weakComponents(graph);
  const massOf = new Float64Array(components.count);
  let total = 0;
  for (const [node, component] of components.of.entries()) {
    massOf[component] += graph.mass[node];
    total += graph.mass[node];
  }
  const heaviest = massOf.findIndex((mass) => mass > total / 2);
  if (heaviest < 0) return undefined;
  return Uint8Array.from(components.of, (component) => (component === heaviest ? 1 : 0));
}
