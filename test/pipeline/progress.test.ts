import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyzeFiles } from "../support/analyze-files.js";

const community = fileURLToPath(new URL("../../fixtures/community.ndjson", import.meta.url));

test("an analysis says what it does, and of each step how much is done, never less than before", async () => {
  const told = new Map<string, number[]>();
  const folder = await mkdtemp(join(tmpdir(), "tagatlas-progress-"));
  try {
    await analyzeFiles([community], folder, {
      bootstrap: 3,
      onProgress(what, share) {
        const step = what.replace(/:.*/u, "").replace(community, "the file");
        const shares = told.get(step) ?? [];
        told.set(step, shares);
        if (share !== undefined) shares.push(share);
      },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
  expect([...told.keys()]).toEqual([
    "reading the file",
    "sorting what was read",
    "building the network",
    "finding communities",
    "choosing whom to follow",
    "resampling authors",
    "measuring distances",
    "measuring betweenness",
    "measuring centralities",
    "measuring what people post",
    "measuring the network's shape",
    "putting the report together",
    "drawing the map",
    "writing files",
  ]);
  for (const [step, shares] of told) {
    expect(shares, step).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.min(0, ...shares), step).toBe(0);
    expect(Math.max(1, ...shares), step).toBe(1);
    // The one is done within a second for half a million people, the other tells at every thousandth row.
    if (step !== "measuring the network's shape" && step !== "writing files") {
      expect(shares.length, step).toBeGreaterThan(0);
    }
  }
});
