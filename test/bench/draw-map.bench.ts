import { bench } from "vitest";
import { drawMap } from "../../src/map/drawing/draw-map.js";
import { renderPng } from "../../src/map/drawing/png.js";
import { mapExample } from "../map/map-example.js";

/** 100,000 people: half in large communities, the rest in thousands of small ones. */
const large = Array.from({ length: 40 }, (_, index) => Math.round(9000 / (index + 1) ** 0.9));
const small = Array.from({ length: 9000 }, (_, index) => 2 + (index % 5)).sort((a, b) => b - a);
const sizes = [...large, ...small];
const isolates = 100_000 - sizes.reduce((sum, size) => sum + size, 0);

bench(
  "draw 100,000 people as SVG and PNG",
  async () => {
    await renderPng(drawMap(mapExample({ sizes, isolates })).svg, 2);
  },
  { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
);
