import fc from "fast-check";
import { expect, test } from "vitest";
import { groupBy, offsetsOf, reverse, rowColumns, sortByTwo } from "../../src/model/csr.js";

const keyCount = 7;
const keys = fc.array(fc.integer({ min: -1, max: keyCount - 1 }));

test("items stand in the row of their key, in the order they had; negative keys in none", () => {
  fc.assert(
    fc.property(keys, (keyOf) => {
      const rows = groupBy(keyOf, keyCount);
      for (let key = 0; key < keyCount; key += 1) {
        const wanted = [...keyOf.keys()].filter((item) => keyOf[item] === key);
        expect([...rowColumns(rows, key)]).toEqual(wanted);
      }
      expect(rows.offsets).toEqual(offsetsOf(keyOf, keyCount));
    }),
  );
});

test("only the items that are given are grouped, in their own order", () => {
  const rows = groupBy([1, 0, 1, 1], 2, Int32Array.of(3, 1, 0));
  expect([rowColumns(rows, 0), rowColumns(rows, 1)]).toEqual([
    Int32Array.of(1),
    Int32Array.of(3, 0),
  ]);
});

test("two keys order as a comparison of both does, and equals stay as they were", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }))), (pairs) => {
      const first = pairs.map(([one]) => one);
      const second = pairs.map(([, other]) => other);
      const wanted = [...pairs.keys()].sort(
        (a, b) => first[a] - first[b] || second[a] - second[b] || a - b,
      );
      expect([...sortByTwo({ first, second }, 4)]).toEqual(wanted);
    }),
  );
});

test("the transpose of the transpose is the same rows, their columns ascending", () => {
  fc.assert(
    fc.property(keys, fc.array(fc.nat({ max: 9 }), { minLength: 60, maxLength: 60 }), (own, to) => {
      const grouped = groupBy(own.slice(0, 60), keyCount);
      const rows = { offsets: grouped.offsets, columns: grouped.columns.map((item) => to[item]) };
      const there = reverse(rows, 10);
      const back = reverse(there, keyCount);
      expect(back.offsets).toEqual(rows.offsets);
      for (let row = 0; row < keyCount; row += 1) {
        expect(rowColumns(back, row)).toEqual(rowColumns(rows, row).slice().sort());
      }
    }),
  );
});
