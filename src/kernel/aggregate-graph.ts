import { type Csr, groupBy } from "../model/csr.js";
import type { WeightedGraph } from "./compact-graph.js";
import { type Labelling, sumByLabel } from "./labelling.js";

/**
 * A graph whose nodes may each stand for several people. A node's columns are its neighbours, each
 * once, in any order, without itself: what ties people within a node is in its strength alone,
 * since no move of whole nodes changes it.
 */
export interface AggregateGraph extends Csr {
  readonly nodeCount: number;
  readonly weight: Float64Array;
  /** The weights of all ties of a node's people, of those among them twice. */
  readonly strength: Float64Array;
  /** Of all nodes: twice the weight of all ties. */
  readonly totalStrength: number;
}

/** A graph of people as one in which each stands for one. O(ties). */
export function asAggregate(graph: WeightedGraph): AggregateGraph {
  const { nodeCount, offsets, columns: neighbour, weight } = graph;
  const strength = new Float64Array(nodeCount);
  let totalStrength = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    let sum = 0;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) sum += weight[tie];
    strength[node] = sum;
    totalStrength += sum;
  }
  return { nodeCount, offsets, columns: neighbour, weight, strength, totalStrength };
}

/** Makes one node of all that share a label, numbered as the label is. O(people + ties). */
export function aggregateGraph(graph: AggregateGraph, parts: Labelling): AggregateGraph {
  const rows = {
    offsets: new Int32Array(parts.count + 1),
    columns: new Int32Array(graph.columns.length),
    weight: new Float64Array(graph.columns.length),
  };
  fillRows(rows, graph, parts);
  const tieCount = rows.offsets[parts.count];
  return {
    nodeCount: parts.count,
    offsets: rows.offsets,
    columns: rows.columns.subarray(0, tieCount),
    weight: rows.weight.subarray(0, tieCount),
    strength: sumByLabel(graph.strength, parts),
    totalStrength: graph.totalStrength,
  };
}

type Rows = Pick<AggregateGraph, "offsets" | "columns" | "weight">;

function fillRows(rows: Rows, graph: AggregateGraph, parts: Labelling): void {
  const { offsets, columns: neighbour, weight } = graph;
  const { labels, count } = parts;
  const members = groupBy(labels, count).columns;
  /** Where the tie to each label stands, if it stands in the present row. */
  const placeOf = new Int32Array(count).fill(-1);
  let tieCount = 0;
  let member = 0;
  for (let label = 0; label < count; label += 1) {
    const rowStart = tieCount;
    for (; member < members.length && labels[members[member]] === label; member += 1) {
      const end = offsets[members[member] + 1];
      for (let tie = offsets[members[member]]; tie < end; tie += 1) {
        const to = labels[neighbour[tie]];
        if (to === label) continue;
        let place = placeOf[to];
        if (place < rowStart) {
          place = tieCount;
          placeOf[to] = place;
          rows.columns[place] = to;
          tieCount += 1;
        }
        rows.weight[place] += weight[tie];
      }
    }
    rows.offsets[label + 1] = tieCount;
  }
}
