import { collection } from "./collection.js";
import { edgeList, undirectedEdgeList } from "./edge-list.js";
import type { FormatDescription, InputFormat } from "./input-format.js";
import { mastodonStatus } from "./mastodon-status.js";
import { networkFormats } from "./network-formats.js";
import { nodeLink } from "./node-link.js";
import { plainPostTable } from "./post-table.js";
import { rtweet } from "./rtweet.js";
import { xV2Flat, xV2Pages } from "./x-v2.js";
import { xV11 } from "./x-v11.js";

/** All formats that come in rows; the first that recognises a row reads its input. */
export const inputFormats: readonly InputFormat[] = [
  collection,
  mastodonStatus,
  xV2Pages,
  xV2Flat,
  xV11,
  rtweet,
  nodeLink,
  edgeList,
  undirectedEdgeList,
  plainPostTable,
];

/** Every format that can be read, in the order in which it is looked for. */
export const describedFormats: readonly FormatDescription[] = [...inputFormats, ...networkFormats];
