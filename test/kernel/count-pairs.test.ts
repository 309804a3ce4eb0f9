import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countPairs } from "../../src/kernel/count-pairs.js";
import { projectBipartite } from "../../src/measure/other/project-bipartite.js";
import type { Csr } from "../../src/model/csr.js";

function csrOf(rows: readonly (readonly number[])[]): Csr {
  const offsets = Int32Array.from([0, ...rows.map((_, at) => rows.slice(0, at + 1).flat().length)]);
  return { offsets, columns: Int32Array.from(rows.flat()) };
}

const columnCount = 6;
/** A group each, and what stands in each of its rows, the same thing twice among it. */
const grouped = fc.array(
  fc.array(fc.array(fc.nat(columnCount - 1), { maxLength: 5 }), { maxLength: 4 }),
  { maxLength: 5 },
);

describe("pairs of what stands in the same row", () => {
  test("are counted by row and by group, but for those of closed groups alone", () => {
    fc.assert(
      fc.property(grouped, (groups) => {
        const rows = groups.flat();
        const groupOf = groups.flatMap((own, group) => own.map(() => group));
        const isOpen = (group: number): boolean => group % 3 !== 0;
        const pairs = countPairs({
          rows: csrOf(rows),
          order: [...rows.keys()],
          groupOf,
          nodeOf: Int32Array.from({ length: columnCount }, (_, column) => column),
          nodeCount: columnCount,
          isOpen,
        });
        const expected: number[][] = [];
        for (let low = 0; low < columnCount; low += 1) {
          for (let high = low + 1; high < columnCount; high += 1) {
            const both = [...rows.keys()].filter(
              (row) => rows[row].includes(low) && rows[row].includes(high),
            );
            const by = new Set(both.map((row) => groupOf[row]));
            if ([...by].some(isOpen)) expected.push([low, high, both.length, by.size]);
          }
        }
        expect(
          [...pairs.source].map((low, at) => [
            low,
            pairs.target[at],
            pairs.rows[at],
            pairs.groups[at],
          ]),
        ).toEqual(expected);
      }),
    );
  });
});

describe("one side of a network of two kinds", () => {
  const firstCount = 5;
  const pair = fc.tuple(fc.nat(firstCount - 1), fc.nat(3));
  const distinct = fc.uniqueArray(pair, { selector: ([from, to]) => 10 * from + to });

  test.each([
    true,
    false,
  ])("weighs what two share, and Newman's way (first side: %s)", (isFirst) => {
    fc.assert(
      fc.property(distinct, (uses) => {
        const sorted = uses.toSorted(([a, b], [c, d]) => a - c || b - d);
        const { ties } = projectBipartite({
          ties: {
            nodeCount: firstCount + 4,
            tieCount: sorted.length,
            source: Int32Array.from(sorted, ([from]) => from),
            target: Int32Array.from(sorted, ([, to]) => firstCount + to),
            weight: new Float64Array(sorted.length).fill(1),
          },
          firstCount,
          isFirst,
          name: "file",
          thing: "thing",
          things: "things",
        });
        const ends = sorted.map(([from, to]) => [from, firstCount + to]);
        const [own, other] = isFirst ? [0, 1] : [1, 0];
        const sharedBy = (node: number): number[] =>
          ends.filter((end) => end[own] === node).map((end) => end[other]);
        const degree = (node: number): number => ends.filter((end) => end[other] === node).length;
        const expected: number[][] = [];
        for (let low = 0; low < firstCount + 4; low += 1) {
          for (let high = low + 1; high < firstCount + 4; high += 1) {
            const both = sharedBy(low).filter((node) => sharedBy(high).includes(node));
            const shared = both.reduce((sum, node) => sum + 1 / (degree(node) - 1), 0);
            if (both.length > 0) expected.push([low, high, both.length, shared]);
          }
        }
        expect(ties.tieCount).toBe(expected.length);
        for (const [at, [low, high, weight, shared]] of expected.entries()) {
          expect([ties.source[at], ties.target[at], ties.weight[at]]).toEqual([low, high, weight]);
          expect(ties.shared?.[at]).toBeCloseTo(shared, 12);
        }
      }),
    );
  });
});
