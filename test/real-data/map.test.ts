import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { analyze } from "../../src/pipeline/analyze.js";
import { parseSvg } from "../map/parse-svg.js";

const posts = fileURLToPath(
  new URL("../../../shared/data/hashtags/useR2018.rtweet.ndjson.gz", import.meta.url),
);

describe.skipIf(!existsSync(posts))(
  "the map of a conference's hashtag",
  { timeout: 120_000 },
  () => {
    test("shows 1,849 people, a box for each larger community, and one for the pairs", async () => {
      const folder = await mkdtemp(join(tmpdir(), "tagatlas-map-"));
      try {
        await analyze({
          inputs: [posts],
          format: undefined,
          standardInput: process.stdin,
          onProgress: () => {},
          settings: {
            tag: "user2018",
            tagAsWritten: "user2018",
            since: undefined,
            until: undefined,
            edges: "clean",
            communities: "louvain",
            respect: "discoverable",
            order: "dd",
            top: 50,
            bootstrap: 0,
            seed: 1,
            map: {
              size: "followers",
              color: "community",
              layout: "box",
              ties: undefined,
              scale: 0.5,
            },
          },
          names: { trust: undefined, keep: [], exclude: [], for: undefined, following: undefined },
          folder,
          toolVersion: "0.0.0",
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
  },
);
