import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MapSettings } from "../../src/model/map-settings.js";
import { parseSvg } from "../map/parse-svg.js";
import { analyzeFiles } from "../support/analyze-files.js";

const community = fileURLToPath(new URL("../../fixtures/community.ndjson", import.meta.url));
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tagatlas-map-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(map: Partial<MapSettings>, to = folder): Promise<void> {
  await analyzeFiles([community], to, { tag: "meded", map, only: ["map.svg", "map.png"] });
}

describe("the map of the invented community", { timeout: 60_000 }, () => {
  test("is written as SVG and PNG, listed in the manifest, the same bytes each time", async () => {
    await run({}, join(folder, "one"));
    await run({}, join(folder, "other"));
    const manifest = await readFile(join(folder, "one", "manifest.json"), "utf8");
    for (const name of ["map.svg", "map.png"]) {
      const bytes = await readFile(join(folder, "one", name));
      expect(bytes).toEqual(await readFile(join(folder, "other", name)));
      expect(manifest).toContain(createHash("sha256").update(bytes).digest("hex"));
    }
    expect(JSON.parse(manifest)).toMatchObject({ configuration: { map: { size: "followers" } } });
  });

  test("names the people worth following, and nobody who opted out, not even in a tooltip", async () => {
    await run({});
    const svg = await readFile(join(folder, "map.svg"), "utf8");
    expect(svg).not.toMatch(/private/iu);
    const texts = parseSvg(svg)
      .filter(({ name }) => name === "text")
      .map(({ text }) => text);
    expect(texts).toContain("Ximena Tarnez");
    expect(svg).toContain('aria-label="森野 はるか"');
  });

  test("sizes and colours by any column", async () => {
    await run({ size: "pagerank", color: "role" });
    const svg = await readFile(join(folder, "map.svg"), "utf8");
    expect(svg).toContain("Marks are sized by PageRank");
    expect(svg).toContain("Colours show role.");
    await run({ color: "first_post" });
    expect(await readFile(join(folder, "map.svg"), "utf8")).toContain("first post: 2026-01-05<");
  });

  test("refuses a column that is not there, or that has no sizes in it", async () => {
    await expect(run({ size: "fame" })).rejects.toThrow("--size fame: there is no such column");
    await expect(run({ size: "pagernak" })).rejects.toThrow("Did you mean pagerank?");
    await expect(run({ color: "fame" })).rejects.toThrow("--color fame: there is no such column");
    await expect(run({ size: "role" })).rejects.toThrow("--size role: this column holds words");
  });
});
