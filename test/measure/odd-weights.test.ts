import fc from "fast-check";
import { expect, test } from "vitest";
import { findMembership } from "../../src/kernel/find-membership.js";
import { communityMethods } from "../../src/model/community-method.js";
import { graphOfTies } from "../kernel/graph-of-ties.js";
import { cases } from "../support/cases.js";
import { readText } from "../support/items-of-text.js";

const pairs = [
  [0, 1],
  [1, 2],
  [2, 0],
  [3, 4],
  [4, 5],
  [5, 3],
  [2, 3],
] as const;

const shape = graphOfTies(
  6,
  pairs.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);

function labelsWith(weights: readonly number[], method: (typeof communityMethods)[number]) {
  const weightOf = new Map(
    pairs.flatMap(([a, b], at) => [
      [`${a} ${b}`, weights[at]],
      [`${b} ${a}`, weights[at]],
    ]),
  );
  const weight = new Float64Array(shape.columns.length);
  for (let node = 0; node < 6; node += 1) {
    for (let tie = shape.offsets[node]; tie < shape.offsets[node + 1]; tie += 1) {
      weight[tie] = weightOf.get(`${node} ${shape.columns[tie]}`) ?? Number.NaN;
    }
  }
  return [...findMembership({ ...shape, weight }, { method, seed: 1 }).of];
}

test.each(communityMethods)("%s ends whatever the weights", (method) => {
  const odd = fc.oneof(
    fc.constantFrom(Number.POSITIVE_INFINITY, Number.MAX_VALUE, 1e308, 1e160, 1, 5e-324, 1e-160),
    fc.double({ min: 0, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(odd, { minLength: 7, maxLength: 7 }), (weights) => {
      const labels = labelsWith(weights, method);
      expect(labels.every((label) => label >= 0 && label < 6)).toBe(true);
    }),
    { numRuns: cases(200) },
  );
});

test.each(communityMethods)("%s knows ratios of weights alone", (method) => {
  const usual = labelsWith([1, 1, 1, 1, 1, 1, 1], method);
  expect(usual).toEqual([0, 0, 0, 1, 1, 1]);
  for (const unit of [1e308, 1e160, 1e-160, Number.POSITIVE_INFINITY]) {
    expect(labelsWith(Array(7).fill(unit), method)).toEqual(usual);
  }
});

test("a tie of a weight whose sums would not be exact costs itself, and says so", async () => {
  const { ties, summary } = await readText(
    "source,target,weight\na,b,1e308\na,b,1e308\nb,c,1e15\nc,d,1e-300\nc,a,2\n",
  );
  expect(ties.map(({ strengths }) => strengths[0].weight)).toEqual([1e15, 2]);
  expect(summary.skipped).toEqual([
    { reason: "a weight below 1e-15 or above 1e15", count: 3, firstLines: [2, 3, 5] },
  ]);
});
