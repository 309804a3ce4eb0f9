import type { InputFormat } from "./input-format.js";
import { mastodonStatus } from "./mastodon-status.js";
import { rtweet } from "./rtweet.js";
import { xV2Flat, xV2Pages } from "./x-v2.js";
import { xV11 } from "./x-v11.js";

/** All formats; the first that recognises a row reads its input. */
export const inputFormats: readonly InputFormat[] = [
  mastodonStatus,
  xV2Pages,
  xV2Flat,
  xV11,
  rtweet,
];
