import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countComings } from "../../src/compare/count-comings.js";
import { followCommunities } from "../../src/compare/follow-communities.js";
import { matchGroups, pairGroups } from "../../src/compare/match-groups.js";
import { hypergeometricTail, logFactorials } from "../../src/kernel/hypergeometric-tail.js";

/** People as letters in the order of the alphabet; a dot for whoever is in no community. */
function labels(written: string): Int32Array {
  return Int32Array.from(written, (letter) => (letter === "." ? -1 : letter.charCodeAt(0) - 97));
}

const slice = (written: string) => {
  const of = labels(written);
  return { of, count: Math.max(-1, ...of) + 1 };
};

const history = (...written: readonly string[]) =>
  followCommunities(written.map(slice)).communities.map(({ stages }) =>
    stages.map(({ slice: at, event, cameFrom, merged }) =>
      [
        at,
        event,
        ...(event === "split" ? [`from ${cameFrom}`] : []),
        ...merged.map((m) => `+${m}`),
      ].join(" "),
    ),
  );

describe("communities through time", () => {
  test("go on as whom they have most people in common with, whatever their numbers", () => {
    expect(history("aaaaaaaabbbbbbbb", "bbbbbbbbaaaaaaaa", "aaaaaaabbbbbbbbb")).toEqual([
      ["0 birth", "1 continues", "2 continues"],
      ["0 birth", "1 continues", "2 continues"],
    ]);
  });

  test("split where the smaller part has more in common than by chance", () => {
    expect(
      history("aaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbb", "aaaaaaaaaaccccccccbbbbbbbbbbbbbbbbbb"),
    ).toEqual([["0 birth", "1 continues"], ["0 birth", "1 continues"], ["1 split from 1"]]);
  });

  test("merge where two go into one, which goes on as the nearer", () => {
    expect(
      history("aaaaaaaaaaccccccccbbbbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbb"),
    ).toEqual([["0 birth", "1 continues"], ["0 birth", "1 continues +2"], ["0 birth"]]);
  });

  test("come back after a slice without them", () => {
    expect(history("aaaaaaaabbbbbbbb", "................", "aaaaaaaabbbbbbbb")).toEqual([
      ["0 birth", "2 returns"],
      ["0 birth", "2 returns"],
    ]);
  });

  test("are new where they share no more than chance", () => {
    expect(history("aabb", "abab")).toHaveLength(4);
    expect(history("aabb", "aabb")).toHaveLength(4);
    // Three of three in eight: 1 in 56 by chance, and four pairs are compared.
    expect(history("aaabbbbb", "aaabbbbb")).toHaveLength(4);
  });

  test("are as many stages as communities, one of each slice at most", () => {
    const slices = fc.array(
      fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 12, maxLength: 12 }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(slices, (written) => {
        const input = written.map((of) => {
          const used = [...new Set(of.filter((label) => label >= 0))];
          return {
            of: Int32Array.from(of, (label) => used.indexOf(label)),
            count: used.length,
          };
        });
        const { communities, indexOf } = followCommunities(input);
        for (const [at, { count }] of input.entries()) {
          expect(new Set(indexOf[at]).size).toBe(count);
        }
        for (const { stages } of communities) {
          const at = stages.map((stage) => stage.slice);
          expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
        }
        const stages = communities.reduce((sum, one) => sum + one.stages.length, 0);
        expect(stages).toBe(input.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });
});

test("who is not there both times parts nobody", () => {
  const { pairs } = pairGroups(labels("aaaa....bbbb"), labels("aaaaaaaa...."));
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ shared: 4, jaccard: 1, chance: 1 });
  expect(matchGroups({ pairs, comparisons: 1 }).matches).toEqual([]);
});

test("the tail of the hypergeometric distribution is the sum of exact fractions", () => {
  const factorials = logFactorials(100);
  const tail = (all: number, marked: number, drawn: number, shared: number): number =>
    hypergeometricTail({ all, marked, drawn, shared }, factorials);
  expect(tail(4, 2, 2, 2)).toBeCloseTo(1 / 6, 14);
  // By fractions of binomial coefficients.
  expect(tail(20, 7, 12, 4)).toBeCloseTo(0.7492260061919505, 12);
  expect(tail(100, 10, 12, 5)).toBeCloseTo(0.001922015734364715, 12);
  expect(tail(10, 8, 8, 0)).toBeCloseTo(1, 14);
});

test("people of a slice are those of the one before, less leavers, with those who came", () => {
  const people = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 })), { maxLength: 8 });
  fc.assert(
    fc.property(people, (slices) => {
      const counts = countComings(slices.map((slice) => Int32Array.from(slice)));
      let before = 0;
      for (const [at, one] of counts.entries()) {
        expect(one.people).toBe(slices[at].length);
        expect(one.people).toBe(one.newcomers + one.returners + one.stayers);
        expect(one.people).toBe(before - one.leavers + one.newcomers + one.returners);
        before = one.people;
      }
      const all = new Set(slices.flat());
      expect(counts.reduce((sum, { newcomers }) => sum + newcomers, 0)).toBe(all.size);
    }),
  );
});
