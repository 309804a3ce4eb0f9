import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  inwardGraph,
  outwardGraph,
  undirectedGraph,
  type WeightedGraph,
} from "../../src/kernel/compact-graph.js";
import { weakComponents } from "../../src/kernel/components.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import { findByLeiden } from "../../src/kernel/leiden.js";
import { findByLouvain } from "../../src/kernel/louvain.js";
import { findCommunities } from "../../src/measure/community/communities.js";
import { measureModularity } from "../../src/measure/community/modularity.js";
import { measureAssortativity } from "../../src/measure/network/assortativity.js";
import { measureTies } from "../../src/measure/network/tie-metrics.js";
import { measureBetweenness } from "../../src/measure/node/betweenness.js";
import { measureClustering } from "../../src/measure/node/clustering.js";
import { measureDegrees } from "../../src/measure/node/degree.js";
import type { CommunityMethod } from "../../src/model/community-method.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "../measure/literature-graphs.js";
import { hasPythonPackages, measureInPython } from "../support/measure-in-python.js";
import { piecesByLabel } from "../support/pieces.js";
import { hasRealData, realData } from "../support/real-data.js";

const rowsSchema = z.array(z.array(z.string()));

/** An undirected edge list as a network that has every tie both ways. */
function undirectedNetwork(file: string, isWeighted = false) {
  const rows = rowsSchema.parse(parse(readFileSync(realData(`graphs/${file}`)), { from_line: 2 }));
  const names = [...new Set(rows.flatMap((row) => row.slice(0, 2)))];
  const numberOf = new Map(names.map((name, index) => [name, index]));
  const pairs = rows.map(
    ([source, target, weight]) =>
      [
        numberOf.get(source) ?? -1,
        numberOf.get(target) ?? -1,
        isWeighted ? Number(weight) : 1,
      ] as const,
  );
  return { network: networkOf(names.length, pairs, true), numberOf };
}

function footballNetwork(): Network {
  const text = readFileSync(realData("graphs/gephi__football.graphml"), "utf8");
  const ties = [...text.matchAll(/source="n(\d+)" target="n(\d+)"/gu)].map(
    ([, source, target]) => [Number(source), Number(target)] as const,
  );
  return networkOf(115, ties, true);
}

function bestModularity(network: Network, method: CommunityMethod): number {
  const projection = projectUndirected(network);
  const found = Array.from({ length: 50 }, (_, seed) =>
    findCommunities(projection, { method, seed }),
  );
  return Math.max(...found.map(({ modularity }) => modularity ?? Number.NaN));
}

describe.skipIf(!hasRealData)("communities of the literature", () => {
  const misérables = "networkx__les_miserables.edges.csv";
  const named = {
    "Les Misérables": () => undirectedNetwork(misérables).network,
    "Les Misérables by weight": () => undirectedNetwork(misérables, true).network,
    "the dolphins of Doubtful Sound": () =>
      undirectedNetwork("networkdata__dolphins_2.edges.csv").network,
    "college football": footballNetwork,
  };
  // The highest that is known, by exact methods: Brandes and others (2008), On modularity clustering;
  // Aloise and others (2010), Column generation algorithms for exact modularity maximization.
  const highest = [
    ["Les Misérables", 77, 254, 0.560_01],
    ["Les Misérables by weight", 77, 254, 0.566_69],
    ["the dolphins of Doubtful Sound", 62, 159, 0.528_52],
    ["college football", 115, 613, 0.604_57],
  ] as const;

  test.each(
    (["leiden", "louvain"] as const).flatMap((method) =>
      highest.map((row) => [method, ...row] as const),
    ),
  )("%s: %s, of %d people and %d ties, have a modularity of %d", (method, name, people, ties, best) => {
    const network = named[name]();
    expect(network).toMatchObject({ nodeCount: people, tieCount: 2 * ties });
    expect(bestModularity(network, method)).toBeCloseTo(best, 5);
  });
});

describe.skipIf(!hasRealData)("the Higgs boson's 116,408 mentioning people", () => {
  const graph = (): WeightedGraph => {
    const rows = readFileSync(realData("graphs/higgs-mention.edgelist"), "utf8").trim().split("\n");
    const ties = rows.map((row) => row.split(" ").map(Number));
    const people = [...new Set(ties.flatMap((tie) => tie.slice(0, 2)))];
    const numberOf = new Map(people.map((id, index) => [id, index]));
    const pairs = ties.map(
      ([source, target, weight]) =>
        [numberOf.get(source) ?? -1, numberOf.get(target) ?? -1, weight] as const,
    );
    return undirectedGraph(projectUndirected(networkOf(numberOf.size, pairs)));
  };

  // Of five seeds the highest of igraph 0.10.2, community_leiden with two iterations and
  // community_multilevel.
  test("have communities of no lower modularity than igraph finds, by Leiden all connected", () => {
    const people = graph();
    expect(people.nodeCount).toBe(116_408);
    const modularityOf = (find: typeof findByLeiden): number =>
      Math.max(...[1, 2, 3].map((seed) => measureModularity(people, find(people, seed)) ?? 0));
    expect(modularityOf(findByLeiden)).toBeGreaterThan(0.8452);
    expect(modularityOf(findByLouvain)).toBeGreaterThan(0.84022);
    const pieces = piecesByLabel(people, findByLeiden(people, 1));
    expect([...pieces.values()].every((count) => count === 1)).toBe(true);
  });
});

describe.skipIf(!hasRealData)("how the people of a network are tied together", () => {
  const files = [
    ["networkx__les_miserables.edges.csv", 0.5731, 0.4989, -0.1652, 9],
    ["networkdata__dolphins_2.edges.csv", 0.259, 0.3088, -0.0436, 4],
  ] as const;

  test.each(
    files,
  )("%s: clustering %d, transitivity %d, assortativity %d and a core of depth %d", (file, clustering, transitivity, assortativity, depth) => {
    const graph = undirectedGraph(projectUndirected(undirectedNetwork(file).network));
    const found = measureClustering(graph);
    expect(found.averageLocal).toBeCloseTo(clustering, 4);
    expect(found.transitivity).toBeCloseTo(transitivity, 4);
    expect(measureAssortativity(graph)).toBeCloseTo(assortativity, 4);
    expect(Math.max(...findCoreNumbers(graph))).toBe(depth);
  });

  test.skipIf(!hasPythonPackages)("is what networkx and igraph measure, to 1e-9", () => {
    const networks = files.map(([file]) => undirectedNetwork(file).network);
    for (const [index, theirs] of measureInPython(networks).entries()) {
      const graph = undirectedGraph(projectUndirected(networks[index]));
      const found = measureClustering(graph);
      for (const other of [theirs.networkx, theirs.igraph]) {
        expect(found.averageLocal).toBeCloseTo(other.average_clustering, 9);
        expect(found.transitivity).toBeCloseTo(other.transitivity ?? Number.NaN, 9);
        expect(measureAssortativity(graph)).toBeCloseTo(
          other.degree_assortativity ?? Number.NaN,
          9,
        );
        expect(Math.max(...findCoreNumbers(graph))).toBe(other.k_core_depth);
      }
    }
  });
});

const publishedSchema = z.object({
  nodes: z.number(),
  edges: z.number(),
  density: z.number(),
  components: z.number(),
  betweenness_top20: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

describe.skipIf(!hasRealData)("the Quakers of the Programming Historian", () => {
  test("have the sizes, density, components, degrees and betweenness that are published", () => {
    const published = publishedSchema.parse(
      JSON.parse(readFileSync(realData("graphs/quakers-networkx.json"), "utf8")),
    );
    const { network, numberOf } = undirectedNetwork("quakers_edgelist.csv");
    const degrees = measureDegrees(network);
    const betweenness = measureBetweenness(network);
    const density = measureTies({
      network,
      degrees,
      outward: outwardGraph(network),
      inward: inwardGraph(network),
    }).graph_density;
    expect(network).toMatchObject({ nodeCount: published.nodes, tieCount: 2 * published.edges });
    expect(density).toBeCloseTo(published.density, 6);
    expect(weakComponents(network).count).toBe(published.components);
    for (const [name, value, degree] of published.betweenness_top20) {
      const node = numberOf.get(name) ?? -1;
      expect(betweenness[node], name).toBeCloseTo(value, 12);
      expect(degrees.inDegree[node], name).toBe(degree);
    }
  });
});
