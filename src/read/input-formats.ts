import type { InputFormatName } from "../model/provenance.js";
import { collection } from "./collection.js";
import { edgeList, undirectedEdgeList } from "./edge-list.js";
import type { InputFormat } from "./input-format.js";
import { mastodonStatus } from "./mastodon-status.js";
import { plainPostTable } from "./post-table.js";
import { rtweet } from "./rtweet.js";
import { xV2Flat, xV2Pages } from "./x-v2.js";
import { xV11 } from "./x-v11.js";

const formatByName: Readonly<Record<Exclude<InputFormatName, "gexf" | "graphml">, InputFormat>> = {
  collection,
  mastodon: mastodonStatus,
  "x-v2": xV2Pages,
  "x-v2-flat": xV2Flat,
  "x-v1.1": xV11,
  rtweet,
  "edge-list": edgeList,
  "undirected-edge-list": undirectedEdgeList,
  table: plainPostTable,
};

/** All formats that come in rows; the first that recognises a row reads its input. */
export const inputFormats: readonly InputFormat[] = Object.values(formatByName);
