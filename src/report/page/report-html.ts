import { createHash } from "node:crypto";
import { packPage } from "../../model/packed-page.js";
import type { PublicReport } from "../view/public-report.js";
import { openingSentences } from "../words/opening.js";
import { titleOf } from "../words/summary.js";
import { communitiesPart } from "./communities-part.js";
import { followPart } from "./follow-part.js";
import { Html, html } from "./html.js";
import { latePicture, mapPart, type PageMap } from "./map-part.js";
import { networkPart } from "./network-part.js";
import { isMovable, pageData } from "./page-data.js";
import { peoplePart } from "./people-part.js";
import { provenancePart } from "./provenance-part.js";
import { timePart } from "./time-part.js";
import { topPart } from "./top-part.js";

/** What a page is made with: built once, the same for every report. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/**
 * The report as one page that needs nothing else: no server, no file, no network, which its own
 * Content-Security-Policy forbids it. It says everything without its script, too, but for the table
 * of everybody, which it leaves out where they are too many. The same report gives the same bytes. Comes in pieces.
 */
export function* renderReportHtml(
  report: PublicReport,
  map: PageMap,
  { script, style }: PageAssets,
): Generator<string> {
  const title = titleOf(report);
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  yield String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${report.provenance.tool} ${report.provenance.version}">
<title>${title}: whom to follow</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#follow">Whom to follow</a>
<header>
<h1>${title}</h1>
<p class="opening">${openingSentences(report).join(" ")}</p>
<nav aria-label="Parts of the report"><a href="#map">Map</a> <a href="#follow">Whom to follow</a> <a href="#network">Network</a>${report.chronicle === undefined && report.slices === undefined ? undefined : html` <a href="#time">Time</a>`} <a href="#top">Top ten</a> <a href="#communities">Communities</a> <a class="scripted" href="#people">Everybody</a> <a href="#made">How it was made</a></nav>
</header>
<main>
`);
  yield String(mapPart(report, map));
  yield String(followPart(report));
  yield String(networkPart(report));
  yield String(timePart(report));
  yield String(topPart(report));
  yield String(communitiesPart(report));
  if (isMovable(report)) yield String(peoplePart());
  yield String(provenancePart(report));
  yield String(html`${latePicture(report, map)}</main>
`);
  if (isMovable(report)) {
    const data = scriptText(packPage(pageData(report, map.look)));
    yield `<script type="application/json" id="data">${data}</script>\n`;
  }
  yield `<script>${script}</script>\n</body>\n</html>\n`;
}

/** What a policy allows: this text and no other. */
function sourceOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

/** JSON in which nothing can end the element that it stands in. */
function scriptText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
