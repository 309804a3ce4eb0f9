// @ts-nocheck: it runs beside the built files, which have no types.

/** Values that are alike to a relative difference: the worst over all nodes, or an error. */
export function nearlyEqual(tolerance) {
  return (ours, theirs) => {
    let worst = 0;
    for (const [node, one, other] of pairs(ours, theirs)) {
      if (one === other) continue;
      // Two sums that should be 0 and miss it by rounding are alike.
      const larger = Math.max(Math.abs(one), Math.abs(other), 1e-12);
      const apart = Math.abs(one - other) / larger;
      if (!(apart <= tolerance)) throw new Error(`node ${node} has ${one}, in igraph ${other}`);
      worst = Math.max(worst, apart);
    }
    return worst.toExponential(1);
  };
}

/**
 * Values known but for a factor, as eigenvectors are, each divided by its largest: the worst
 * difference, absolute, since what is far from the centre is 0 but for rounding.
 */
export function proportional(tolerance) {
  return (ours, theirs) => {
    const [ourLargest, theirLargest] = [largest(ours), largest(theirs)];
    let worst = 0;
    for (const [node, one, other] of pairs(ours, theirs)) {
      const apart = Math.abs(one / ourLargest - other / theirLargest);
      if (!(apart <= tolerance)) throw new Error(`node ${node} has ${one}, in igraph ${other}`);
      worst = Math.max(worst, apart);
    }
    return worst.toExponential(1);
  };
}

/** Modularity of both partitions; ours may be worse by so much, for chance. */
export function similarPartition(tolerance) {
  return (ours, theirs, { projection }) => {
    const one = modularityOf(projection, ours);
    const other = modularityOf(projection, theirs);
    if (!(one >= other - tolerance)) throw new Error(`modularity ${one}, in igraph ${other}`);
    return `Q ${one.toFixed(4)}, ${other.toFixed(4)}`;
  };
}

function* pairs(ours, theirs) {
  if (ours.length !== theirs.length) {
    throw new Error(`${ours.length} values, in igraph ${theirs.length}`);
  }
  for (let node = 0; node < ours.length; node += 1) yield [node, ours[node], theirs[node]];
}

function largest(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** Newman's Q; a node without ties counts nothing, whatever its community. */
function modularityOf({ nodeCount, tieCount, low, high, weight }, community) {
  if (community.length !== nodeCount) throw new Error("not everybody has a community");
  const strength = new Map();
  let inside = 0;
  let all = 0;
  for (let tie = 0; tie < tieCount; tie += 1) {
    const [one, other] = [community[low[tie]], community[high[tie]]];
    strength.set(one, (strength.get(one) ?? 0) + weight[tie]);
    strength.set(other, (strength.get(other) ?? 0) + weight[tie]);
    if (one === other) inside += weight[tie];
    all += weight[tie];
  }
  let expected = 0;
  for (const sum of strength.values()) expected += (sum / (2 * all)) ** 2;
  return inside / all - expected;
}
