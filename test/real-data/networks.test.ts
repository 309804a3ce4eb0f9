import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { InputFormatName } from "../../src/model/provenance.js";
import { type AnalyzedFiles, analyzeFiles } from "../support/analyze-files.js";
import { hasRealData, realData } from "../support/real-data.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = realData("graphs/");
const outputs = temporaryFolder();

const reportSchema = z.object({
  network: z.object({
    tieRule: z.string(),
    metrics: z.array(z.object({ metric: z.string(), value: z.number().optional() })),
    ties: z.array(z.object({ source: z.string(), target: z.string(), weight: z.number() })),
  }),
  people: z.array(
    z.object({ id: z.string(), inDegree: z.number(), betweenness: z.number().optional() }),
  ),
  communities: z.array(z.object({ size: z.number() })),
  follow: z.object({ warnings: z.array(z.string()), eligible: z.number() }),
});
type Report = z.output<typeof reportSchema>;

async function measured(name: string, format?: InputFormatName): Promise<Report & AnalyzedFiles> {
  const out = join(outputs, `${name}-${format ?? ""}`);
  const options = format === undefined ? {} : { format };
  const analyzed = await analyzeFiles([join(folder, name)], out, options);
  const text = readFileSync(join(out, "report.json"), "utf8");
  return { ...reportSchema.parse(JSON.parse(text)), ...analyzed };
}

function metricOf(report: Report, metric: string): number | undefined {
  return report.network.metrics.find((row) => row.metric === metric)?.value;
}

/** Undirected betweenness of the directed network that has both ways, as published values give it. */
function topByBetweenness(report: Report, count: number): [string, number][] {
  return report.people
    .map(({ id, betweenness }): [string, number] => [id, betweenness ?? Number.NaN])
    .sort((a, b) => b[1] - a[1])
    .slice(0, count);
}

const classicsSchema = z.record(
  z.string(),
  z.object({
    n: z.number(),
    m: z.number(),
    top_betweenness: z.array(z.tuple([z.string(), z.number()])),
    optimal_modularity: z.number().optional(),
  }),
);

describe.skipIf(!hasRealData)("networks of the literature", () => {
  const classics = (): z.output<typeof classicsSchema> => {
    const all: unknown = JSON.parse(readFileSync(join(folder, "classics-igraph.json"), "utf8"));
    const wanted = z.object({ dolphins: z.unknown(), karate: z.unknown() }).parse(all);
    return classicsSchema.parse(wanted);
  };

  test("Zachary's karate club has 34 people, 78 ties and its weights", async () => {
    const report = await measured("networkx__karate_weighted.edges.csv", "undirected-edge-list");
    expect(report.people).toHaveLength(34);
    expect(report.network.ties).toHaveLength(2 * 78);
    expect(
      report.network.ties.find(({ source, target }) => source === "0" && target === "1"),
    ).toMatchObject({ weight: 4 });
    const sum = report.network.ties.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBe(2 * 231);
    const expected = classics().karate.top_betweenness;
    const found = topByBetweenness(report, 5).map(([id, value]): [string, number] => [
      String(Number(id) + 1),
      (value * 33 * 32) / 2,
    ]);
    for (const [index, [id, value]] of expected.entries()) {
      expect(found[index][0]).toBe(id);
      expect(found[index][1]).toBeCloseTo(value, 2);
    }
  });

  test("Les Misérables has 77 people and 254 ties, and its modularity with weights", async () => {
    const report = await measured("networkx__les_miserables.edges.csv", "undirected-edge-list");
    expect(report.people).toHaveLength(77);
    expect(report.network.ties).toHaveLength(2 * 254);
    expect(metricOf(report, "modularity")).toBeCloseTo(0.5667, 2);
    expect(topByBetweenness(report, 1)[0][0]).toBe("Valjean");
  });

  test("the dolphins of Doubtful Sound, nodes and edges from two tables", async () => {
    const out = join(outputs, "dolphins");
    await analyzeFiles(
      ["nodes", "edges"].map((table) => join(folder, `networkdata__dolphins_2.${table}.csv`)),
      out,
      { format: "undirected-edge-list" },
    );
    const report = reportSchema.parse(JSON.parse(readFileSync(join(out, "report.json"), "utf8")));
    const { n, m, top_betweenness: top } = classics().dolphins;
    expect(report.people).toHaveLength(n);
    expect(report.network.ties).toHaveLength(2 * m);
    expect(metricOf(report, "modularity")).toBeGreaterThan(0.51);
    for (const [index, [id, value]] of topByBetweenness(report, top.length).entries()) {
      expect(id).toBe(top[index][0]);
      expect((value * (n - 1) * (n - 2)) / 2).toBeCloseTo(top[index][1], 2);
    }
  });

  test("the early Quakers have the published density and betweenness", async () => {
    const report = await measured("quakers_edgelist.csv", "undirected-edge-list");
    expect(report.people).toHaveLength(119);
    expect(report.network.ties).toHaveLength(2 * 174);
    expect(metricOf(report, "graph_density")).toBeCloseTo(0.0248, 4);
    expect(metricOf(report, "connected_components")).toBe(12);
    const golden = z
      .object({ betweenness_top20: z.array(z.tuple([z.string(), z.number(), z.number()])) })
      .parse(JSON.parse(readFileSync(join(folder, "quakers-networkx.json"), "utf8")));
    for (const [name, betweenness, degree] of golden.betweenness_top20) {
      const person = report.people.find(({ id }) => id === name);
      expect(person?.betweenness).toBeCloseTo(betweenness, 12);
      expect(person?.inDegree).toBe(degree);
    }
  });

  test("without being told, a table of edges is directed", async () => {
    const report = await measured("quakers_edgelist.csv");
    expect(report.network.ties).toHaveLength(174);
    expect(report.network.tieRule).not.toContain("each direction");
  });

  test("college football as GraphML is undirected by its own word", async () => {
    const report = await measured("gephi__football.graphml");
    expect(report.people).toHaveLength(115);
    expect(report.inputs[0]).toMatchObject({ format: "graphml", read: 613, kept: 613 });
    expect(report.network.ties).toHaveLength(2 * 613);
    expect(report.network.tieRule).toContain("an undirected edge counts in each direction");
    expect(report.inputs[0].unknownKeys).toEqual([{ key: "partition", count: 115 }]);
    expect(metricOf(report, "modularity")).toBeCloseTo(0.6046, 2);
  });

  test("the US Congress, whose weights are probabilities", async () => {
    const report = await measured("congress.edgelist");
    expect(report.people).toHaveLength(475);
    expect(report.network.ties).toHaveLength(13_289);
    expect(
      report.network.ties.find(({ source, target }) => source === "0" && target === "25"),
    ).toMatchObject({
      weight: 0.004210526315789474,
    });
    expect(metricOf(report, "total_edges")).toBe(13_289);
    expect(report.follow).toMatchObject({
      eligible: 0,
      warnings: [expect.stringContaining("came without posts")],
    });
  });

  test("116,408 people who mentioned each other at the Higgs boson's discovery", async () => {
    const report = await measured("higgs-mention.edgelist");
    expect(report.inputs[0]).toMatchObject({ read: 150_818, kept: 150_818, skipped: [] });
    expect(report.people).toHaveLength(116_408);
    // 5,353 of the 150,818 are of people who mention themselves.
    expect(report.network.ties).toHaveLength(145_465);
    const between = report.people.map(({ betweenness }) => betweenness ?? Number.NaN);
    expect(between.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(between.some((value) => value > 0)).toBe(true);
  }, 240_000);
});
