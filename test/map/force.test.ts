import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutForce } from "../../src/map/layout/force.js";
import type { LayoutGraph, Positions } from "../../src/model/layout.js";
import { cases } from "../support/cases.js";
import { layoutGraph } from "./layout-graph.js";

/** Two cliques of that many people, joined by one tie. */
function twoCliques(size: number): LayoutGraph {
  const ties: [number, number][] = [[0, size]];
  for (let one = 0; one < size; one += 1) {
    for (let other = 0; other < one; other += 1) {
      ties.push([one, other], [size + one, size + other]);
    }
  }
  return layoutGraph(2 * size, ties);
}

function distance({ x, y }: Positions, one: number, other: number): number {
  return Math.hypot(x[one] - x[other], y[one] - y[other]);
}

function reach({ x, y }: Positions): number {
  return x.reduce((most, at, node) => Math.max(most, Math.hypot(at, y[node])), 0);
}

const anyGraph = fc.integer({ min: 1, max: 150 }).chain((nodeCount) => {
  const node = fc.nat({ max: nodeCount - 1 });
  return fc
    .array(fc.tuple(node, node, fc.integer({ min: 1, max: 1000 })), { maxLength: 400 })
    .map((ties) => layoutGraph(nodeCount, ties));
});

describe("a force layout", () => {
  test("of nobody has no positions, and of one person stands at the origin or near it", () => {
    expect(layoutForce(layoutGraph(0, []), { seed: 1 }).x).toHaveLength(0);
    expect(reach(layoutForce(layoutGraph(1, []), { seed: 1 }))).toBeLessThan(1);
  });

  test("puts two tied people where attraction and gravity balance repulsion", () => {
    const placed = layoutForce(layoutGraph(2, [[0, 1]]), { seed: 3 });
    // Masses of 2, a tie of 1: distance + 0.05 · 2 · distance / 2 = 10 · 2 · 2 / distance.
    expect(distance(placed, 0, 1)).toBeCloseTo(Math.sqrt(40 / 1.05), 1);
  });

  test("is the same for the same seed, and another for another", () => {
    const graph = twoCliques(40);
    const first = layoutForce(graph, { seed: 7 });
    expect(layoutForce(graph, { seed: 7 })).toEqual(first);
    expect(layoutForce(graph, { seed: 8 })).not.toEqual(first);
  });

  test("has a finite place, and one of their own, for all people of any graph", () => {
    fc.assert(
      fc.property(anyGraph, fc.integer(), (graph, seed) => {
        const { x, y } = layoutForce(graph, { seed, iterations: 20 });
        const places = new Set<string>();
        for (let node = 0; node < graph.nodeCount; node += 1) {
          expect(Number.isFinite(x[node]) && Number.isFinite(y[node])).toBe(true);
          places.add(`${x[node]} ${y[node]}`);
        }
        expect(places.size).toBe(graph.nodeCount);
      }),
      { numRuns: cases(60) },
    );
  });

  test("takes no notice of loops", () => {
    const ties: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 3],
    ];
    const plain = layoutForce(layoutGraph(4, ties), { seed: 1 });
    const looped = layoutForce(layoutGraph(4, [[1, 1], ...ties, [3, 3]]), { seed: 1 });
    expect(looped).toEqual(plain);
  });

  test.each([5, 30, 400])("keeps two cliques of %i apart and each together", (size) => {
    const placed = layoutForce(twoCliques(size), { seed: 1 });
    let widest = 0;
    let nearest = Number.POSITIVE_INFINITY;
    // The two that join the cliques stand between them.
    for (let one = 1; one < size; one += 1) {
      for (let other = 1; other < size; other += 1) {
        widest = Math.max(widest, distance(placed, one, other));
        nearest = Math.min(nearest, distance(placed, one, size + other));
      }
    }
    expect(nearest).toBeGreaterThan(widest / 2);
  });

  test("keeps groups apart and people without ties near the largest group", () => {
    const triangles = 4;
    const alone = 10;
    const core = twoCliques(30);
    const ties: [number, number][] = [];
    for (let tie = 0; tie < core.tieCount; tie += 1)
      ties.push([core.source[tie], core.target[tie]]);
    for (let triangle = 0; triangle < triangles; triangle += 1) {
      const first = core.nodeCount + 3 * triangle;
      ties.push([first, first + 1], [first + 1, first + 2], [first + 2, first]);
    }
    const graph = layoutGraph(core.nodeCount + 3 * triangles + alone, ties);
    const placed = layoutForce(graph, { seed: 1 });
    const coreReach = reach({
      x: placed.x.slice(0, core.nodeCount),
      y: placed.y.slice(0, core.nodeCount),
    });
    expect(reach(placed)).toBeLessThan(1.35 * coreReach);
  });

  test("pulls people apart who begin on one spot", () => {
    const graph = layoutGraph(30, []);
    const nowhere = { x: new Float64Array(30), y: new Float64Array(30) };
    const placed = layoutForce(graph, { seed: 1, start: nowhere });
    for (let one = 0; one < 30; one += 1) {
      for (let other = 0; other < one; other += 1) {
        expect(distance(placed, one, other)).toBeGreaterThan(5);
      }
    }
    expect(nowhere.x.every((at) => at === 0)).toBe(true);
  });
});
