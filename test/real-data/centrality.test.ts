import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import {
  inwardGraph,
  outwardGraph,
  undirectedGraph,
} from "../../src/measure/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/measure/kernel/core-numbers.js";
import { scoreEigenvector } from "../../src/measure/kernel/eigenvector.js";
import { scoreHubsAndAuthorities } from "../../src/measure/kernel/hits.js";
import { measurePagerank } from "../../src/measure/pagerank.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "../measure/literature-graphs.js";
import { centralityInPython } from "../support/centrality-in-python.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { hasRealData, realData } from "../support/real-data.js";

type Row = readonly [source: string, target: string, weight: number];

/** `u v w`, or `u v {'weight': w}`. */
function spacedRows(file: string): Row[] {
  const text = readFileSync(realData(`graphs/${file}`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [source, target] = line.split(" ");
      return [source, target, Number(/[\d.e-]+(?=\}?$)/u.exec(line)?.[0])];
    });
}

function tableRows(file: string): Row[] {
  const rows: string[][] = parse(readFileSync(realData(`graphs/${file}`)), { from_line: 2 });
  return rows.map(([source, target, weight]) => [source, target, Number(weight)]);
}

/** People are numbered as they first come. */
function networkFrom(rows: readonly Row[], isMutual: boolean): Network {
  const numberOf = new Map<string, number>();
  const number = (name: string): number => {
    const known = numberOf.get(name) ?? numberOf.size;
    numberOf.set(name, known);
    return known;
  };
  const pairs = rows.map(
    ([source, target, weight]) => [number(source), number(target), weight] as const,
  );
  return networkOf(numberOf.size, pairs, isMutual);
}

const files = [
  ["networkx__karate_weighted.edges.csv", 34],
  ["networkx__les_miserables.edges.csv", 77],
  ["congress.edgelist", 475],
  ["higgs-reply.edgelist", 38_918],
  ["higgs-mention.edgelist", 116_408],
] as const;

/** By how much the farthest value is off, as a share of itself where those of small people count. */
function worst(found: ArrayLike<number>, expected: readonly number[], isOfItself: boolean): number {
  return expected.reduce((most, value, node) => {
    const off = Math.abs(found[node] - value);
    return Math.max(most, isOfItself ? off / value : off);
  }, 0);
}

describe.skipIf(!hasRealData || !hasPythonPackages)("centrality is networkx's and igraph's", () => {
  test.each(files)("to 1e-9 for %s of %d people", (file, people) => {
    const isTable = file.endsWith(".csv");
    const network = networkFrom(isTable ? tableRows(file) : spacedRows(file), isTable);
    expect(network.nodeCount).toBe(people);
    expect(network.weight.every((weight) => weight > 0)).toBe(true);
    const [found] = centralityInPython([network]);
    const undirected = undirectedGraph(projectUndirected(network));
    const pagerank = measurePagerank(network);
    const cores = findCoreNumbers(undirected);
    const eigenvector = scoreEigenvector(undirected);
    const { hub, authority } = scoreHubsAndAuthorities(outwardGraph(network), inwardGraph(network));
    for (const theirs of [found.igraph, found.networkx]) {
      if (theirs === null) continue;
      expect(worst(pagerank, theirs.pagerank, true)).toBeLessThan(1e-9);
      expect(worst(cores, theirs.core_number, false)).toBe(0);
      expect(worst(eigenvector, theirs.eigenvector, false)).toBeLessThan(1e-9);
      expect(worst(hub, theirs.hub, false)).toBeLessThan(1e-9);
      expect(worst(authority, theirs.authority, false)).toBeLessThan(1e-9);
    }
  });
});
