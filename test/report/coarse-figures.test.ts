import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Coarsening } from "../../src/model/coarsening.js";
import { interactionKinds } from "../../src/model/interaction.js";
import { analyzeFiles } from "../support/analyze-files.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = fileURLToPath(new URL("../../fixtures/community.ndjson", import.meta.url));

const only = ["nodes.csv", "edges.csv", "report.json"];

type Row = Readonly<Record<string, string>>;

interface Tables {
  readonly nodes: readonly Row[];
  readonly edges: readonly Row[];
  readonly json: string;
}

const found = new Map<Coarsening, Promise<Tables>>();

/** Of the invented community, analysed once each way. */
function tables(coarsen: Coarsening): Promise<Tables> {
  const known = found.get(coarsen) ?? analyzed(coarsen);
  found.set(coarsen, known);
  return known;
}

async function analyzed(coarsen: Coarsening): Promise<Tables> {
  const out = join(folder, coarsen);
  await analyzeFiles([community], out, { tag: "meded", coarsen, only });
  const json = readFileSync(join(out, "report.json"), "utf8");
  return { nodes: table(out, "nodes.csv"), edges: table(out, "edges.csv"), json };
}

function table(out: string, name: string): Row[] {
  return parse(readFileSync(join(out, name)), { columns: true, bom: true });
}

function isWithheld(id: string): boolean {
  return id.startsWith("withheld-");
}

/** How many withheld rows have each set of figures. */
function groupSizes(nodes: readonly Row[]): number[] {
  const counts = new Map<string, number>();
  for (const { id, label: _label, community: _community, ...figures } of nodes) {
    if (!isWithheld(id)) continue;
    const key = JSON.stringify(figures);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}

describe("figures of people who are not named", () => {
  test("are, by themselves, those of five people or more; everybody else's stay", async () => {
    const own = await tables("never");
    const auto = await tables("auto");
    expect(Math.min(...groupSizes(own.nodes))).toBe(1);
    expect(Math.min(...groupSizes(auto.nodes))).toBeGreaterThanOrEqual(5);
    const named = (rows: readonly Row[]): Row[] => rows.filter(({ id }) => !isWithheld(id));
    expect(named(auto.nodes)).toEqual(named(own.nodes));
    expect(auto.json).toContain('"isCoarse":true');
    expect(own.json).toContain('"isCoarse":false');
  }, 120_000);

  test("show weights of their ties in each kind as powers of two alone, and add up; of nobody else's", async () => {
    const own = await tables("never");
    const { edges } = await tables("always");
    const isTheirs = ({ source, target }: Row): boolean => isWithheld(source) || isWithheld(target);
    const theirs = edges.filter(isTheirs);
    expect(theirs.length).toBeGreaterThan(0);
    for (const row of theirs) {
      const weights = interactionKinds.map((kind) => Number(row[kind]));
      expect(weights.every((weight) => weight === 0 || Number.isInteger(Math.log2(weight)))).toBe(
        true,
      );
      expect(Number(row.weight)).toBe(weights.reduce((sum, weight) => sum + weight, 0));
    }
    const others = (rows: readonly Row[]): Row[] => rows.filter((row) => !isTheirs(row));
    expect(others(edges)).toEqual(others(own.edges));
  }, 120_000);

  test("take a weight down to the power of two below it", async () => {
    const posts = (to: string, count: number) =>
      Array.from({ length: count }, (_, post) =>
        mastodonStatus(`${to}${post}`, "hidden", {
          account: { discoverable: false, indexable: false },
          mentions: [mastodonMention(to)],
        }),
      );
    const path = join(folder, "weights.ndjson");
    const people = { thrice: 3, often: 7, eightfold: 8 };
    await writeFile(
      path,
      ndjson(Object.entries(people).flatMap(([to, times]) => posts(to, times))),
    );
    const out = join(folder, "weights");
    await analyzeFiles([path], out, { coarsen: "always", only });
    const weights = table(out, "edges.csv").map(({ target, weight }) => [target, weight]);
    expect(weights).toEqual([
      ["eightfold@home.example", "8"],
      ["often@home.example", "4"],
      ["thrice@home.example", "2"],
    ]);
  });

  test("stand in an order that follows neither handles nor figures", async () => {
    const named = await tables("never");
    const ids = named.nodes.filter(({ id }) => isWithheld(id));
    const degrees = ids.map(({ in_degree }) => Number(in_degree));
    expect(degrees).not.toEqual(degrees.toSorted((a, b) => b - a));
    expect(degrees).not.toEqual(degrees.toSorted((a, b) => a - b));
  }, 120_000);
});
