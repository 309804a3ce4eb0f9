import type { WeightedGraph } from "./compact-graph.js";
import { countByLabel, type Labelling, sumByLabel } from "./labelling.js";

/**
 * A graph whose nodes may each stand for several people. Node v's neighbours are
 * `neighbour[offsets[v] .. offsets[v + 1])`, each once, in any order, without v itself: what ties
 * people within a node is in its strength alone, since no move of whole nodes changes it.
 */
export interface AggregateGraph {
  readonly nodeCount: number;
  readonly offsets: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float64Array;
  /** The weights of all ties of a node's people, of those among them twice. */
  readonly strength: Float64Array;
  /** Of all nodes: twice the weight of all ties. */
  readonly totalStrength: number;
}

/** A graph of people as one in which each stands for one. O(ties). */
export function asAggregate(graph: WeightedGraph): AggregateGraph {
  const { nodeCount, offsets, neighbour, weight } = graph;
  const strength = new Float64Array(nodeCount);
  let totalStrength = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    let sum = 0;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) sum += weight[tie];
    strength[node] = sum;
    totalStrength += sum;
  }
  return { nodeCount, offsets, neighbour, weight, strength, totalStrength };
}

/** Makes one node of all that share a label, numbered as the label is. O(people + ties). */
export function aggregateGraph(graph: AggregateGraph, parts: Labelling): AggregateGraph {
  const rows = {
    offsets: new Int32Array(parts.count + 1),
    neighbour: new Int32Array(graph.neighbour.length),
    weight: new Float64Array(graph.neighbour.length),
  };
  fillRows(rows, graph, parts);
  const tieCount = rows.offsets[parts.count];
  return {
    nodeCount: parts.count,
    offsets: rows.offsets,
    neighbour: rows.neighbour.subarray(0, tieCount),
    weight: rows.weight.subarray(0, tieCount),
    strength: sumByLabel(graph.strength, parts),
    totalStrength: graph.totalStrength,
  };
}

type Rows = Pick<AggregateGraph, "offsets" | "neighbour" | "weight">;

function fillRows(rows: Rows, graph: AggregateGraph, parts: Labelling): void {
  const { offsets, neighbour, weight } = graph;
  const { labels, count } = parts;
  const members = nodesByLabel(parts);
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
          rows.neighbour[place] = to;
          tieCount += 1;
        }
        rows.weight[place] += weight[tie];
      }
    }
    rows.offsets[label + 1] = tieCount;
  }
}

/** All nodes, by label and then ascending. */
function nodesByLabel(parts: Labelling): Int32Array {
  const { labels, count } = parts;
  const counts = countByLabel(parts);
  const next = new Int32Array(count);
  for (let label = 1; label < count; label += 1) next[label] = next[label - 1] + counts[label - 1];
  const nodes = new Int32Array(labels.length);
  for (let node = 0; node < labels.length; node += 1) {
    nodes[next[labels[node]]] = node;
    next[labels[node]] += 1;
  }
  return nodes;
}
