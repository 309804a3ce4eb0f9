import type { WeightedGraph } from "./compact-graph.js";
import type { HubComponent } from "./hub-components.js";
import { largestEigenpair } from "./largest-eigenpair.js";
import type { Leading } from "./leading-components.js";
import { sumOf } from "./vector-sums.js";

/** A component of so much of the network is solved where it stands: to copy it would take longer. */
const largeShare = 0.1;

/**
 * Of a component with hubs and authorities apart: ties lead from the hubs to the authorities and
 * back in one product. `strength` is that of each node's ties as a hub, which is a product ahead of
 * everybody alike.
 */
export function solveHubs(
  outward: WeightedGraph,
  inward: WeightedGraph,
  component: HubComponent,
  strength: Float64Array,
): Leading {
  const { hubs, authorities } = component;
  const there = rowsOf(inward, authorities, hubs);
  const back = rowsOf(outward, hubs, authorities);
  const across = new Float64Array(there.graph.nodeCount);
  const { value, vector } = largestEigenpair(
    (from, to) => {
      multiply(there.graph, from, across);
      multiply(back.graph, across, to);
    },
    startOf(back, hubs, strength),
  );
  multiply(there.graph, vector, across);
  return {
    ...component,
    square: value,
    hub: upright(vector, back.rowOf, 1),
    authority: upright(across, there.rowOf, Math.sqrt(value)),
  };
}

/** Of a component of an undirected graph in which everybody is both, and as much of either. */
export function solveWithin(
  graph: WeightedGraph,
  members: Int32Array,
  strength: Float64Array,
): Leading {
  const rows = rowsOf(graph, members, members);
  const { value, vector } = largestEigenpair(
    (from, to) => multiply(rows.graph, from, to),
    startOf(rows, members, strength),
  );
  const values = upright(vector, rows.rowOf, 1);
  const square = value * value;
  return { hubs: members, authorities: members, square, hub: values, authority: values };
}

/** The ties of some nodes, and in which row each of them stands. */
interface Rows {
  readonly graph: WeightedGraph;
  readonly rowOf: Int32Array;
}

/** The graph itself, or a copy of the rows of these nodes, all of whose ties lead to the others. */
function rowsOf(graph: WeightedGraph, nodes: Int32Array, others: Int32Array): Rows {
  if (Math.max(nodes.length, others.length) >= graph.nodeCount * largeShare) {
    return { graph, rowOf: nodes };
  }
  const place = new Map(Array.from(others, (node, at) => [node, at]));
  const offsets = new Int32Array(nodes.length + 1);
  for (const [at, node] of nodes.entries()) {
    offsets[at + 1] = offsets[at] + graph.offsets[node + 1] - graph.offsets[node];
  }
  const neighbour = new Int32Array(offsets[nodes.length]);
  const weight = new Float64Array(offsets[nodes.length]);
  for (const [at, node] of nodes.entries()) {
    for (let tie = graph.offsets[node]; tie < graph.offsets[node + 1]; tie += 1) {
      const to = offsets[at] + tie - graph.offsets[node];
      neighbour[to] = place.get(graph.columns[tie]) ?? 0;
      weight[to] = graph.weight[tie];
    }
  }
  return {
    graph: { nodeCount: nodes.length, offsets, columns: neighbour, weight },
    rowOf: nodes.map((_, at) => at),
  };
}

function startOf({ graph, rowOf }: Rows, nodes: Int32Array, strength: Float64Array): Float64Array {
  const start = new Float64Array(graph.nodeCount);
  for (let at = 0; at < nodes.length; at += 1) start[rowOf[at]] = strength[nodes[at]];
  return start;
}

/** A sum over the ties of each row. */
function multiply(
  { nodeCount, offsets, columns: neighbour, weight }: WeightedGraph,
  from: Float64Array,
  to: Float64Array,
): void {
  let tie = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1];
    let sum = 0;
    for (; tie < end; tie += 1) sum += weight[tie] * from[neighbour[tie]];
    to[node] = sum;
  }
}

/** What stands in these rows, divided, the right way up; what is below 0 then is rounding. */
function upright(vector: Float64Array, rowOf: Int32Array, divisor: number): Float64Array {
  const factor = (sumOf(vector) < 0 ? -1 : 1) / divisor;
  const values = new Float64Array(rowOf.length);
  for (let at = 0; at < rowOf.length; at += 1) {
    values[at] = Math.max(0, vector[rowOf[at]] * factor);
  }
  return values;
}
