import { describe, expect, test } from "vitest";
import { coverCommunities } from "../../src/follow/backtest/community-coverage.js";
import { withoutTies } from "../../src/follow/ranked-people.js";

describe("how much of a network a list stands for", () => {
  test("is the share of people whose community is on it, isolates left out", () => {
    const community = Int32Array.of(0, 0, 0, 1, 1, 2, -1, -1);
    expect(coverCommunities(withoutTies(Int32Array.of(3, 4, 6)), community)).toBeCloseTo(2 / 6, 12);
    expect(coverCommunities(withoutTies(Int32Array.of(0, 5)), community)).toBeCloseTo(4 / 6, 12);
  });

  test("looks at ten people, without those who are skipped", () => {
    const order = Int32Array.from({ length: 12 }, (_, person) => person);
    const community = order.map((person) => (person < 10 ? 0 : 1));
    expect(coverCommunities(withoutTies(order), community)).toBeCloseTo(10 / 12, 12);
    expect(coverCommunities(withoutTies(order), community, new Set([0]))).toBe(1);
  });

  test("is nothing where there are no communities", () => {
    expect(coverCommunities(withoutTies(Int32Array.of(0)), Int32Array.of(-1))).toBe(0);
  });

  test("of people who share the last places takes the mean over their orders", () => {
    // Nine places of community 0, and the tenth is one of three people, two of them of community 1.
    const people = Int32Array.from({ length: 12 }, (_, person) => person);
    const tieEnd = people.map((index) => (index < 9 ? index + 1 : 12));
    const community = people.map((person) => (person < 9 ? 0 : person < 11 ? 1 : 2));
    expect(coverCommunities({ people, tieEnd }, community)).toBeCloseTo(
      (9 + 2 * (2 / 3) + 1 / 3) / 12,
      12,
    );
  });
});
