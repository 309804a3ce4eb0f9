import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";
const usual = ["--tag", "MedEd", "--bootstrap", "20", "--quiet"];
const whole = join(folder, "whole");

async function analyze(out: string, ...words: readonly string[]): Promise<string> {
  const path = join(folder, out);
  const { code, stderr } = await runCommand(["analyze", ...words, ...usual, "--out", path]);
  expect(stderr).not.toMatch(/fault/u);
  expect(code).toBe(0);
  return path;
}

const tableSchema = z.array(z.record(z.string(), z.string()));

function table(out: string, name: string): z.output<typeof tableSchema> {
  return tableSchema.parse(parse(readFileSync(join(out, name)), { columns: true, bom: true }));
}

const sum = (rows: z.output<typeof tableSchema>, column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

beforeAll(async () => {
  await analyze("whole", community, "--slices", "month");
});

describe("slices", () => {
  test("part the posts and interactions of the whole, and everybody is new once", () => {
    const slices = table(whole, "slices.csv");
    const network = new Map(table(whole, "network.csv").map((row) => [row.metric, row.value]));
    expect(slices).toHaveLength(3);
    expect(sum(slices, "total_edges")).toBe(Number(network.get("total_edges")));
    const manifest = z
      .object({ coverage: z.object({ analysed: z.number() }) })
      .parse(JSON.parse(readFileSync(join(whole, "manifest.json"), "utf8")));
    expect(sum(slices, "posts") + sum(slices, "reposts")).toBe(manifest.coverage.analysed);
    // So many people post or repost in public, by fixtures/README.md.
    expect(sum(slices, "newcomers")).toBe(281);
  });

  test("have the numbers that an analysis of that time alone has", async () => {
    const period = ["--since", "2026-02-01", "--until", "2026-03-01"];
    const february = await analyze("february", community, ...period);
    const [, slice] = table(whole, "slices.csv");
    for (const { metric, value } of table(february, "network.csv")) {
      // Who is new is told by all that is known, not by the slice alone.
      if (metric !== "newcomers_answered_share") expect(slice[metric], metric).toBe(value);
    }
    const alone = new Map(table(february, "nodes.csv").map((row) => [row.id, row]));
    const people = table(whole, "people-over-time.csv").filter(({ slice: at }) => at === "2");
    expect(people.length).toBeGreaterThan(100);
    for (const { id, ...row } of people) {
      for (const column of [
        "role",
        "posts",
        "in_degree",
        "out_strength",
        "pagerank",
        "betweenness",
      ]) {
        expect(row[column], `${id} ${column}`).toBe(alone.get(id)?.[column]);
      }
    }
  });

  test("name nobody who has opted out, by name or pseudonym", () => {
    const withheld = table(whole, "nodes.csv").filter(({ handle }) => handle === "");
    expect(withheld).toHaveLength(12);
    for (const name of readdirSync(whole).filter((file) => /over-time|slices/u.test(file))) {
      const text = readFileSync(join(whole, name), "utf8");
      for (const word of ["private_", "Private ", "withheld-"])
        expect(text, name).not.toContain(word);
    }
  });

  test("do not depend on the order of posts, on threads or on other slices", async () => {
    const lines = readFileSync(community, "utf8").trimEnd().split("\n");
    const turned = join(folder, "community.ndjson");
    writeFileSync(turned, `${lines.toReversed().join("\n")}\n`);
    const again = await analyze("again", turned, "--slices", "month", "--threads", "1");
    const files = readdirSync(whole).filter((file) => /over-time|slices/u.test(file));
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const name of files) {
      expect(readFileSync(join(again, name)), name).toEqual(readFileSync(join(whole, name)));
    }
  });

  test("give people places with an interval around them", () => {
    for (const { id, rank, rank_low: low, rank_high: high } of table(
      whole,
      "people-over-time.csv",
    )) {
      expect(Number(low), id).toBeLessThanOrEqual(Number(rank));
      expect(Number(high), id).toBeGreaterThanOrEqual(Number(rank));
    }
  });

  test("keep pseudonyms as the whole has them, and leave out who opted out", async () => {
    const key = join(folder, "key.txt");
    const out = await analyze(
      "pseudonyms",
      community,
      "--slices",
      "week",
      "--pseudonymize",
      "--key",
      key,
    );
    const nodes = new Set(table(out, "nodes.csv").map(({ id }) => id));
    const people = table(out, "people-over-time.csv");
    expect(people.length).toBeGreaterThan(500);
    for (const { id, label } of people) {
      expect(nodes.has(id), id).toBe(true);
      expect(label).toBe(id);
    }
  });

  test("are told of in the manifest, and made again by redo", async () => {
    const manifest: unknown = JSON.parse(readFileSync(join(whole, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ configuration: { slices: "month" } });
    const { code, stdout } = await runCommand(["redo", whole, "--inputs", "fixtures"]);
    expect(stdout).toMatch(/same/u);
    expect(code).toBe(0);
  });
});

test("a network of ties with times is sliced, and whoever acts takes part", async () => {
  const ties = join(folder, "timed.csv");
  const lines = [
    "source,target,time",
    "ann,ben,2026-01-01T10:00:00Z",
    "ben,cem,2026-01-02T10:00:00Z",
    "cem,ann,2026-02-03T00:00:00Z",
    "ann,ben,2026-02-05T00:00:00Z",
  ];
  writeFileSync(ties, `${lines.join("\n")}\n`);
  const out = join(folder, "timed");
  const words = ["analyze", ties, "--slices", "14d", "--slice-overlap", "7d", "--bootstrap", "0"];
  expect((await runCommand([...words, "--out", out])).code).toBe(0);
  const slices = table(out, "slices.csv");
  expect(slices.map(({ people }) => people)).toEqual(["2", "0", "0", "1", "2"]);
  expect(slices.map(({ newcomers }) => newcomers)).toEqual(["2", "0", "0", "1", "0"]);
  // In two slices that overlap, and still as heavy as it is.
  const gexf = readFileSync(join(out, "network-over-time.gexf"), "utf8");
  expect(gexf).toMatch(/source="cem" target="ann" weight="1"/u);
});

describe("what cannot be sliced", () => {
  const failing = async (...words: readonly string[]) => {
    const { code, stderr } = await runCommand(["analyze", ...words, "--out", join(folder, "none")]);
    expect(code).toBe(2);
    return stderr;
  };

  test("is told, with what to do", async () => {
    expect(await failing(community, "--slices", "year")).toMatch(/Give day, week, month/u);
    expect(await failing(community, "--slice-overlap", "7d")).toMatch(/without --slices/u);
    expect(await failing(community, "--only", "slices.csv")).toMatch(/without --slices/u);
    expect(await failing(community, "--slices", "7d", "--slice-overlap", "7d")).toMatch(
      /as long as a slice/u,
    );
    expect(await failing(community, "--slices", "1h")).toMatch(/more than 1000 slices/u);
    const ties = join(folder, "ties.csv");
    writeFileSync(ties, "source,target\na,b\nb,c\n");
    expect(await failing(ties, "--slices", "day")).toMatch(/nothing here has a time/u);
  });
});
