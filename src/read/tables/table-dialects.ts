import { academicTwitter } from "./academic-twitter.js";
import { dmiTcat } from "./dmi-tcat.js";
import { fourCatBluesky, fourCatX } from "./four-cat.js";
import { getOldTweets } from "./get-old-tweets.js";
import { hoaxyCsv } from "./hoaxy-csv.js";
import { mastodonToolbox } from "./mastodon-toolbox.js";
import { minetCsv } from "./minet-csv.js";
import { rtweetCsv } from "./rtweet-csv.js";
import type { TableDialect } from "./table-dialect.js";
import { tagsCsv } from "./tags-csv.js";
import { twarc1Csv } from "./twarc-1-csv.js";
import { twarcCsv } from "./twarc-csv.js";
import { tweetHarvest } from "./tweet-harvest.js";
import { twintCsv } from "./twint-csv.js";
import { twitterR } from "./twitter-r.js";

/** The tables of tools that are known; the first whose columns are there is taken. */
export const tableDialects: readonly TableDialect[] = [
  twarcCsv,
  twarc1Csv,
  rtweetCsv,
  tagsCsv,
  fourCatBluesky,
  fourCatX,
  dmiTcat,
  minetCsv,
  twintCsv,
  getOldTweets,
  academicTwitter,
  hoaxyCsv,
  twitterR,
  tweetHarvest,
  mastodonToolbox,
];
