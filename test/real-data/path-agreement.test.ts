import { describe, expect, test } from "vitest";
import { countBetweenness } from "../../src/kernel/betweenness.js";
import {
  type CompactGraph,
  outwardGraph,
  undirectedGraph,
} from "../../src/kernel/compact-graph.js";
import { measureDistances } from "../../src/kernel/distances.js";
import { measureClustering } from "../../src/measure/node/clustering.js";
import { measureConstraint } from "../../src/measure/node/constraint.js";
import { projectUndirected } from "../../src/network/project.js";
import { betweennessInPython } from "../support/betweenness-in-python.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { nodeMeasuresInPython } from "../support/node-measures-in-python.js";
import { hasRealData } from "../support/real-data.js";
import { readRealGraph, realGraphs } from "../support/real-graphs.js";

const measures = ["farness", "harmonic", "eccentricity", "constraint", "clustering"] as const;

/** By how much the farthest value is off, as a share of itself. */
function worst(found: ArrayLike<number>, expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return expected.reduce((most, value, node) => {
    if (Number.isNaN(value) && Number.isNaN(found[node])) return most;
    return Math.max(most, Math.abs(found[node] - value) / Math.max(Math.abs(value), 1e-9));
  }, 0);
}

describe.skipIf(!hasRealData || !hasPythonPackages)("what rests on shortest paths", () => {
  const small = realGraphs.filter(({ people }) => people < 1000);

  test.each(realGraphs)("betweenness in $file, of $people people, is igraph's to 1e-9", (graph) => {
    const outward = outwardGraph(readRealGraph(graph));
    const [expected] = betweennessInPython([outward]);
    expect(worst(countBetweenness(outward), expected)).toBeLessThan(1e-9);
  });

  test.each(
    small,
  )("distances, constraint and clustering in $file are networkx's and igraph's to 1e-9", (graph) => {
    const projection = projectUndirected(readRealGraph(graph));
    const undirected = undirectedGraph(projection);
    const { farness, harmonic, eccentricity } = measureDistances(undirected);
    const ours = {
      farness,
      harmonic,
      eccentricity,
      constraint: measureConstraint(undirected),
      clustering: measureClustering(undirected).local,
    };
    const [found] = nodeMeasuresInPython([projection]);
    for (const measure of measures) {
      if (found.networkx !== null) {
        expect(worst(ours[measure], found.networkx[measure]), measure).toBeLessThan(1e-9);
      }
      expect(worst(ours[measure], found.igraph[measure]), measure).toBeLessThan(1e-9);
    }
  });
});

/** One search, level by level: nothing that the sweep shares. */
function searchFrom(
  { nodeCount, offsets, columns: neighbour }: CompactGraph,
  source: number,
): Int32Array {
  const distance = new Int32Array(nodeCount).fill(-1);
  distance[source] = 0;
  const queue = [source];
  for (const node of queue) {
    for (const to of neighbour.subarray(offsets[node], offsets[node + 1])) {
      if (distance[to] >= 0) continue;
      distance[to] = distance[node] + 1;
      queue.push(to);
    }
  }
  return distance.filter((steps) => steps > 0);
}

// All pairs take igraph a quarter of an hour there: some people are searched from one by one.
describe.skipIf(!hasRealData)("distances of the Higgs rumour", () => {
  const large = realGraphs.filter(({ people }) => people > 10_000);

  test.each(
    large,
  )("in $file are those of single searches from a hundred people, to 1e-12", (graph) => {
    const undirected = undirectedGraph(projectUndirected(readRealGraph(graph)));
    const step = Math.floor(undirected.nodeCount / 100);
    const { farness, harmonic, eccentricity, reached } = measureDistances(undirected);
    for (let node = 0; node < undirected.nodeCount; node += step) {
      const steps = searchFrom(undirected, node);
      expect(farness[node]).toBe(steps.reduce((sum, each) => sum + each, 0));
      expect(eccentricity[node]).toBe(steps.reduce((most, each) => Math.max(most, each), 0));
      expect(reached[node]).toBe(steps.length);
      const reciprocals = steps.reduce((sum, each) => sum + 1 / each, 0);
      expect(Math.abs(harmonic[node] - reciprocals)).toBeLessThanOrEqual(1e-12 * reciprocals);
    }
  });
});
