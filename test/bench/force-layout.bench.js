// Our force layout beside graphology-layout-forceatlas2 on one invented network, in one process:
//   npm run build && npm run bench:force [-- people [ties]]
// First both layouts' quality, each left to run its own way; then the time of a step, alternately,
// from the same start, by the same number of steps, in CPU seconds and by the wall clock.

import { DirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { layoutQuality } from "./layout-quality.js";
import { median } from "./median.js";
import { syntheticNetwork } from "./synthetic-network.js";

/** @typedef {import("../../src/model/layout.js").Positions} Positions */

// By its address, for the type check runs before the build.
/** @type {{ layoutForce: typeof import("../../src/map/layout/force.js").layoutForce }} */
const { layoutForce } = await import(
  new URL("../../dist/map/layout/force.js", import.meta.url).href
);

const nodeCount = Number(process.argv[2] ?? 20_000);
const tieCount = Number(process.argv[3] ?? 3 * nodeCount);
const rounds = 5;
const stepsTimed = 10;
const peerSteps = 100;
/** Its best of what we tried: its own inference adds a slowDown that leaves it far from settled. */
const peerSettings = {
  barnesHutOptimize: true,
  barnesHutTheta: 0.5,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 1,
};

const network = syntheticNetwork({ nodeCount, tieCount });
// The peer would take weights into its masses too; without them both minimise the same energy.
const graph = { ...network, weight: new Float64Array(network.tieCount).fill(1) };
const start = randomStart();
const peerGraph = new DirectedGraph();
for (let node = 0; node < nodeCount; node += 1) {
  peerGraph.addNode(node, { x: start.x[node], y: start.y[node] });
}
for (let tie = 0; tie < graph.tieCount; tie += 1) {
  peerGraph.addEdge(graph.source[tie], graph.target[tie]);
}
console.log(`${nodeCount} people, ${graph.tieCount} ties; Node ${process.version}`);

const whole = timed(() => layoutForce(graph, { seed: 1 }));
const peerWhole = timed(() => peerLayout(peerSteps));
const ours = layoutQuality(graph, whole.result);
const theirs = layoutQuality(graph, peerWhole.result);
report("ours, whole", whole, ours);
report(`graphology, ${peerSteps} steps`, peerWhole, theirs);
const unsettled = layoutQuality(graph, start);
const descent = (unsettled.energy - ours.energy) / (unsettled.energy - theirs.energy);
console.log(`energy won from the random start, ours / theirs: ${descent.toFixed(4)}`);
if (!(descent > 0.999 && ours.tieToPairDistance < 1.05 * theirs.tieToPairDistance)) {
  console.error("The layouts are not of comparable quality, so their speed says nothing.");
  process.exit(1);
}

/** @type {{ wallMs: number, cpuMs: number }[]} */
const ourTimes = [];
/** @type {{ wallMs: number, cpuMs: number }[]} */
const theirTimes = [];
for (let round = 0; round < rounds; round += 1) {
  ourTimes.push(timed(() => layoutForce(graph, { seed: 1, start, iterations: stepsTimed })));
  theirTimes.push(timed(() => peerLayout(stepsTimed)));
}
for (const clock of /** @type {const} */ (["wallMs", "cpuMs"])) {
  const one = median(ourTimes.map((time) => time[clock])) / stepsTimed;
  const other = median(theirTimes.map((time) => time[clock])) / stepsTimed;
  console.log(
    `${clock} a step, median of ${rounds}: ours ${one.toFixed(1)}, graphology ${other.toFixed(1)}, ratio ${(other / one).toFixed(2)}`,
  );
}

/** @param {number} iterations @returns {Positions} */
function peerLayout(iterations) {
  const placed = forceAtlas2(peerGraph, {
    iterations,
    getEdgeWeight: null,
    settings: peerSettings,
  });
  return {
    x: Float64Array.from({ length: nodeCount }, (_, node) => placed[node].x),
    y: Float64Array.from({ length: nodeCount }, (_, node) => placed[node].y),
  };
}

/** Even over the square around the disc that repulsion and gravity leave. */
function randomStart() {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const masses = nodeCount + 2 * graph.tieCount;
  const side = 2 * Math.sqrt((peerSettings.scalingRatio * masses) / peerSettings.gravity);
  return {
    x: Float64Array.from({ length: nodeCount }, () => side * (random() - 0.5)),
    y: Float64Array.from({ length: nodeCount }, () => side * (random() - 0.5)),
  };
}

/** @template T @param {() => T} run */
function timed(run) {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const result = run();
  const wallMs = performance.now() - wall;
  const used = process.cpuUsage(cpu);
  return { result, wallMs, cpuMs: (used.user + used.system) / 1000 };
}

/**
 * @param {string} name
 * @param {{ wallMs: number }} time
 * @param {ReturnType<typeof layoutQuality>} quality
 */
function report(name, { wallMs }, { energy, tieToPairDistance }) {
  console.log(
    `${name}: ${(wallMs / 1000).toFixed(2)} s, energy ${energy.toExponential(5)}, mean tie / mean pair distance ${tieToPairDistance.toFixed(4)}`,
  );
}
