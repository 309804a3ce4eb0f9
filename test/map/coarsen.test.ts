import { describe, expect, test } from "vitest";
import { coarsen, mergeTies } from "../../src/map/layout/coarsen.js";
import { layoutGraph } from "./layout-graph.js";

function withMass(graph: ReturnType<typeof layoutGraph>) {
  return { ...graph, mass: new Float64Array(graph.nodeCount).fill(1) };
}

describe("coarsening", () => {
  test("joins people with one tie to whom it leads to, however many", () => {
    const star = layoutGraph(
      7,
      [1, 2, 3, 4, 5, 6].map((pendant) => [pendant, 0] as const),
    );
    const { graph, clusterOf } = coarsen(withMass(star));
    expect(graph.nodeCount).toBe(1);
    expect([...clusterOf]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect([...graph.mass]).toEqual([7]);
    expect(graph.tieCount).toBe(0);
  });

  test("joins no more than four of those who have further ties", () => {
    const clique = Array.from({ length: 20 }, (_, node) => node).flatMap((one) =>
      Array.from({ length: one }, (_, other) => [other, one] as const),
    );
    const { graph } = coarsen(withMass(layoutGraph(20, clique)));
    expect([...graph.mass].every((mass) => mass <= 4)).toBe(true);
    expect(graph.nodeCount).toBe(5);
  });

  test("keeps all of the mass, and the weight of ties between clusters", () => {
    const ring = layoutGraph(
      60,
      Array.from({ length: 60 }, (_, node) => [node, (node + 1) % 60, 2] as const),
    );
    const { graph, clusterOf } = coarsen(withMass(ring));
    expect(graph.nodeCount).toBeLessThan(45);
    expect(graph.mass.reduce((sum, mass) => sum + mass, 0)).toBe(60);
    let between = 0;
    for (let tie = 0; tie < ring.tieCount; tie += 1) {
      if (clusterOf[ring.source[tie]] !== clusterOf[ring.target[tie]]) between += 2;
    }
    expect(graph.weight.reduce((sum, weight) => sum + weight, 0)).toBe(between);
  });

  test("leaves people without ties as they are", () => {
    expect(coarsen(withMass(layoutGraph(4, []))).graph.nodeCount).toBe(4);
  });
});

test("ties of the same two people are merged whatever their direction, loops dropped", () => {
  const merged = mergeTies(
    layoutGraph(3, [
      [1, 0, 2],
      [0, 1, 3],
      [2, 2, 9],
      [0, 2, 4],
      [1, 0, 1],
    ]),
  );
  expect(merged.tieCount).toBe(2);
  expect([...merged.source]).toEqual([0, 0]);
  expect([...merged.target]).toEqual([1, 2]);
  expect([...merged.weight]).toEqual([6, 4]);
});
