import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { biconnectedComponents } from "../../src/kernel/biconnected-components.js";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { projectUndirected } from "../../src/network/project.js";
import { karate, networkOf } from "../measure/literature-graphs.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { randomNetwork } from "../support/random-network.js";

type Pair = readonly [number, number];

function componentsOf(nodeCount: number, pairs: readonly Pair[]) {
  const graph = undirectedGraph(projectUndirected(networkOf(nodeCount, pairs)));
  return listed(biconnectedComponents(graph));
}

function listed({ count, largest, isArticulation }: ReturnType<typeof biconnectedComponents>) {
  const articulation = [...isArticulation.keys()].filter((node) => isArticulation[node] === 1);
  return { count, largest, articulation };
}

describe("biconnected components", () => {
  test("of the karate club hang on its instructor alone: five people and one", () => {
    const found = biconnectedComponents(undirectedGraph(projectUndirected(karate)));
    expect(listed(found)).toEqual({ count: 3, largest: 28, articulation: [0] });
  });

  test("meet in the one person of two triangles that both need", () => {
    const bowTie: Pair[] = [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 4],
      [2, 4],
    ];
    expect(componentsOf(5, bowTie)).toEqual({ count: 2, largest: 3, articulation: [2] });
  });

  test("are two people at each bridge, and a ring in one piece", () => {
    const chain: Pair[] = [
      [0, 1],
      [1, 2],
      [2, 3],
    ];
    expect(componentsOf(4, chain)).toEqual({ count: 3, largest: 2, articulation: [1, 2] });
    expect(componentsOf(4, [...chain, [0, 3]])).toEqual({
      count: 1,
      largest: 4,
      articulation: [],
    });
  });

  test("are none of nobody and of people without ties, and stand in each part for itself", () => {
    expect(componentsOf(0, [])).toEqual({ count: 0, largest: 0, articulation: [] });
    expect(componentsOf(3, [])).toEqual({ count: 0, largest: 0, articulation: [] });
    const parts: Pair[] = [
      [1, 2],
      [4, 5],
      [5, 6],
    ];
    expect(componentsOf(8, parts)).toEqual({ count: 3, largest: 2, articulation: [5] });
  });

  test("are found in a chain of 100,000 people", () => {
    const chain = Array.from({ length: 99_999 }, (_, node): Pair => [node, node + 1]);
    const { count, largest, articulation } = componentsOf(100_000, chain);
    expect([count, largest, articulation.length]).toEqual([99_999, 2, 99_998]);
  });

  test("meet in whom parts of a network fall apart without", () => {
    const node = fc.nat(9);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 18 }), (ties) => {
        const expected = [...Array(10).keys()].filter((gone) => {
          const rest = ties.filter((pair) => !pair.includes(gone));
          // Whoever is gone is still counted, as a part of their own.
          return partCount(10, rest) - 1 > partCount(10, ties);
        });
        expect(componentsOf(10, ties).articulation).toEqual(expected);
      }),
    );
  });
});

/** Of how many parts a network is, people without ties among them. */
function partCount(nodeCount: number, pairs: readonly Pair[]): number {
  const part = Array.from({ length: nodeCount }, (_, node) => node);
  for (const [one, other] of pairs) {
    const [from, to] = [part[one], part[other]];
    for (const [node, at] of part.entries()) if (at === from) part[node] = to;
  }
  return new Set(part).size;
}

const summarySchema = z.object({
  count: z.number(),
  largest: z.number(),
  articulation: z.array(z.number()),
});
const foundSchema = z.array(z.object({ networkx: summarySchema, igraph: summarySchema }));

describe.skipIf(!hasPythonPackages)("biconnected components of any network", () => {
  test("are what networkx and igraph find", () => {
    const projections = [
      [2, 1],
      [12, 14],
      [100, 110],
      [100, 400],
      [2000, 2600],
    ].flatMap(([people, ties]) =>
      [1, 2, 3].map((seed) => projectUndirected(randomNetwork(people, ties, seed))),
    );
    const asked = projections.map(({ nodeCount, low, high }) => ({
      nodes: nodeCount,
      ties: Array.from(low, (one, tie) => [one, high[tie]]),
    }));
    const script = fileURLToPath(new URL("biconnected-components.py", import.meta.url));
    const input = JSON.stringify(asked);
    const run = spawnSync("/usr/bin/python3", [script], { encoding: "utf8", input });
    if (run.status !== 0) throw new Error(run.stderr);
    const found = foundSchema.parse(JSON.parse(run.stdout));
    expect(found).toHaveLength(projections.length);
    for (const [index, { networkx, igraph }] of found.entries()) {
      const ours = listed(biconnectedComponents(undirectedGraph(projections[index])));
      expect(ours, `network ${index}`).toEqual(networkx);
      expect(ours, `network ${index}`).toEqual(igraph);
    }
  });
});
