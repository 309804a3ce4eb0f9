import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseSvg } from "../map/parse-svg.js";
import { analyzeFiles } from "../support/analyze-files.js";
import { hasRealData, realData } from "../support/real-data.js";

describe.skipIf(!hasRealData)("the map of a conference's hashtag", { timeout: 120_000 }, () => {
  test("shows 1,849 people, a box for each larger community, and one for the pairs", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tagatlas-map-"));
    try {
      await analyzeFiles([realData("hashtags/useR2018.rtweet.ndjson.gz")], folder, {
        tag: "user2018",
      });
      const elements = parseSvg(await readFile(join(folder, "map.svg"), "utf8"));
      const marks = elements.filter(({ name }) => name === "title").length - 1;
      expect(marks).toBe(1849);
      const texts = elements.filter(({ name }) => name === "text").map(({ text }) => text);
      expect(texts).toContain("G1");
      expect(texts).toContain("No ties");
      expect(texts.filter((text) => /^G\d+–G\d+$/u.test(text))).toHaveLength(1);
      expect(texts).toContain("36 people");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
