import { describe, expect, test } from "vitest";
import type { Activity } from "../../src/model/activity.js";
import { findMutualCore } from "../../src/observe/mutual-core.js";
import { networkOf } from "./literature-graphs.js";

type Pair = readonly [number, number];

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

/** Everybody engages the ones who stand so many steps on, round in a circle. */
function village(from: number, size: number, steps: readonly number[]): Pair[] {
  return steps.flatMap((step) =>
    Array.from({ length: size }, (_, at) => [from + at, from + ((at + step) % size)] as const),
  );
}

/** People who engage one each, and whom nobody engages. */
function visitors(from: number, size: number, whom: number): Pair[] {
  return Array.from({ length: size }, (_, at) => [from + at, at % whom] as const);
}

const honest = village(0, 30, [1, 7, 11]);

describe("the mutual core", () => {
  const members = ({ isMember }: { isMember: Uint8Array }): number[] =>
    [...isMember.keys()].filter((at) => isMember[at] === 1);

  test("is where most people are engaged, and not a larger, denser ring", () => {
    const ring = village(200, 60, [1, 2, 3, 4]);
    const flattery = Array.from({ length: 60 }, (_, at) => [200 + at, at % 30] as const);
    const innocent: Pair[] = [[3, 200]];
    const apart = networkOf(260, [...honest, ...visitors(30, 90, 30), ...ring]);
    const joined = networkOf(260, [
      ...honest,
      ...visitors(30, 90, 30),
      ...ring,
      ...flattery,
      ...innocent,
    ]);
    for (const network of [apart, joined]) {
      const core = findMutualCore(network, everybodyPosts(260));
      expect(members(core)).toEqual([...Array(30).keys()]);
      expect(core).toMatchObject({ vouchersNeeded: 2, warning: undefined });
    }
  });

  test("does not take in all whom a round-up names, once a member has answered it", () => {
    const roundUp = Array.from({ length: 120 }, (_, at) => [120, at] as const);
    const network = networkOf(121, [...honest, ...visitors(30, 90, 30), ...roundUp, [5, 120]]);
    const core = findMutualCore(network, everybodyPosts(121));
    // The round-up itself is engaged by somebody of the core, and nobody in its name.
    expect(members(core).filter((at) => at !== 120)).toEqual([...Array(30).keys()]);
    expect(core.isVoucher[120]).toBe(0);
  });

  test("counts the word of nobody who took part on few days of many", () => {
    const month = 30 * 24 * 3600 * 1000;
    const activity = { ...everybodyPosts(30), lastPost: new Float64Array(30).fill(month) };
    expect(findMutualCore(networkOf(30, honest), activity)).toMatchObject({ vouchers: 0 });
    const activeDays = new Int32Array(30).fill(3);
    const core = findMutualCore(networkOf(30, honest), { ...activity, activeDays });
    expect(core.vouchers).toBeGreaterThanOrEqual(20);
  });

  test("vouches for nobody where it is small, or a clique among many", () => {
    const small = networkOf(6, [...village(0, 4, [1, 2]), [4, 0]]);
    expect(findMutualCore(small, everybodyPosts(6)).warning).toMatch(/members?, fewer than 20/u);
    const clique = networkOf(500, honest);
    const core = findMutualCore(clique, everybodyPosts(500));
    expect(core.warning).toMatch(/under a tenth of the 500/u);
    expect(core).toMatchObject({ vouchersNeeded: 0 });
  });

  test("is nobody where nobody is engaged", () => {
    expect(findMutualCore(networkOf(0, []), everybodyPosts(0))).toMatchObject({ size: 0 });
    const core = findMutualCore(networkOf(2, []), everybodyPosts(2));
    expect(core.size).toBe(0);
    expect([...core.isMember]).toEqual([0, 0]);
  });
});
