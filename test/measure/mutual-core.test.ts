import { describe, expect, test } from "vitest";
import { findMutualCore } from "../../src/measure/mutual-core.js";
import type { Activity } from "../../src/model/activity.js";
import { networkOf } from "./literature-graphs.js";

type Pair = readonly [number, number];

/** Everybody engages the next one, round in a circle. */
function circle(from: number, size: number): Pair[] {
  return Array.from({ length: size }, (_, at) => [from + at, from + ((at + 1) % size)] as const);
}

/** An activity in which everybody has posted once. */
function everybodyPosts(count: number): Activity {
  const ones = new Int32Array(count).fill(1);
  const times = new Float64Array(count);
  return {
    posts: ones,
    reposts: new Int32Array(count),
    postsWithLink: new Int32Array(count),
    hashtags: new Int32Array(count),
    conversationPosts: new Int32Array(count),
    peopleAddressed: new Int32Array(count),
    activeDays: ones,
    firstPost: times,
    lastPost: times,
  };
}

describe("the mutual core", () => {
  test("is the component with most members whom outsiders engage, not the largest", () => {
    const honest = circle(0, 25);
    const outsiders = Array.from({ length: 25 }, (_, at) => [25 + at, at] as const);
    const ring = circle(50, 100);
    const core = findMutualCore(
      networkOf(150, [...honest, ...outsiders, ...ring]),
      everybodyPosts(150),
    );
    expect(core).toMatchObject({ size: 25, vouchersNeeded: 2, warning: undefined });
    expect([...core.isMember.keys()].filter((at) => core.isMember[at] === 1)).toEqual([
      ...Array(25).keys(),
    ]);
  });

  test("vouches for nobody where it is small, hardly engaged, or a clique among many", () => {
    const small = networkOf(6, [...circle(0, 3), [4, 0]]);
    expect(findMutualCore(small, everybodyPosts(6)).warning).toMatch(/3 members, fewer than 20/u);
    const unheard = networkOf(31, [...circle(0, 30), [30, 0]]);
    expect(findMutualCore(unheard, everybodyPosts(31)).warning).toMatch(/of whom 1,/u);
    const outsiders = Array.from({ length: 20 }, (_, at) => [20 + at, at] as const);
    const clique = networkOf(500, [...circle(0, 20), ...outsiders]);
    const core = findMutualCore(clique, everybodyPosts(500));
    expect(core.warning).toMatch(/under a tenth of the 500/u);
    expect(core.vouchersNeeded).toBe(0);
  });

  test("is nobody where nobody is engaged", () => {
    expect(findMutualCore(networkOf(0, []), everybodyPosts(0))).toMatchObject({ size: 0 });
    const core = findMutualCore(networkOf(2, []), everybodyPosts(2));
    expect(core.size).toBe(0);
    expect([...core.isMember]).toEqual([0, 0]);
  });
});
