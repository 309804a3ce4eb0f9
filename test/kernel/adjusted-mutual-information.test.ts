import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedMutualInformation } from "../../src/kernel/adjusted-mutual-information.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { cases } from "../support/cases.js";

function agreement(first: readonly number[], second: readonly number[]): number {
  return adjustedMutualInformation(Int32Array.from(first), Int32Array.from(second));
}

function entropy(labels: readonly (number | string)[]): number {
  const counts = new Map<number | string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / labels.length;
    return sum - share * Math.log(share);
  }, 0);
}

function mutualInformation(first: readonly number[], second: readonly number[]): number {
  const both = first.map((label, node) => `${label} ${second[node]}`);
  return entropy(first) + entropy(second) - entropy(both);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}

/** By the definition: what is expected is the mean over all ways to hand out the second's labels. */
function byAllPermutations(first: readonly number[], second: readonly number[]): number {
  const all = permutations(second);
  const expected =
    all.reduce((sum, labels) => sum + mutualInformation(first, labels), 0) / all.length;
  const mean = (entropy(first) + entropy(second)) / 2;
  if (Math.abs(mean - expected) < 1e-9) return 1;
  return (mutualInformation(first, second) - expected) / (mean - expected);
}

const all = (length: number, label: (node: number) => number): number[] =>
  Array.from({ length }, (_, node) => label(node));

describe("adjusted mutual information", () => {
  test("is what scikit-learn documents and tests", () => {
    expect(agreement([0, 0, 1, 1], [0, 0, 1, 1])).toBe(1);
    expect(agreement([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(agreement([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    expect(agreement([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(0.29879, 5);
    const first = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3];
    const second = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2];
    expect(agreement(first, second)).toBeCloseTo(0.27821, 5);
  });

  test("is 1 for the same partition, of one community, of single people and of nobody", () => {
    expect(agreement([], [])).toBe(1);
    expect(agreement([0], [5])).toBe(1);
    expect(agreement([2, 2, 2], [0, 0, 0])).toBe(1);
    expect(agreement([0, 1, 2], [2, 0, 1])).toBe(1);
    const labels = all(1000, (node) => Math.floor(Math.sqrt(node)));
    expect(agreement(labels, labels)).toBe(1);
    const renamed = labels.map((label) => (label * 7) % 32);
    expect(agreement(labels, renamed)).toBe(1);
  });

  test("is 0 where one partition says nothing", () => {
    expect(agreement([0, 0, 0, 0, 0], [0, 0, 1, 1, 1])).toBeCloseTo(0, 12);
    expect(agreement([0, 1, 2, 3, 4], [0, 0, 1, 1, 1])).toBeCloseTo(0, 12);
  });

  test("is below 0 where there is less in common than by chance", () => {
    expect(agreement([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
  });

  test("leaves out whoever has no community in one of them", () => {
    const first = [0, 0, 1, -1, 1, 2, -1, 2, 0];
    const second = [3, 3, 1, -1, 1, 1, 0, 0, -1];
    expect(agreement(first, second)).toBe(agreement([0, 0, 1, 1, 2, 2], [3, 3, 1, 1, 1, 0]));
    expect(agreement([-1, -1], [-1, -1])).toBe(1);
  });

  test("is that of all permutations, whatever the labels", () => {
    const labels = fc.array(fc.nat(4), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(labels, labels, (first, second) => {
        const found = agreement(first, second);
        expect(found).toBeCloseTo(byAllPermutations(first, second), 9);
        expect(found).toBeCloseTo(agreement(second, first), 12);
      }),
      { numRuns: cases(60) },
    );
  });

  test("is near 0 for many communities that were handed out by chance", () => {
    const random = seededRandom(1);
    const labels = (): number[] => all(50_000, () => Math.floor(3000 * random() ** 2));
    const found = agreement(labels(), labels());
    expect(Math.abs(found)).toBeLessThan(0.005);
  });
});
