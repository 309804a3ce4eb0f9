import { describe, expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { measureConstraint } from "../../src/measure/node/constraint.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { karate, networkOf } from "./literature-graphs.js";

type Pair = readonly [number, number];

function constraintOf(network: Network): number[] {
  return [...measureConstraint(undirectedGraph(projectUndirected(network)))];
}

describe("constraint", () => {
  test("in Zachary's karate club is what networkx prints, lowest for the two leaders", () => {
    const found = constraintOf(karate);
    expect(found[0]).toBeCloseTo(0.155423, 6);
    expect(found[33]).toBeCloseTo(0.156419, 6);
    expect(found[11]).toBe(1);
    expect(found[16]).toBeCloseTo(0.78125, 12);
    expect(found[8]).toBeCloseTo(0.303601, 6);
    expect(found.toSorted((a, b) => a - b)[0]).toBe(found[0]);
  });

  test("of three who all know each other is two times three quarters squared", () => {
    const triangle = networkOf(3, [
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    expect(constraintOf(triangle)).toEqual([1.125, 1.125, 1.125]);
  });

  test("weighs ties: of two strangers, whoever has three quarters of the strength counts more", () => {
    const weighted = networkOf(3, [
      [0, 1, 3],
      [2, 0, 1],
    ]);
    expect(constraintOf(weighted)).toEqual([0.625, 1, 1]);
  });

  test("is not defined without contacts, or with ties of no strength", () => {
    expect(constraintOf(networkOf(0, []))).toEqual([]);
    expect(constraintOf(networkOf(1, []))).toEqual([Number.NaN]);
    expect(constraintOf(networkOf(3, [[0, 1, 0]]))).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    // What a contact without strength has to give is nothing.
    const besides = networkOf(4, [
      [0, 1, 1],
      [0, 2, 0],
      [1, 2, 0],
    ]);
    expect(constraintOf(besides)).toEqual([1, 1, Number.NaN, Number.NaN]);
  });

  test("of 20,000 around one is 1, and the one has hardly any", () => {
    const pairs = Array.from({ length: 20_000 }, (_, at): Pair => [at + 1, 0]);
    const found = constraintOf(networkOf(20_001, pairs));
    expect(found[0]).toBeCloseTo(1 / 20_000, 12);
    expect(new Set(found.slice(1))).toEqual(new Set([1]));
  });
});
