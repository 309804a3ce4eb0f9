import type { InputFormatName } from "../model/provenance.js";
import { collection } from "./collection.js";
import { edgeList, undirectedEdgeList } from "./edge-list.js";
import type { FormatDescription, InputFormat } from "./input-format.js";
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

const graphFiles: readonly FormatDescription[] = [
  {
    name: "gexf",
    title: "GEXF",
    recognisedBy: "XML with the root element `gexf`",
    reads: "ties with direction, weight, kind and time; people and what is known of them",
    doesNotRead: "colours, sizes and positions",
  },
  {
    name: "graphml",
    title: "GraphML",
    recognisedBy: "XML with the root element `graphml`",
    reads: "ties with direction, weight, kind and time; people and what is known of them",
    doesNotRead: "nested graphs and hyperedges",
  },
];

/** Every format that can be read, in the order in which it is looked for. */
export const describedFormats: readonly FormatDescription[] = [...inputFormats, ...graphFiles];
