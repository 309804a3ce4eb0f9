import { createHash } from "node:crypto";
import type { PublicFollowList, PublicRecommendation } from "../view/public-follow-lists.js";
import type { PublicReport } from "../view/public-report.js";
import { adviceSentences, limitSentences } from "../words/follow-handout.js";
import { importSentences } from "../words/import-words.js";
import { mainReason, orderSentence } from "../words/list-words.js";
import { closeSentence, type Place, placeNumber, placesOf } from "../words/places.js";
import { analysedSentence, nobodySentence, titleOf } from "../words/summary.js";
import { Html, html, link } from "./html.js";

/** The first list has a page of its own; of the others, so many people stand on the second. */
const firstPlaces = 10;
const onSecondPage = ["talk", "helpers", "rising", "curators", "bridges"] as const;
const otherPlaces = 2;

/**
 * Every line has its place, so that the handout is two pages of A4 or Letter whatever people are
 * called: names stay on one line, reasons on two. Colours of a background are not printed.
 */
const style = `
:root { color-scheme: light; }
body { font: 12pt/1.25 "Helvetica Neue", Arial, "Noto Sans", sans-serif; color: #111; background: #fff; max-width: 46em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere; }
h1, .lead, .why, .fine { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; }
h1 { font-size: 19pt; line-height: 1.1; margin: 0 0 .2em; -webkit-line-clamp: 2; }
h2 { font-size: 14pt; line-height: 1.2; margin: .45em 0 .15em; break-after: avoid; }
p { margin: .25em 0; }
ol { list-style: none; margin: 0; padding: 0; }
li { display: grid; grid-template-columns: 1.5em 2.9em 1fr; align-items: start; margin: .27em 0; break-inside: avoid; }
.tick { width: .95em; height: .95em; border: 1.4pt solid #111; border-radius: 2pt; margin-top: .12em; }
.place { text-align: right; padding-right: .5em; font-weight: bold; }
.lead { -webkit-line-clamp: 3; }
.who { display: flex; gap: .5em; align-items: baseline; }
.who b { font-size: 13pt; flex: 0 1 auto; min-width: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.who span { flex: 0 0 auto; max-width: 80%; max-height: 1.25em; overflow: hidden; }
.why { -webkit-line-clamp: 2; }
.short .why { -webkit-line-clamp: 1; }
.several { -webkit-line-clamp: 3; }
.many { -webkit-line-clamp: 8; }
.short .several { -webkit-line-clamp: 2; }
.fine { font-size: 10.5pt; color: #333; -webkit-line-clamp: 5; }
a { color: #0b4f8a; }
.posts { font-size: 10.5pt; }
@media print {
  body { margin: 0; padding: 0; max-width: none; }
  a { color: inherit; text-decoration: none; }
  .posts { display: none; }
  .page + .page { break-before: page; }
}
`;

/** A handout for a class as a page that prints on two sheets: whom to follow, why, and a place to tick. */
export function* renderHandoutPage(report: PublicReport): Generator<string> {
  const { follow } = report;
  const title = `Whom to follow in ${titleOf(report)}`;
  const everybodys = follow.lists.filter(({ community }) => community === undefined);
  const [first] = everybodys;
  const others = onSecondPage.flatMap((name) =>
    everybodys.filter((list) => list !== first && list.list === name),
  );
  const digest = createHash("sha256").update(style, "utf8").digest("base64");
  yield String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<section class="page">
<h1>${title}</h1>
<p class="lead">${adviceSentences.join(" ")}</p>
`);
  if (first === undefined) yield String(html`<p>${nobodySentence(follow)}</p>\n`);
  else yield String(listPart(first, firstPlaces));
  yield String(html`</section>
<section class="page">
${others.map((list) => html`<h2>${list.title}</h2>\n${listPart(list, otherPlaces)}`)}
<h2>To follow them, and how the list was made</h2>
<p class="fine">${importSentences(follow, { named: false }).join(" ")}</p>
<p class="fine">${analysedSentence(report)} ${orderSentence(follow)} ${limitSentences.join(" ")}</p>
</section>
</main>
</body>
</html>
`);
}

function listPart(list: PublicFollowList, most: number): Html {
  const places = placesOf(list, most).slice(0, most);
  const isClose = places.some(({ recommendation }) => recommendation === undefined);
  // What talks says takes two lines; every other reason but the first list's takes one.
  const length = most === otherPlaces && list.list !== "talk" ? "short" : "";
  return html`<ol class="${length}">
${places.map((place) => placeLine(place, list))}</ol>
${isClose && most === firstPlaces ? html`<p class="fine">${closeSentence(list)}</p>\n` : undefined}`;
}

function placeLine(place: Place, { list }: PublicFollowList): Html {
  const { recommendation } = place;
  if (recommendation !== undefined) {
    return line(placeNumber(place), {
      who: nameOf(recommendation),
      why: html`<div class="why">${mainReason(recommendation, list)}</div>${postsOf(recommendation)}`,
    });
  }
  const candidates = place.candidates.map(
    ({ person }, at) => html`${at === 0 ? "" : ", "}${link(person.label, person.url)}`,
  );
  const room = place.lastRank - place.rank < 2 ? "several" : "many";
  return line(placeNumber(place), {
    who: html`<b>Too close to call</b>`,
    why: html`<div class="why ${room}">${candidates}</div>`,
  });
}

function line(place: string, { who, why }: { readonly who: Html; readonly why: Html | undefined }) {
  return html`<li><span class="tick"></span><span class="place">${place}</span><div><div class="who">${who}</div>${why}</div></li>\n`;
}

/** The address is never cut for a long name: somebody types it. */
function nameOf({ person }: PublicRecommendation): Html {
  const { name, label, url } = person;
  if (name === undefined) return html`<b>${link(label, url)}</b>`;
  return html`<b>${name}</b><span>${link(label, url)}</span>`;
}

function postsOf({ links }: PublicRecommendation): Html | undefined {
  if (links.length === 0) return undefined;
  const posts = links.map(
    (url, at) => html`${at === 0 ? "" : " · "}${link(`post ${at + 1}`, url)}`,
  );
  return html`<div class="posts">Read: ${posts}</div>`;
}
