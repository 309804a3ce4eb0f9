import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { analyzeFiles } from "../support/analyze-files.js";
import { isThere } from "../support/is-there.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const python = "/usr/bin/python3";
const hasPackages = isThere(
  "networkx-and-igraph",
  spawnSync(python, ["-c", "import networkx, igraph"]).status === 0,
  "GraphML in Debian's python3-networkx and python3-igraph",
);
const numberById = z.record(z.string(), z.number());
const foundSchema = z.object({
  networkx: z.object({
    people: z.record(z.string(), z.record(z.string(), z.unknown())),
    ties: z.array(z.tuple([z.string(), z.string(), z.record(z.string(), z.unknown())])),
    betweenness: numberById,
  }),
  igraph: z.object({
    ids: z.array(z.string()),
    labels: z.array(z.string()),
    ties: z.array(z.tuple([z.string(), z.string(), z.number()])),
    pagerank: numberById,
    byName: z.object({ vertices: z.array(z.string()), edges: z.number() }),
  }),
});

const reportSchema = z.object({
  network: z.object({
    ties: z.array(z.object({ source: z.string(), target: z.string(), weight: z.number() })),
  }),
  people: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      name: z.string().optional(),
      followers: z.number().optional(),
      community: z.string().optional(),
      pagerank: z.number(),
      betweenness: z.number(),
    }),
  ),
});

describe.skipIf(!hasPackages)("network.graphml", () => {
  const folder = temporaryFolder();
  const rewritten = join(folder, "igraph.graphml");
  let found: z.output<typeof foundSchema>;
  let report: z.output<typeof reportSchema>;

  beforeAll(async () => {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    // Coarse figures are not those of the network.
    await analyzeFiles([join(root, "fixtures/community.ndjson")], folder, { coarsen: "never" });
    report = reportSchema.parse(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")));
    const script = join(root, "test/report/read-network.py");
    const run = spawnSync(python, [script, join(folder, "network.graphml"), rewritten], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    expect(run.stderr).toBe("");
    found = foundSchema.parse(JSON.parse(run.stdout));
  });

  test("has the same people for networkx and igraph, with their attributes", () => {
    expect(Object.keys(found.networkx.people)).toEqual(report.people.map(({ id }) => id));
    expect(found.igraph.ids).toEqual(report.people.map(({ id }) => id));
    expect(found.igraph.labels).toEqual(report.people.map(({ label }) => label));
    for (const { id, label, name, followers, community } of report.people) {
      const attributes = found.networkx.people[id];
      expect(attributes).toMatchObject({ label, name: id });
      expect([attributes.display_name, attributes.followers, attributes.community]).toEqual([
        name,
        followers,
        community,
      ]);
    }
  });

  test("is the same network when igraph makes tables of it and a network of these", () => {
    const { vertices, edges } = found.igraph.byName;
    expect(vertices).toEqual(report.people.map(({ id }) => id));
    expect(edges).toBe(report.network.ties.length);
    expect(new Set(vertices).size).toBe(vertices.length);
  });

  test("is read back from igraph's own GraphML with the same people and names", async () => {
    const again = temporaryFolder();
    await analyzeFiles([rewritten], again, { coarsen: "never" });
    const { people } = reportSchema.parse(
      JSON.parse(readFileSync(join(again, "report.json"), "utf8")),
    );
    const told = (all: typeof people) => all.map(({ id, label, name }) => ({ id, label, name }));
    expect(told(people)).toEqual(told(report.people));
  });

  test("has the same ties and weights for both", () => {
    const expected = report.network.ties.map(({ source, target, weight }) => [
      source,
      target,
      weight,
    ]);
    const byNetworkx = found.networkx.ties.map(([source, target, data]) => [
      source,
      target,
      data.weight,
    ]);
    const sorted = (ties: readonly unknown[]) => ties.map((tie) => JSON.stringify(tie)).sort();
    expect(sorted(byNetworkx)).toEqual(sorted(expected));
    expect(sorted(found.igraph.ties)).toEqual(sorted(expected));
  });

  test("gives there the PageRank and the betweenness that it says", () => {
    for (const { id, pagerank, betweenness } of report.people) {
      expect(found.networkx.betweenness[id]).toBeCloseTo(betweenness, 9);
      expect(found.igraph.pagerank[id]).toBeCloseTo(pagerank, 9);
    }
  });
});
