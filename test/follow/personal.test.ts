import { describe, expect, test } from "vitest";
import { effortsOf } from "../../src/follow/efforts.js";
import { personalPagerank, scorePersonal } from "../../src/follow/personal/nearness.js";
import { buildTieGraph } from "../../src/follow/personal/tie-graph.js";
import { nothingUnresolved, perKind } from "../../src/model/interaction.js";
import { frame, tableOf } from "./acts.js";

function graphOf(ties: readonly (readonly [number, number])[], accountCount: number) {
  const rows = ties.length;
  const table = {
    count: rows,
    source: Int32Array.from(ties, ([source]) => source),
    target: Int32Array.from(ties, ([, target]) => target),
    kind: new Uint8Array(rows),
    weight: new Float64Array(rows).fill(1),
    firstTime: new Float64Array(rows),
    time: new Float64Array(rows),
    post: new Int32Array(rows),
    targetPost: new Int32Array(rows).fill(-1),
    withOneself: perKind(() => 0),
    unresolved: perKind(() => 0),
    unresolvedBecause: nothingUnresolved,
  };
  return buildTieGraph(effortsOf(table, { ...frame, now: 0 }), accountCount);
}

test("an act counts half for every half-life of its age, and a follow not at all", () => {
  const efforts = effortsOf(
    tableOf([
      { from: 0, to: 1, daysAgo: 0 },
      { from: 0, to: 1, daysAgo: 28 },
      { from: 1, to: 0, daysAgo: 56, kind: "reply" },
      { from: 0, to: 2, daysAgo: 0, kind: "follow" },
    ]),
    frame,
  );
  expect([...Array.from(efforts.source), ...Array.from(efforts.target)]).toEqual([0, 1, 1, 0]);
  expect(Array.from(efforts.effort)).toEqual([1.5, 0.25]);
});

describe("nearness to a learner's contacts", () => {
  test("on one tie, by hand: 0.2 / (1 − 0.64) for the contact", () => {
    const nearness = personalPagerank(graphOf([[0, 1]], 3), [0]);
    expect(nearness[0]).toBeCloseTo(0.2 / 0.36, 5);
    expect(nearness[1]).toBeCloseTo(0.16 / 0.36, 5);
    expect(nearness[2]).toBe(0);
  });

  test("direction makes no difference, and effort counts by ln(1 + n), both ways together", () => {
    const graph = graphOf(
      [
        [0, 1],
        [1, 0],
        [0, 2],
      ],
      3,
    );
    expect([...graph.share.slice(0, 2)]).toEqual([
      Math.log(3) / (Math.log(3) + Math.log(2)),
      Math.log(2) / (Math.log(3) + Math.log(2)),
    ]);
    expect(graph.people).toBe(3);
  });

  test("sums to 1, a contact without ties too", () => {
    const graph = graphOf(
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
        [0, 2],
      ],
      6,
    );
    for (const contacts of [[0], [0, 3], [5], [5, 1]]) {
      const sum = personalPagerank(graph, contacts).reduce((total, value) => total + value, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });

  test("without contacts nobody is near, and P is the order of the score", () => {
    const graph = graphOf([[0, 1]], 2);
    const nearness = personalPagerank(graph, []);
    expect([...nearness]).toEqual([0, 0]);
    const personal = scorePersonal(Float64Array.of(3, 1), nearness, graph);
    expect([...personal]).toEqual([Math.log(4), Math.log(2)]);
  });

  test("P adds half the log of nearness over its mean", () => {
    const graph = graphOf([[0, 1]], 2);
    const [personal] = scorePersonal(Float64Array.of(0, 0), Float64Array.of(0.75, 0.25), graph);
    expect(personal).toBeCloseTo(Math.log(1 + 0.75 / 0.5) / 2, 12);
  });
});
