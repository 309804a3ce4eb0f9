import type { CompactGraph } from "../../src/kernel/compact-graph.js";

/** Into how many pieces ties split those of one label, for each label: 1 where they hold together. */
export function piecesByLabel(graph: CompactGraph, labels: Int32Array): Map<number, number> {
  const leader = [...labels.keys()];
  const find = (node: number): number => {
    let at = node;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  };
  for (let node = 0; node < graph.nodeCount; node += 1) {
    for (let tie = graph.offsets[node]; tie < graph.offsets[node + 1]; tie += 1) {
      const other = graph.columns[tie];
      if (labels[other] === labels[node]) leader[find(other)] = find(node);
    }
  }
  const pieces = new Map<number, number>();
  for (const [node, label] of labels.entries()) {
    if (find(node) === node) pieces.set(label, (pieces.get(label) ?? 0) + 1);
  }
  return pieces;
}
