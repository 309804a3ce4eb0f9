import { describe, expect, test } from "vitest";
import { coverCommunities } from "../../src/follow/community-coverage.js";

describe("how much of a network a list stands for", () => {
  test("is the share of people whose community is on it, isolates left out", () => {
    const community = Int32Array.of(0, 0, 0, 1, 1, 2, -1, -1);
    expect(coverCommunities(Int32Array.of(3, 4, 6), community)).toBeCloseTo(2 / 6, 12);
    expect(coverCommunities(Int32Array.of(0, 5), community)).toBeCloseTo(4 / 6, 12);
  });

  test("looks at ten people, without those who are skipped", () => {
    const order = Int32Array.from({ length: 12 }, (_, person) => person);
    const community = order.map((person) => (person < 10 ? 0 : 1));
    expect(coverCommunities(order, community)).toBeCloseTo(10 / 12, 12);
    expect(coverCommunities(order, community, new Set([0]))).toBe(1);
  });

  test("is nothing where there are no communities", () => {
    expect(coverCommunities(Int32Array.of(0), Int32Array.of(-1))).toBe(0);
  });
});
