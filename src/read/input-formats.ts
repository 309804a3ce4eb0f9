import { bluesky } from "./bluesky.js";
import { collection } from "./collection.js";
import { edgeList, undirectedEdgeList } from "./edge-list.js";
import type { FormatDescription, InputFormat } from "./input-format.js";
import { mastodonArchive } from "./mastodon-archive.js";
import { mastodonStatus } from "./mastodon-status.js";
import { misskey } from "./misskey.js";
import { networkFormats } from "./network-formats.js";
import { nodeLink } from "./node-link.js";
import { rtweet } from "./rtweet.js";
import { snscrape } from "./snscrape.js";
import { plainTableFormat, tableFormats } from "./tables/table-format.js";
import { tagatlasInteractions, tagatlasPosts } from "./tagatlas-rows.js";
import { workbookDescriptions } from "./workbook.js";
import { xApify } from "./x-apify.js";
import { xArchiveOf } from "./x-archive.js";
import { xV2Flat } from "./x-v2-flat.js";
import { xV2Pages } from "./x-v2-pages.js";
import { xV11 } from "./x-v11.js";
import { xWeb } from "./x-web.js";

/** All formats that come in rows; the first that recognises a row reads its input. */
export const inputFormats: readonly InputFormat[] = [
  collection,
  tagatlasPosts,
  tagatlasInteractions,
  mastodonStatus,
  xV2Pages,
  xV2Flat,
  snscrape,
  xApify,
  xWeb,
  xV11,
  rtweet,
  mastodonArchive,
  misskey,
  bluesky,
  ...tableFormats,
  nodeLink,
  edgeList,
  undirectedEdgeList,
  plainTableFormat,
];

/** Every format that can be read, in the order in which it is looked for. */
export const describedFormats: readonly FormatDescription[] = [
  ...inputFormats,
  xArchiveOf(undefined),
  ...networkFormats,
  ...workbookDescriptions,
];
