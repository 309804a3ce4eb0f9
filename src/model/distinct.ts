import type { DistinctCount } from "./inspection.js";

const exactUpTo = 100_000;
const bits = 14;
const registers = 1 << bits;

/** Counts different names in memory that does not grow with them. */
interface DistinctCounter {
  /** Whether it has not been met before, as far as that is known: true of all that are estimated. */
  add(name: string): boolean;
  count(): DistinctCount;
}

/**
 * Exact up to 100,000 names, then an estimate whose standard error is 0.8 %.
 *
 * Flajolet, Fusy, Gandouet and Meunier (2007), HyperLogLog: the analysis of a near-optimal
 * cardinality estimation algorithm.
 */
export function startDistinct(): DistinctCounter {
  const names = new Set<string>();
  let longest: Uint8Array | undefined;

  const note = (kept: Uint8Array, name: string): void => {
    const [place, rest] = hashes(name);
    const register = place >>> (32 - bits);
    const zeros = Math.clz32(rest) + 1;
    if (zeros > kept[register]) kept[register] = zeros;
  };

  return {
    add(name) {
      if (longest !== undefined) {
        note(longest, name);
        return true;
      }
      const known = names.size;
      names.add(name);
      const isNew = names.size > known;
      if (names.size > exactUpTo) {
        longest = new Uint8Array(registers);
        for (const each of names) note(longest, each);
        names.clear();
      }
      return isNew;
    },
    count() {
      if (longest === undefined) return { count: names.size, isEstimate: false };
      let sum = 0;
      for (const zeros of longest) sum += 2 ** -zeros;
      const bias = 0.7213 / (1 + 1.079 / registers);
      return { count: Math.round((bias * registers ** 2) / sum), isEstimate: true };
    },
  };
}

/** Two hashes of 32 bits that have nothing to do with each other (MurmurHash3's steps and end). */
function hashes(name: string): readonly [number, number] {
  let one = 0x9747b28c;
  let other = 0x5bd1e995;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    one = Math.imul(one ^ code, 0xcc9e2d51);
    one = (one << 13) | (one >>> 19);
    other = Math.imul(other ^ code, 0x1b873593);
    other = (other << 15) | (other >>> 17);
  }
  return [mixed(one ^ name.length), mixed(other ^ Math.imul(name.length, 0x9e3779b1))];
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
