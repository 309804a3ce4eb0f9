import type { RenumberedGraph } from "./renumber-from-hubs.js";

/** How many sources one search begins with: the bits of four words of 32. */
export const sourcesPerSearch = 128;

/** Above this share of its component's ties, a level asks all nodes instead of pushing to a few. */
const denseShare = 0.2;

/** What searches have found for each node of a renumbered graph. */
export interface DistanceSums {
  /** Sum of the distances from all sources and from all who hang on them. */
  readonly farness: Float64Array;
  /** Sum of the reciprocals of these. */
  readonly harmonic: Float64Array;
  /** The same as somebody who hangs on the node has it, one step further; 0 where nobody does. */
  readonly pendantHarmonic: Float64Array;
  /** The largest of these distances. */
  readonly eccentricity: Int32Array;
}

/**
 * Breadth-first searches from 128 sources at a time, each node with one bit a source. Ties have no
 * direction, so of the sources that reach a node at a level their number is enough for the node's own
 * sums, and nothing is kept for each source. Who hangs on a source is counted with its bit, one level
 * later; that a node itself is no source to itself, and reaches those who hang on it, is left to the
 * caller. Sums run in the order of searches and levels.
 *
 * Then, Kaufmann, Chirigati, Hoang-Vu, Pham, Kemper, Neumann and Vo (2014), The more the merrier:
 * efficient multi-source graph traversal; sparse and dense levels after Beamer, Asanović and
 * Patterson (2012), Direction-optimizing breadth-first search.
 */
export function startBitSetSearch(graph: RenumberedGraph) {
  const { nodeCount, offsets, columns: neighbour, pendantsAt } = graph;
  const farness = new Float64Array(nodeCount);
  const harmonic = new Float64Array(nodeCount);
  const pendantHarmonic = new Float64Array(nodeCount);
  const eccentricity = new Int32Array(nodeCount);
  /** By which sources each node was reached before this level, and by which with it. */
  let seen = new Int32Array(4 * nodeCount);
  let seenNow = new Int32Array(4 * nodeCount);
  /** Nodes that were reached by a further source at the last level. */
  const changed = new Int32Array(nodeCount);
  let changedCount = 0;
  /** Nodes that are not yet reached by all, and perhaps some that are. */
  const open = new Int32Array(nodeCount);
  let openCount = 0;
  /** How many are not: without any, a search need not look for a further level. */
  let unfinished = 0;
  const touched = new Int32Array(nodeCount);
  const isTouched = new Uint8Array(nodeCount);
  /**
   * For each byte of a set and each value of it: how many sources, and above the lowest eight bits how
   * many hang on them, which has room for eight million.
   */
  const sizes = new Int32Array(16 * 256);

  const sizeOf = (word: number, base: number): number =>
    sizes[base + (word & 255)] +
    sizes[base + 256 + ((word >>> 8) & 255)] +
    sizes[base + 512 + ((word >>> 16) & 255)] +
    sizes[base + 768 + (word >>> 24)];

  const fillSizes = (from: number, to: number): void => {
    for (let byte = 0; byte < 16; byte += 1) {
      const base = 256 * byte;
      for (let bit = 0; bit < 8; bit += 1) {
        const source = from + 8 * byte + bit;
        const size = source < to ? (pendantsAt[source] << 8) | 1 : 0;
        for (let rest = 0; rest < 1 << bit; rest += 1) {
          sizes[base + (1 << bit) + rest] = sizes[base + rest] + size;
        }
      }
    }
  };

  /** The sources of four words have come to a node at a level. */
  const add = (
    node: number,
    level: number,
    new0: number,
    new1: number,
    new2: number,
    new3: number,
  ): void => {
    let size = 0;
    if (new0 !== 0) size += sizeOf(new0, 0);
    if (new1 !== 0) size += sizeOf(new1, 1024);
    if (new2 !== 0) size += sizeOf(new2, 2048);
    if (new3 !== 0) size += sizeOf(new3, 3072);
    const sources = size & 255;
    const hanging = size >>> 8;
    farness[node] += sources * level + hanging * (level + 1);
    harmonic[node] += sources / level + hanging / (level + 1);
    if (pendantsAt[node] !== 0) {
      pendantHarmonic[node] += sources / (level + 1) + hanging / (level + 2);
    }
    const furthest = hanging === 0 ? level : level + 1;
    if (eccentricity[node] < furthest) eccentricity[node] = furthest;
  };

  /** Every open node asks its neighbours; whoever is reached by all leaves a level later. */
  const askAll = (level: number): void => {
    const before = seen;
    const after = seenNow;
    let kept = 0;
    let found = 0;
    for (let at = 0; at < openCount; at += 1) {
      const node = open[at];
      const word = 4 * node;
      const before0 = before[word];
      const before1 = before[word + 1];
      const before2 = before[word + 2];
      const before3 = before[word + 3];
      let now0 = before0;
      let now1 = before1;
      let now2 = before2;
      let now3 = before3;
      if ((now0 & now1 & now2 & now3) !== -1) {
        open[kept] = node;
        kept += 1;
        const end = offsets[node + 1];
        for (let tie = offsets[node]; tie < end; tie += 1) {
          const from = 4 * neighbour[tie];
          now0 |= before[from];
          now1 |= before[from + 1];
          now2 |= before[from + 2];
          now3 |= before[from + 3];
          if ((now0 & now1 & now2 & now3) === -1) {
            unfinished -= 1;
            break;
          }
        }
      }
      after[word] = now0;
      after[word + 1] = now1;
      after[word + 2] = now2;
      after[word + 3] = now3;
      const new0 = now0 ^ before0;
      const new1 = now1 ^ before1;
      const new2 = now2 ^ before2;
      const new3 = now3 ^ before3;
      if ((new0 | new1 | new2 | new3) === 0) continue;
      changed[found] = node;
      found += 1;
      add(node, level, new0, new1, new2, new3);
    }
    openCount = kept;
    changedCount = found;
  };

  /** Those who were reached at the last level push what they know to their neighbours. */
  const pushFromChanged = (level: number): void => {
    const before = seen;
    const after = seenNow;
    for (let at = 0; at < changedCount; at += 1) {
      const word = 4 * changed[at];
      for (let each = word; each < word + 4; each += 1) after[each] = before[each];
    }
    let touchedCount = 0;
    for (let at = 0; at < changedCount; at += 1) {
      const node = changed[at];
      const word = 4 * node;
      const before0 = before[word];
      const before1 = before[word + 1];
      const before2 = before[word + 2];
      const before3 = before[word + 3];
      const end = offsets[node + 1];
      for (let tie = offsets[node]; tie < end; tie += 1) {
        const to = neighbour[tie];
        if (isTouched[to] === 0) {
          isTouched[to] = 1;
          touched[touchedCount] = to;
          touchedCount += 1;
        }
        after[4 * to] |= before0;
        after[4 * to + 1] |= before1;
        after[4 * to + 2] |= before2;
        after[4 * to + 3] |= before3;
      }
    }
    let found = 0;
    for (let at = 0; at < touchedCount; at += 1) {
      const node = touched[at];
      const word = 4 * node;
      isTouched[node] = 0;
      const new0 = after[word] ^ before[word];
      const new1 = after[word + 1] ^ before[word + 1];
      const new2 = after[word + 2] ^ before[word + 2];
      const new3 = after[word + 3] ^ before[word + 3];
      if ((new0 | new1 | new2 | new3) === 0) continue;
      changed[found] = node;
      found += 1;
      add(node, level, new0, new1, new2, new3);
      if ((after[word] & after[word + 1] & after[word + 2] & after[word + 3]) === -1) {
        unfinished -= 1;
      }
    }
    changedCount = found;
  };

  /** Sources `from .. to`, at most 128 of the component of the nodes `start .. end`. */
  const addFrom = (from: number, to: number, start: number, end: number): void => {
    fillSizes(from, to);
    // Bits without a source count as reached, so that a node is done when all bits are set.
    for (let word = 0; word < 4; word += 1) {
      const bits = Math.min(Math.max(to - from - 32 * word, 0), 32);
      const spare = bits === 32 ? 0 : -1 << bits;
      for (let each = 4 * start + word; each < 4 * end; each += 4) {
        seen[each] = spare;
        seenNow[each] = spare;
      }
    }
    for (let node = start; node < end; node += 1) open[node - start] = node;
    openCount = end - start;
    unfinished = end - start;
    for (let source = from; source < to; source += 1) {
      seen[4 * source + ((source - from) >> 5)] |= 1 << (source - from);
      changed[source - from] = source;
    }
    changedCount = to - from;
    const fewTies = denseShare * (offsets[end] - offsets[start]);
    for (let level = 1; unfinished > 0 && changedCount > 0; level += 1) {
      let ties = 0;
      for (let at = 0; at < changedCount; at += 1) {
        ties += offsets[changed[at] + 1] - offsets[changed[at]];
      }
      if (ties < fewTies) pushFromChanged(level);
      else askAll(level);
      [seen, seenNow] = [seenNow, seen];
    }
  };
  const sums: DistanceSums = { farness, harmonic, pendantHarmonic, eccentricity };
  return { sums, addFrom };
}
