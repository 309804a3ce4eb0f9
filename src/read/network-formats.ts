import { adjacencyMatrix } from "./adjacency-matrix.js";
import { dot } from "./dot.js";
import { edgeLines } from "./edge-lines.js";
import { gdf } from "./gdf.js";
import { gexf } from "./gexf.js";
import { gml } from "./gml.js";
import { graphml } from "./graphml.js";
import { matrixMarket } from "./matrix-market.js";
import type { NetworkFormat } from "./network-format.js";
import { pajek } from "./pajek.js";
import { ucinetDl } from "./ucinet-dl.js";

/** All formats of networks that do not come in rows; the first that recognises an input reads it. */
export const networkFormats: readonly NetworkFormat[] = [
  gexf,
  graphml,
  matrixMarket,
  pajek,
  gdf,
  gml,
  ucinetDl,
  dot,
  adjacencyMatrix,
  edgeLines,
];
