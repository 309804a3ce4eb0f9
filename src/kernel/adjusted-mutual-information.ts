import { groupBy, rowColumns } from "../model/csr.js";
/**
 * How much two partitions of the same people agree, corrected for chance: 1 where they are the same,
 * about 0 where they have no more to do with each other than communities of their sizes must, less
 * where they have less. Labels are numbers from 0; whoever has none (-1) in either is left out.
 * Two partitions of nobody, or of all into one, or of all into single people, are the same: 1.
 *
 * (I − E) / ((H₁ + H₂) / 2 − E), with the mutual information I, the entropies H, and the I that is
 * expected, E, when people change places at random: Vinh, Epps and Bailey (2010), Information
 * theoretic measures for clusterings comparison; the mean of the entropies is scikit-learn's choice.
 *
 * All three are sums of n · ln n over sizes, of communities or of what two have in common, and of
 * terms that cancel. Communities of the same size are expected the same: O(people) and, for each two
 * sizes that occur, some standard deviations of what they have in common.
 */
export function adjustedMutualInformation(first: Int32Array, second: Int32Array): number {
  const { people, firstSizes, secondSizes, sharedSizes } = crossTabulate(first, second);
  const chance = expectedSum(people, countSizes(firstSizes), countSizes(secondSizes));
  const shared = sumOfLogs(countSizes(sharedSizes));
  // The order of sums is that of sizes: the same partition gives the same sum to the last digit.
  const mean = (sumOfLogs(countSizes(firstSizes)) + sumOfLogs(countSizes(secondSizes))) / 2;
  return mean === chance ? 1 : (shared - chance) / (mean - chance);
}

/** Sizes of communities, and of what a community of each has in common, where it is anything. */
function crossTabulate(first: Int32Array, second: Int32Array) {
  const isIn = (node: number): boolean => first[node] >= 0 && second[node] >= 0;
  const labelCount = (labels: Int32Array): number =>
    labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const firstSizes = new Int32Array(labelCount(first));
  const secondSizes = new Int32Array(labelCount(second));
  let people = 0;
  for (let node = 0; node < first.length; node += 1) {
    if (!isIn(node)) continue;
    firstSizes[first[node]] += 1;
    secondSizes[second[node]] += 1;
    people += 1;
  }
  const nodes = groupBy(
    first.map((label, node) => (isIn(node) ? label : -1)),
    firstSizes.length,
  );
  const sharedSizes: number[] = [];
  const count = new Int32Array(secondSizes.length);
  for (let label = 0; label < firstSizes.length; label += 1) {
    const members = rowColumns(nodes, label).map((node) => second[node]);
    for (const other of members) count[other] += 1;
    for (const other of members) {
      if (count[other] > 0) sharedSizes.push(count[other]);
      count[other] = 0;
    }
  }
  return { people, firstSizes, secondSizes, sharedSizes };
}

interface SizeCount {
  readonly size: number;
  readonly count: number;
}

/** How often each size occurs, ascending; 0 is none. */
function countSizes(sizes: Iterable<number>): SizeCount[] {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  counts.delete(0);
  return [...counts].map(([size, count]) => ({ size, count })).sort((a, b) => a.size - b.size);
}

function sumOfLogs(sizes: readonly SizeCount[]): number {
  return sizes.reduce((sum, { size, count }) => sum + count * size * Math.log(size), 0);
}

/** What `sumOfLogs` of the sizes in common is expected to be. */
function expectedSum(
  people: number,
  firstSizes: readonly SizeCount[],
  secondSizes: readonly SizeCount[],
): number {
  const largest = Math.max(0, ...[firstSizes, secondSizes].map((sizes) => sizes.at(-1)?.size ?? 0));
  const sizeLog = Float64Array.from({ length: largest + 1 }, (_, size) =>
    size === 0 ? 0 : size * Math.log(size),
  );
  let sum = 0;
  for (const first of firstSizes) {
    for (const second of secondSizes) {
      const expected = expectedSizeLog(people, first.size, second.size, sizeLog);
      sum += first.count * second.count * expected;
    }
  }
  return sum;
}

/** Below this share of what has been added up, what follows adds nothing. */
const negligible = 1e-18;

/**
 * What n · ln n is expected to be of the n that a community of `one` and a community of `other` have
 * in common. Probabilities (hypergeometric) follow from their neighbours, begin with 1 at the likeliest
 * n, and are divided by their sum in the end, which needs no factorials and loses no digits to them.
 */
function expectedSizeLog(
  people: number,
  one: number,
  other: number,
  sizeLog: Float64Array,
): number {
  const least = Math.max(0, one + other - people);
  const most = Math.min(one, other);
  const likeliest = Math.floor(((one + 1) * (other + 1)) / (people + 2));
  const rest = people - one - other;
  let all = 1;
  let sum = sizeLog[likeliest];
  let share = 1;
  for (let n = likeliest; n < most; n += 1) {
    share *= ((one - n) * (other - n)) / ((n + 1) * (rest + n + 1));
    all += share;
    sum += share * sizeLog[n + 1];
    if (n > 0 && share * sizeLog[n + 1] < negligible * sum) break;
  }
  share = 1;
  for (let n = likeliest; n > least; n -= 1) {
    share *= (n * (rest + n)) / ((one - n + 1) * (other - n + 1));
    all += share;
    sum += share * sizeLog[n - 1];
    if (share < negligible * all) break;
  }
  return sum / all;
}
