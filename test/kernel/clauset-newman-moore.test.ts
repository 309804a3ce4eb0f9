import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import modularity from "graphology-metrics/graph/modularity.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { clausetNewmanMoore } from "../../src/kernel/clauset-newman-moore.js";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { projectUndirected } from "../../src/network/project.js";
import { karate, networkOf } from "../measure/literature-graphs.js";
import { cases } from "../support/cases.js";
import { hasPythonPackages } from "../support/measure-in-python.js";

type Tie = readonly [number, number, number];

function communitiesOf(nodeCount: number, ties: readonly Tie[]): Int32Array {
  return clausetNewmanMoore(undirectedGraph(projectUndirected(networkOf(nodeCount, ties))));
}

function unweighted(pairs: readonly (readonly [number, number])[]): Tie[] {
  return pairs.map(([one, other]) => [one, other, 1]);
}

function modularityOf(nodeCount: number, ties: readonly Tie[], of: Int32Array): number {
  const graph = new UndirectedGraph();
  for (let node = 0; node < nodeCount; node += 1) graph.addNode(node);
  for (const [one, other, weight] of ties) graph.addEdge(one, other, { weight });
  return modularity(graph, { getNodeCommunity: (node) => of[Number(node)] });
}

/** Each pair of nodes once, without loops. */
function simpleTies(ties: readonly Tie[]): Tie[] {
  const byPair = new Map<string, Tie>();
  for (const [one, other, weight] of ties) {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    if (low !== high) byPair.set(`${low} ${high}`, [low, high, weight]);
  }
  return [...byPair.values()];
}

/**
 * The same, eagerly: each round counts every gain anew from the ties, joins on until nothing tied is
 * left, and goes back to where modularity was highest first. Communities stand at their smallest node.
 */
function byCountingAll(nodeCount: number, ties: readonly Tie[]): number[] {
  const total = 2 * ties.reduce((sum, [, , weight]) => sum + weight, 0);
  let of = Array.from({ length: nodeCount }, (_, node) => node);
  let best = of;
  let gained = 0;
  let most = 0;
  for (;;) {
    const strength = new Float64Array(nodeCount);
    const between = new Map<number, number>();
    for (const [one, other, weight] of ties) {
      const low = Math.min(of[one], of[other]);
      const high = Math.max(of[one], of[other]);
      strength[low] += weight;
      strength[high] += weight;
      if (low === high) continue;
      const pair = low * nodeCount + high;
      between.set(pair, (between.get(pair) ?? 0) + weight);
    }
    const candidates = [...between].map(([pair, weight]) => {
      const [low, high] = [Math.floor(pair / nodeCount), pair % nodeCount];
      return { low, high, gain: weight * total - strength[low] * strength[high] };
    });
    if (candidates.length === 0) return best;
    candidates.sort((a, b) => b.gain - a.gain || b.low - a.low || b.high - a.high);
    const { low, high, gain } = candidates[0];
    of = of.map((community) => (community === high ? low : community));
    gained += gain;
    if (gained <= most) continue;
    most = gained;
    best = of;
  }
}

/** Numbered from 0 by smallest node, as they stand at it. */
function numbered(of: readonly number[]): number[] {
  const communities = [...new Set(of)];
  return of.map((community) => communities.indexOf(community));
}

describe("Clauset, Newman and Moore's communities", () => {
  test("of the karate club are three groups of 17, 9 and 8, at 0.380671", () => {
    const of = clausetNewmanMoore(undirectedGraph(projectUndirected(karate)));
    const groups = [0, 1, 2].map((community) =>
      [...of.keys()].filter((node) => of[node] === community),
    );
    expect(groups).toEqual([
      [0, 4, 5, 6, 10, 11, 16, 19],
      [1, 2, 3, 7, 9, 12, 13, 17, 21],
      [8, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33],
    ]);
    const ties = simpleTies(
      Array.from(karate.source, (source, tie): Tie => [source, karate.target[tie], 1]),
    );
    expect(modularityOf(34, ties, of)).toBeCloseTo(0.380671, 6);
  });

  test("join the pair with the larger labels where gains are the same", () => {
    const path = unweighted([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect([...communitiesOf(5, path)]).toEqual([0, 0, 1, 1, 1]);
  });

  test("follow the weights of ties, which need not be whole", () => {
    const square = (weight: number): Tie[] => [
      [0, 1, weight],
      [1, 2, 0.5],
      [2, 3, weight],
      [0, 3, 0.5],
    ];
    expect([...communitiesOf(4, square(1.25))]).toEqual([0, 0, 1, 1]);
    expect([...communitiesOf(4, square(0.25))]).toEqual([0, 1, 1, 0]);
  });

  test("leave alone who has no ties, or none that weighs anything", () => {
    expect([...communitiesOf(0, [])]).toEqual([]);
    expect([...communitiesOf(1, [])]).toEqual([0]);
    expect([...communitiesOf(3, [[0, 1, 0]])]).toEqual([0, 1, 2]);
    expect([...communitiesOf(4, [[1, 3, 2]])]).toEqual([0, 1, 2, 1]);
  });

  test("do not reach over from one component to another", () => {
    const triangles = unweighted([
      [0, 2],
      [2, 4],
      [0, 4],
      [1, 3],
      [3, 5],
      [1, 5],
    ]);
    expect([...communitiesOf(7, triangles)]).toEqual([0, 1, 0, 1, 0, 1, 2]);
  });

  test("take in all who hang on one, and both ends of a long chain", () => {
    const star = Array.from({ length: 50_000 }, (_, leaf): Tie => [0, leaf + 1, 1]);
    expect(new Set(communitiesOf(50_001, star))).toEqual(new Set([0]));
    const chain = Array.from({ length: 50_000 }, (_, node): Tie => [node, node + 1, 1]);
    const of = communitiesOf(50_001, chain);
    // Pieces of the chain, numbered from its one end to the other.
    expect(of.every((community, node) => node === 0 || community - of[node - 1] < 2)).toBe(true);
    expect(of.indexOf(0, of.indexOf(1))).toBe(-1);
  });

  test("are those of counting every gain anew, on any graph with whole weights", () => {
    const node = fc.nat(13);
    const weight = fc.integer({ min: 0, max: 3 });
    const leaves = fc.array(fc.tuple(node, weight), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node, weight), { maxLength: 40 }),
        leaves,
        fc.shuffledSubarray(
          Array.from({ length: 22 }, (_, at) => at),
          { minLength: 22 },
        ),
        (tied, hanging, places) => {
          const ties = simpleTies([
            ...tied.map(([one, other, weight]): Tie => [places[one], places[other], weight]),
            ...hanging.map(([at, weight], leaf): Tie => [places[at], places[14 + leaf], weight]),
          ]);
          expect([...communitiesOf(22, ties)]).toEqual(numbered(byCountingAll(22, ties)));
        },
      ),
      { numRuns: cases(500) },
    );
  });

  test("are those of counting every gain anew, on larger graphs of weights that do not tie", () => {
    for (const [people, tied] of [
      [60, 90],
      [60, 400],
      [150, 300],
    ]) {
      const { ties } = randomTies(people, tied, people + tied);
      expect([...communitiesOf(people, ties)]).toEqual(numbered(byCountingAll(people, ties)));
    }
  });
});

const foundSchema = z.array(z.object({ networkx: z.number(), igraph: z.number() }));

/** The modularity of what networkx and igraph find. */
function inPython(networks: readonly { nodes: number; ties: readonly Tie[] }[]) {
  const script = fileURLToPath(new URL("greedy-communities.py", import.meta.url));
  const input = JSON.stringify(networks);
  const run = spawnSync("/usr/bin/python3", ["-W", "ignore", script], { encoding: "utf8", input });
  if (run.status !== 0) throw new Error(run.stderr);
  return foundSchema.parse(JSON.parse(run.stdout));
}

describe.skipIf(!hasPythonPackages)("greedy communities where no two gains are the same", () => {
  const sizes = [
    [12, 20],
    [100, 150],
    [100, 1000],
    [400, 500],
    [400, 1200],
  ];
  const networks = sizes.flatMap(([people, tied]) =>
    [1, 2].map((seed) => randomTies(people, tied, seed)),
  );
  const found = hasPythonPackages ? inPython(networks) : [];
  const ours = networks.map(({ nodes, ties }) =>
    modularityOf(nodes, ties, communitiesOf(nodes, ties)),
  );

  test("have networkx's modularity, to 1e-9", () => {
    expect(found).toHaveLength(networks.length);
    for (const [index, { networkx }] of found.entries()) {
      expect(ours[index], `network ${index}`).toBeCloseTo(networkx, 9);
    }
  });

  // In dense networks igraph 0.10 now and then joins a pair that is not the best one.
  test("have igraph's modularity, to 1e-9 where ties are few and to 0.01 everywhere", () => {
    for (const [index, { igraph }] of found.entries()) {
      const { nodes, ties } = networks[index];
      const digits = ties.length < 2 * nodes ? 9 : 2;
      expect(ours[index], `network ${index}`).toBeCloseTo(igraph, digits);
    }
  });
});

/** So many ties at most, each of a weight of its own. */
function randomTies(nodes: number, count: number, seed: number) {
  const random = seededRandom(seed);
  const anybody = (): number => Math.floor(nodes * random());
  const ties = Array.from({ length: count }, (): Tie => [anybody(), anybody(), 0.1 + random()]);
  return { nodes, ties: simpleTies(ties) };
}
