import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { nodexlGraph } from "../../src/measure/nodexl/nodexl-graph.js";
import { measureNodexlModularity } from "../../src/measure/nodexl/nodexl-modularity.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "../measure/literature-graphs.js";
import { hasRealData, realReference } from "../support/real-data.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const graphSchema = z.object({
  name: z.string(),
  edges: z.array(z.tuple([z.number(), z.number()])),
  vertices: z.number(),
  unique_edges: z.number(),
  edges_with_duplicates: z.number(),
  total_edges: z.number(),
  self_loops: z.number(),
  density: z.number(),
  reciprocated_vertex_pair_ratio: z.number(),
  reciprocated_edge_ratio: z.number(),
  connected_components: z.number(),
  diameter: z.number(),
  avg_geodesic: z.number(),
  modularity_nodexl: z.number(),
  cnm_groups: z.array(z.array(z.number())),
  vertex_metrics: z.record(
    z.string(),
    z.object({
      closeness: z.number(),
      betweenness: z.number(),
      eigenvector: z.number(),
      pagerank: z.number(),
    }),
  ),
});

const golden = hasRealData
  ? z
      .array(graphSchema)
      .parse(JSON.parse(readFileSync(realReference("nodexl-golden.json"), "utf8")))
  : [];
const folder = temporaryFolder();
const rowsSchema = z.array(z.record(z.string(), z.string()));

function readTable(path: string) {
  return rowsSchema.parse(parse(readFileSync(path), { columns: true, bom: true }));
}

async function measure(graph: z.output<typeof graphSchema>) {
  const input = join(folder, "edges.csv");
  const out = join(folder, "out");
  writeFileSync(input, `source,target\n${graph.edges.map((edge) => edge.join(",")).join("\n")}\n`);
  const words = ["analyze", input, "--edges", "nodexl", "--metrics", "nodexl", "--out", out];
  const { code, stderr } = await runCommand([...words, "--communities", "cnm"]);
  expect(code, stderr).toBe(0);
  const metrics = new Map(
    readTable(join(out, "network.csv")).map(({ metric, value }) => [metric, Number(value)]),
  );
  return { metrics, people: readTable(join(out, "nodes.csv")) };
}

describe.skipIf(!hasRealData)("a list of edges as NodeXL measures it", () => {
  test.each(golden)("$name: its table, and everybody's numbers as printed", async (graph) => {
    const { metrics, people } = await measure(graph);
    const table = {
      vertices: graph.vertices,
      unique_edges: graph.unique_edges,
      edges_with_duplicates: graph.edges_with_duplicates,
      total_edges: graph.total_edges,
      self_loops: graph.self_loops,
      graph_density: graph.density,
      reciprocated_vertex_pair_ratio: graph.reciprocated_vertex_pair_ratio,
      reciprocated_edge_ratio: graph.reciprocated_edge_ratio,
      connected_components: graph.connected_components,
      diameter: graph.diameter,
      average_geodesic_nodexl: graph.avg_geodesic,
    };
    for (const [metric, value] of Object.entries(table)) {
      expect(metrics.get(metric), metric).toBeCloseTo(value, 6);
    }
    expect(people).toHaveLength(graph.vertices);
    for (const person of people) {
      const printed = graph.vertex_metrics[person.id];
      for (const measure of ["betweenness", "closeness", "pagerank"] as const) {
        expect(Math.abs(Number(person[measure]) - printed[measure]), measure).toBeLessThan(1e-6);
      }
      expect(Math.abs(Number(person.eigenvector) - printed.eigenvector)).toBeLessThan(1e-3);
    }
  });

  test.each(golden)("$name: modularity of the groups that it found", (graph) => {
    const names = [...new Set(graph.edges.flat())];
    const numberOf = new Map(names.map((name, index) => [name, index]));
    const pairs = new Map(
      graph.edges.map(([from, to]) => [
        `${from} ${to}`,
        [numberOf.get(from) ?? -1, numberOf.get(to) ?? -1] as const,
      ]),
    );
    const network = networkOf(names.length, [...pairs.values()]);
    const groupOf = new Int32Array(names.length);
    for (const [group, members] of graph.cnm_groups.entries()) {
      for (const member of members) groupOf[numberOf.get(member) ?? -1] = group;
    }
    const modularity = measureNodexlModularity({
      ...nodexlGraph(network, undirectedGraph(projectUndirected(network))),
      groupOf,
      groupCount: graph.cnm_groups.length,
      interactions: graph.total_edges,
    });
    expect(modularity).toBeCloseTo(graph.modularity_nodexl, 6);
  });
});

const publishedSchema = z.array(
  z.object({
    map: z.string(),
    vertices: z.coerce.number(),
    unique_edges: z.coerce.number(),
    edges_with_duplicates: z.coerce.number(),
    total_edges: z.coerce.number(),
    self_loops: z.coerce.number(),
    connected_components: z.coerce.number(),
    single_vertex_components: z.coerce.number(),
    max_vertices_in_component: z.coerce.number(),
    max_edges_in_component: z.coerce.number(),
    density: z.coerce.number(),
    reciprocated_vertex_pair_ratio: z.string(),
    reciprocated_edge_ratio: z.string(),
  }),
);

describe.skipIf(!hasRealData)("the 25 tables that were published with maps", () => {
  const tables = hasRealData
    ? publishedSchema.parse(readTable(realReference("nodexl-published.csv")))
    : [];

  test("fit together by the definitions that are ours too", () => {
    expect(tables).toHaveLength(25);
    for (const table of tables) {
      const { map, vertices } = table;
      expect(table.total_edges, map).toBe(table.unique_edges + table.edges_with_duplicates);
      expect(table.connected_components, map).toBeGreaterThanOrEqual(
        table.single_vertex_components,
      );
      expect(table.max_vertices_in_component, map).toBeLessThanOrEqual(
        vertices - table.connected_components + 1,
      );
      expect(table.max_edges_in_component, map).toBeLessThanOrEqual(table.total_edges);
      // Ordered pairs of two people: a whole number, of which duplicates have at least two rows each.
      const pairs = table.density * vertices * (vertices - 1);
      expect(Math.abs(pairs - Math.round(pairs)), map).toBeLessThan(
        0.01 * Math.max(1, pairs / 100),
      );
      expect(pairs, map).toBeLessThanOrEqual(
        table.unique_edges + table.edges_with_duplicates / 2 + 0.5,
      );
      if (table.reciprocated_edge_ratio === "") continue;
      const ratio = Number(table.reciprocated_vertex_pair_ratio);
      expect(Number(table.reciprocated_edge_ratio), map).toBeCloseTo((2 * ratio) / (1 + ratio), 5);
    }
  });
});
