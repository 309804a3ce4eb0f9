/**
 * An invented network like those that hashtags make: heavy-tailed, with planted communities, a
 * third of the people with a single tie. Directed, no loops, each ordered pair once, in order of
 * source and target. The same people, ties and seed give the same network.
 *
 * @param {{ nodeCount: number, tieCount?: number, seed?: number }} options three ties a person
 *   unless told otherwise
 */
export function syntheticNetwork({ nodeCount, tieCount = 3 * nodeCount, seed = 1 }) {
  const random = generator(seed);
  const pendantCount = Math.floor(nodeCount / 3);
  const coreCount = nodeCount - pendantCount;
  const community = new Int32Array(nodeCount);
  /** @type {number[][]} */
  const members = [];
  // Community sizes fall as a power of their rank.
  const communityCount = Math.max(2, Math.round(Math.sqrt(nodeCount) / 3));
  for (let group = 0; group < communityCount; group += 1) members.push([]);
  for (let node = 0; node < nodeCount; node += 1) {
    community[node] = Math.floor(communityCount * random() ** 2);
    if (node < coreCount) members[community[node]].push(node);
  }
  const everybody = Array.from({ length: coreCount }, (_, node) => node);

  const seen = new Set();
  /** @param {number} source @param {number} target */
  const tie = (source, target) => {
    if (source !== target) seen.add(source * nodeCount + target);
  };
  /** Earlier members are the better known. @param {number[]} group */
  const wellKnown = (group) => group[Math.floor(group.length * random() ** 3)];

  for (let node = coreCount; node < nodeCount; node += 1) {
    const group = members[community[node]];
    const anchor = wellKnown(group.length > 0 ? group : everybody);
    if (random() < 0.7) tie(node, anchor);
    else tie(anchor, node);
  }
  while (seen.size < tieCount) {
    const source = everybody[Math.floor(coreCount * random() ** 1.5)];
    const inside = random() < 0.85;
    tie(source, wellKnown(inside ? members[community[source]] : everybody));
  }

  const pairs = Float64Array.from(seen).sort();
  return {
    nodeCount,
    tieCount: pairs.length,
    source: Int32Array.from(pairs, (pair) => Math.floor(pair / nodeCount)),
    target: Int32Array.from(pairs, (pair) => pair % nodeCount),
    weight: Float64Array.from(pairs, () => Math.floor(random() ** -0.7)),
    /** The planted one, numbered from 0. */
    community,
  };
}

/** @param {number} seed */
function generator(seed) {
  let state = BigInt(seed);
  const bits = (1n << 48n) - 1n;
  return () => {
    state = (state * 25214903917n + 11n) & bits;
    return Number(state >> 16n) / 2 ** 32;
  };
}
