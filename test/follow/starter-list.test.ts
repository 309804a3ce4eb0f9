import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadOverCommunities } from "../../src/follow/starter-list.js";

const none = -1;

describe("ten people in front who stand for more communities", () => {
  test("of the next three the first whose community is not there yet goes ahead", () => {
    const order = Int32Array.of(0, 1, 2, 3, 4);
    expect([...spreadOverCommunities(order, Int32Array.of(7, 7, 7, 8, 9))]).toEqual([
      0, 3, 4, 1, 2,
    ]);
    // The fourth of the next is too far away.
    expect([...spreadOverCommunities(order, Int32Array.of(7, 7, 7, 7, 9))]).toEqual([
      0, 1, 4, 2, 3,
    ]);
    expect([...spreadOverCommunities(order, Int32Array.of(none, none, none, 8, none))]).toEqual([
      0, 3, 1, 2, 4,
    ]);
  });

  test("nobody is lost, met twice, or comes more than two places earlier for it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: none, max: 4 }), { maxLength: 40 }), (communities) => {
        const order = Int32Array.from(communities, (_, person) => person);
        const spread = spreadOverCommunities(order, Int32Array.from(communities));
        expect([...spread].sort((a, b) => a - b)).toEqual([...order]);
        for (const [place, person] of spread.entries()) expect(person - place).toBeLessThan(3);
        expect([...spread.slice(13)]).toEqual([...order.slice(13)]);
      }),
    );
  });
});
