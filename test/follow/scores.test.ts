import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectEngagements } from "../../src/follow/engagements.js";
import { followerFactors } from "../../src/follow/follower-factors.js";
import { rankFirst, rankPeople } from "../../src/follow/personal/rank-people.js";
import { withoutTies } from "../../src/follow/ranked-people.js";
import { fuseRanks, prepareScores, scorePeople } from "../../src/follow/scores.js";
import { type Account, unknownProfile } from "../../src/model/account.js";
import { type Act, frame, tableOf } from "./acts.js";

const dayMs = 86_400_000;
const nobody: Account = { ...unknownProfile, key: "nobody@uni.example" };

function baseOf(
  acts: readonly Act[],
  firstPost: readonly number[] = [0, 0, 0, 0],
  followers: readonly (number | undefined)[] = [],
) {
  const interactions = tableOf(acts);
  return prepareScores({
    interactions,
    engagements: collectEngagements(interactions, firstPost.length),
    frame,
    firstPost: Float64Array.from(firstPost, (day) => day * dayMs),
    archiveStart: 0,
    followerFactor: followerFactors(
      followers.map((count) => ({ ...nobody, followers: count })),
      Int32Array.from(followers.keys()),
    ),
  });
}

describe("scores", () => {
  const acts: readonly Act[] = [
    { from: 1, to: 0, daysAgo: 28 },
    { from: 1, to: 0, daysAgo: 1, kind: "mention" },
    { from: 2, to: 0, daysAgo: 1 },
    { from: 2, to: 0, daysAgo: 2 },
    { from: 3, to: 1, daysAgo: 28 },
  ];

  test("D counts a person once, T only those who replied or mentioned", () => {
    const scores = scorePeople(baseOf(acts));
    expect([...scores.d]).toEqual([2, 1, 0, 0]);
    expect([...scores.t]).toEqual([1, 0, 0, 0]);
  });

  test("Df multiplies D by the root of followers, or of the median of those that are known", () => {
    const { df } = scorePeople(baseOf(acts, undefined, [undefined, 99, 8, 0]));
    expect([...df]).toEqual([2 * 3, 10, 0, 0]);
    const unknown = scorePeople(baseOf(acts));
    expect([...unknown.df]).toEqual([...unknown.d]);
  });

  test("Dd halves a person's weight with every half-life since they last engaged", () => {
    const scores = scorePeople(baseOf(acts));
    expect(scores.dd[1]).toBeCloseTo(0.5, 12);
    expect(scores.dd[0]).toBeCloseTo(2 * 2 ** (-1 / 28), 12);
  });

  test("A takes the root of the people of each bin, in the middle of its age", () => {
    const { a } = scorePeople(baseOf(acts));
    expect(a[0]).toBeCloseTo(2 ** (-0.5 / 4) * Math.sqrt(2) + 2 ** (-4.5 / 4), 12);
    expect(a[1]).toBeCloseTo(2 ** (-4.5 / 4), 12);
  });

  test("C counts newcomers whole and anybody who is answered a quarter", () => {
    const replies: readonly Act[] = [
      { from: 0, to: 1, daysAgo: 1, kind: "reply" },
      { from: 0, to: 2, daysAgo: 1, kind: "reply" },
      { from: 0, to: 2, daysAgo: 2, kind: "reply" },
      { from: 3, to: 2, daysAgo: 8, kind: "mention" },
    ];
    const { c } = scorePeople(baseOf(replies, [0, 10, 80, 0]));
    expect([...c]).toEqual([Math.sqrt(1 + 2 / 4), 0, 0, 0]);
  });

  test("nobody is a newcomer in the first 28 days of an archive", () => {
    const early: readonly Act[] = [{ from: 0, to: 1, daysAgo: 73, kind: "reply" }];
    const { c } = scorePeople(baseOf(early, [0, 20]));
    expect(c[0]).toBeCloseTo(2 ** (-10 / 4) * Math.sqrt(1 / 4), 12);
  });

  test("a weight of two is the same as two people who do the same", () => {
    const weights = Uint16Array.of(1, 2, 1, 0);
    const weighed = scorePeople(baseOf(acts), { weights });
    const doubled = [
      ...acts.filter(({ from }) => from !== 3),
      ...acts.filter(({ from }) => from === 1).map((act) => ({ ...act, from: 3 })),
    ];
    const plain = scorePeople(baseOf(doubled));
    for (const score of ["d", "dd", "a", "t"] as const) {
      expect([...weighed[score]]).toEqual([...plain[score]]);
    }
  });

  test("F fuses ranks by 1 / (60 + rank), among the candidates only", () => {
    const { f } = scorePeople(baseOf(acts), { candidates: Int32Array.of(0, 2) });
    // Nobody engaged 2, who has no place in any of the orders.
    expect([...f]).toEqual([3 / 61, 0, 0, 0]);
    const orders = [Int32Array.of(1, 0), Int32Array.of(0, 1), Int32Array.of(1)];
    const fused = fuseRanks(orders.map(withoutTies), 3);
    expect(fused[0]).toBeCloseTo(1 / 62 + 1 / 61, 15);
    expect(fused[1]).toBeCloseTo(2 / 61 + 1 / 62, 15);
    expect(fused[2]).toBe(0);
  });

  test("F gives people who share a place the mean of its ranks, whatever they are called", () => {
    const fused = fuseRanks(
      [{ people: Int32Array.of(2, 0, 1), tieEnd: Int32Array.of(1, 3, 3) }],
      3,
    );
    expect([...fused]).toEqual([1 / 62.5, 1 / 62.5, 1 / 61]);
  });

  test("equal scores go to the higher in-degree, then to the smaller key", () => {
    const order = rankPeople({
      candidates: Int32Array.of(0, 1, 2, 3),
      score: Float64Array.of(1, 1, 2, 1),
      inDegree: Float64Array.of(1, 5, 0, 1),
    });
    expect([...order]).toEqual([2, 1, 0, 3]);
  });

  test("the front of an order is its beginning, for any scores", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 25 }), (values, count) => {
        const ranking = {
          candidates: Int32Array.from(values, (_, account) => account),
          score: Float64Array.from(values),
          inDegree: Float64Array.from(values, (value) => value % 2),
        };
        const front = rankFirst(ranking, count);
        expect(front.length).toBeGreaterThanOrEqual(Math.min(count, values.length));
        expect([...front]).toEqual([...rankPeople(ranking).slice(0, front.length)]);
      }),
    );
  });
});
