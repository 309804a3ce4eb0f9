import fc from "fast-check";
import { expect, test } from "vitest";
import { collectEngagements } from "../../src/follow/engagements.js";
import { prepareScores, scorePeople } from "../../src/follow/scores.js";
import { dayMs } from "../../src/model/durations.js";
import {
  type InteractionTable,
  interactionKinds,
  nothingUnresolved,
  perKind,
} from "../../src/model/interaction.js";
import { cases } from "../support/cases.js";

const people = 8;
const frame = { start: 0, now: 100 * dayMs, binDays: 7, halfLifeBins: 4, activeBins: 4 };

const act = fc
  .record({
    source: fc.nat(people - 1),
    target: fc.nat(people - 1),
    kind: fc.constantFrom(
      "repost" as const,
      "reply" as const,
      "quote" as const,
      "mention" as const,
    ),
    day: fc.integer({ min: 0, max: 100 }),
  })
  .filter(({ source, target }) => source !== target);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

function scoresOf(acts: readonly Act[]) {
  const time = Float64Array.from(acts, ({ day }) => day * dayMs);
  const interactions: InteractionTable = {
    count: acts.length,
    source: Int32Array.from(acts, ({ source }) => source),
    target: Int32Array.from(acts, ({ target }) => target),
    kind: Uint8Array.from(acts, ({ kind }) => interactionKinds.indexOf(kind)),
    weight: new Float64Array(acts.length).fill(1),
    firstTime: time,
    time,
    post: Int32Array.from(acts, (_, row) => row),
    targetPost: new Int32Array(acts.length).fill(-1),
    withOneself: perKind(() => 0),
    unresolved: perKind(() => 0),
    unresolvedBecause: nothingUnresolved,
  };
  const engagements = collectEngagements(interactions, people);
  const firstPost = new Float64Array(people);
  return scorePeople(
    prepareScores({
      interactions,
      engagements,
      frame,
      firstPost,
      archiveStart: 0,
      followerFactor: undefined,
    }),
  );
}

test("nobody falls in D, Dd or T by being engaged once more", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), act, (acts, more) => {
      const before = scoresOf(acts);
      const after = scoresOf([...acts, more]);
      for (const order of ["d", "dd", "t"] as const) {
        expect(after[order][more.target]).toBeGreaterThanOrEqual(before[order][more.target]);
      }
    }),
  );
});

test("five hundred engagements by one person count as one", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), act, (acts, one) => {
      const once = scoresOf([...acts, one]);
      const often = scoresOf([...acts, ...Array.from({ length: 500 }, () => one)]);
      for (const order of ["d", "dd", "t", "a"] as const) expect(often[order]).toEqual(once[order]);
    }),
    { numRuns: cases(20) },
  );
});
