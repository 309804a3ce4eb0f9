/** A label for each node, from 0 to below `count`, none without nodes. */
export interface Labelling {
  readonly labels: Int32Array;
  readonly count: number;
}

/** Numbers labels anew, in the order in which nodes have them; they are below the node count. */
export function withoutGaps(labels: Int32Array): Labelling {
  const renamed = new Int32Array(labels.length).fill(-1);
  const result = new Int32Array(labels.length);
  let count = 0;
  for (let node = 0; node < labels.length; node += 1) {
    const label = labels[node];
    if (renamed[label] === -1) {
      renamed[label] = count;
      count += 1;
    }
    result[node] = renamed[label];
  }
  return { labels: result, count };
}

/** The label of each node's node: where nodes became nodes of another graph, and those have labels. */
export function labelsThrough(nodeOf: Int32Array, labels: Int32Array): Int32Array {
  const result = new Int32Array(nodeOf.length);
  for (let node = 0; node < nodeOf.length; node += 1) result[node] = labels[nodeOf[node]];
  return result;
}

/** The sum of nodes' values for each label. */
export function sumByLabel(values: Float64Array, { labels, count }: Labelling): Float64Array {
  const sums = new Float64Array(count);
  for (let node = 0; node < labels.length; node += 1) sums[labels[node]] += values[node];
  return sums;
}

/** How many nodes have each label. */
export function countByLabel({ labels, count }: Labelling): Int32Array {
  const counts = new Int32Array(count);
  for (let node = 0; node < labels.length; node += 1) counts[labels[node]] += 1;
  return counts;
}
