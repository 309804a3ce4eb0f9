import { expect, test } from "vitest";
import { collectEngagements } from "../../src/follow/engagements.js";
import { measureReach } from "../../src/follow/reach.js";
import { type Act, tableOf } from "./acts.js";

/** Person 0 engages so many people of each community; what they reach. */
function reachOf(contacts: readonly number[]) {
  const communities = contacts.flatMap((count, community) => Array<number>(count).fill(community));
  const communityOf = Int32Array.of(0, ...communities);
  const acts = communities.map((_, at): Act => ({ from: 0, to: at + 1, daysAgo: 1 }));
  const reach = measureReach(collectEngagements(tableOf(acts), communityOf.length), communityOf);
  return {
    participationCoefficient: reach.participationCoefficient[0],
    communities: reach.communities[0],
    isBridge: reach.isBridge[0],
    outside: reach.outside[0],
  };
}

test("a bridge has three contacts or more in each of three communities, and a participation coefficient of 0.62", () => {
  expect(reachOf([3, 3, 3])).toMatchObject({ communities: 3, isBridge: 1 });
  expect(reachOf([3, 3, 3]).participationCoefficient).toBeCloseTo(2 / 3, 12);
  // In the third there are two contacts only.
  expect(reachOf([3, 3, 2])).toMatchObject({ communities: 2, isBridge: 0 });
  // Nearly all contacts in one community: 1 - (16 + 4 + 4)·9 / 24² = 0.625, and 0.58 with two more.
  expect(reachOf([12, 6, 6]).participationCoefficient).toBeCloseTo(0.625, 12);
  expect(reachOf([12, 6, 6]).isBridge).toBe(1);
  expect(reachOf([14, 6, 6]).isBridge).toBe(0);
});

test("contacts outside are those in other communities than the one where somebody has most", () => {
  expect(reachOf([3, 5, 2]).outside).toBe(5);
  expect(reachOf([4]).outside).toBe(0);
});

test("contacts count once, whichever way they engage, and people without a community are none", () => {
  const acts: Act[] = [
    { from: 0, to: 1, daysAgo: 1 },
    { from: 1, to: 0, daysAgo: 1 },
    { from: 0, to: 2, daysAgo: 1 },
  ];
  const engagements = collectEngagements(tableOf(acts), 3);
  const reach = measureReach(engagements, Int32Array.of(0, 1, -1));
  expect([...reach.participationCoefficient]).toEqual([0, 0, 0]);
  expect([
    ...measureReach(engagements, Int32Array.of(-1, -1, -1)).participationCoefficient,
  ]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
