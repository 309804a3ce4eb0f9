import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { DirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { parseSvg } from "../map/parse-svg.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const out = join(folder, "months");

beforeAll(async () => {
  const words = ["fixtures/community.ndjson", "--tag", "MedEd", "--slices", "month"];
  const told = await runCommand(["analyze", ...words, "--bootstrap", "0", "--out", out]);
  expect(told.code).toBe(0);
});

const read = (name: string): string => readFileSync(join(out, name), "utf8");
const table = (name: string): Record<string, string>[] =>
  z.array(z.record(z.string(), z.string())).parse(parse(read(name), { columns: true, bom: true }));

describe("network-over-time.gexf", () => {
  test("is read by graphology with everybody who is named, and the ties between them", () => {
    const graph = gexf.parse(DirectedGraph, read("network-over-time.gexf"));
    const people = new Set(table("people-over-time.csv").map(({ id }) => id));
    expect(new Set(graph.nodes())).toEqual(people);
    const ties = table("edges.csv").filter(
      ({ source, target }) => people.has(source) && people.has(target),
    );
    expect(graph.size).toBe(ties.length);
    for (const { source, target } of ties) {
      expect(graph.hasDirectedEdge(source, target), `${source} ${target}`).toBe(true);
    }
  });

  test("tells when people and ties are there, to the last second of a slice", () => {
    const text = read("network-over-time.gexf");
    expect(text).toContain('mode="dynamic" timeformat="date" timerepresentation="interval"');
    const [, spells] =
      /<node id="rising_joy@med.example".*?<spells>(.*?)<\/spells>/u.exec(text) ?? [];
    expect(spells).toBe('<spell start="2026-01-01T00:00:00Z" end="2026-03-31T23:59:59Z"/>');
    const weights = text.match(/<attvalue for="weight" value="[\d.]+" start/gu) ?? [];
    const sums = weights.reduce((sum, one) => sum + Number(/value="([\d.]+)"/u.exec(one)?.[1]), 0);
    const ties = [...text.matchAll(/<edge [^>]* weight="([\d.]+)"/gu)];
    expect(sums).toBe(ties.reduce((sum, [, weight]) => sum + Number(weight), 0));
  });
});

describe("pictures over time", () => {
  test.each([
    "communities-over-time.svg",
    "ranks-over-time.svg",
  ])("%s is well-formed and describes itself in words", (name) => {
    const text = read(name);
    expect(() => parseSvg(text)).not.toThrow();
    expect(text).toMatch(/<desc>[^<]{100,}<\/desc>/u);
    expect(text).not.toMatch(/NaN|undefined|Infinity/u);
  });

  test("stand on the page, too, once for wide and once for narrow ones, on its own paper", () => {
    const page = read("report.html");
    for (const title of ["Communities over time", "Places over time"]) {
      expect(page).toContain(title);
      for (const form of ["page", "phone"]) {
        const drawn = new RegExp(`<svg[^>]*class="chart ${form}"[^>]*>\\s*<title>${title}`, "u");
        expect(page).toMatch(drawn);
      }
    }
    expect(page).not.toMatch(
      /class="chart [^>]*>[^<]*<title>[^<]*<\/title>\s*<desc>[^<]*<\/desc>\s*<rect/u,
    );
  });

  test("a file says what is drawn in it", () => {
    expect(read("ranks-over-time.svg")).toContain("nine of ten resamples of the authors");
    expect(read("communities-over-time.svg")).toContain("as thick as the community has people");
  });

  test("mark people and communities that nobody outside is tied to", () => {
    const ring = table("communities.csv").filter(({ cut_off }) => cut_off === "1");
    expect(ring.map(({ label }) => label)).toHaveLength(1);
    expect(read("ranks-over-time.svg").match(/>cut off: /gu)).toHaveLength(1);
    expect(read("ranks-over-time.svg")).toContain(">cut off: get_publish");
    expect(read("communities-over-time.svg")).toMatch(/<title>C1 \(cut off\) /u);
  });

  test("draw each stream as thick as the community has people", () => {
    const [first] = table("communities-over-time.csv");
    const sizes = table("communities-over-time.csv").filter(
      ({ community }) => community === first.community,
    );
    const bySlice = ["1", "2", "3"].map(
      (at) => sizes.find(({ slice }) => slice === at)?.size ?? "0",
    );
    expect(read("communities-over-time.svg")).toContain(`: ${bySlice.join(", ")} people</title>`);
  });
});

test("the terminal says how many slices there are, and who came and went", async () => {
  const words = ["analyze", "fixtures/community.ndjson", "--tag", "MedEd", "--slices", "month"];
  const only = ["--bootstrap", "0", "--only", "slices.csv", "--out", join(folder, "told")];
  const { stdout } = await runCommand([...words, ...only]);
  const slices = table("slices.csv");
  expect(stdout).toContain("3 slices (--slices month), from 2026-01-01");
  expect(stdout).toContain(`${slices[2].newcomers} new, ${slices[2].returners} back`);
});
