import type { Comparison, ComparisonStep } from "../../model/comparison.js";
import { withCommas } from "../../text/counted.js";
import { type Html, html } from "../page/html.js";
import { renderPlainPage } from "../page/plain-page.js";
import {
  communitySentences,
  itemLine,
  itemSentence,
  movedItems,
  numberText,
  peopleSentences,
  placeChange,
  shownRows,
  signed,
  subjectOf,
  sureness,
} from "./comparison-words.js";

const mostPeople = 25;

const style = `
@media (max-width: 40rem) {
  tr { display: grid; grid-template-columns: repeat(3, 1fr); border-bottom: 1px solid #8885; }
  table, caption, thead, tbody { display: block; }
  th, td { border: 0; padding: .1rem .3rem; overflow-wrap: anywhere; }
  tr > :first-child, .network td:last-child, .network th:last-child, .groups td:nth-child(2), .groups th:nth-child(2) { grid-column: 1 / -1; }
  .number { text-align: left; white-space: normal; }
}
`;

/** A comparison as one page that needs nothing else. */
export function renderComparisonPage({ analyses, steps }: Comparison): string {
  const title = analyses.map(({ name }) => name).join(" and ");
  return renderPlainPage({
    title: `${title} compared`,
    style,
    body: html`<ul>${analyses.map((one) => html`<li><b>${one.name}</b> ${subjectOf(one)}</li>`)}</ul>
${steps.map(stepPart)}
<p class="fine">Intervals of measures hold 95 % of the differences that chance makes. They come from drawing people with all their ties (Snijders and Borgatti 1999). What has no interval, such as the number of people, is a count. Places are likely to be within those of nine of ten resamples of authors. Everything is in the tables beside this page.</p>
`,
  });
}

function stepPart(step: ComparisonStep): Html {
  const { before, now, people = [], communities } = step;
  const moved = people.filter(({ change }) => change === "risen" || change === "fallen");
  const came = people.filter(({ change }) => change === "new");
  const went = people.filter(({ change }) => change === "gone");
  return html`<h2>${before} → ${now}</h2>
${step.notes.map((note) => html`<p class="note">${note}</p>\n`)}
<h3>Network</h3>
<div class="wide"><table class="network"><thead><tr><th scope="col">measure</th><th scope="col" class="number">${before}</th><th scope="col" class="number">${now}</th><th scope="col" class="number">change</th><th scope="col">how sure</th></tr></thead><tbody>
${shownRows(step).map((row) => html`<tr><th scope="row">${row.name}</th><td class="number">${numberText(row.valueBefore)}</td><td class="number">${numberText(row.valueNow)}</td><td class="number">${signed(row.change)}</td><td${row.verdict === "more" || row.verdict === "less" ? html` class="sure"` : undefined}>${sureness(row)}</td></tr>\n`)}</tbody></table></div>
<h3>People</h3>
${peopleSentences(step).map((sentence) => html`<p>${sentence}</p>\n`)}
${personTable("Risen and fallen by more than chance", moved)}
${personTable(`New in ${now}, ${mostEngaged(came)}`, came.slice(0, mostPeople))}
${personTable(`Gone since ${before}, ${mostEngaged(went)}`, went.slice(0, mostPeople))}
<h3>Communities</h3>
${communitySentences(step).map((sentence) => html`<p>${sentence}</p>\n`)}
${
  communities.length === 0
    ? undefined
    : html`<div class="wide"><table class="groups"><thead><tr><th scope="col">${before}</th><th scope="col">${now}</th><th scope="col">what became of it</th><th scope="col" class="number">in both</th><th scope="col" class="number">Jaccard</th></tr></thead><tbody>
${communities.map((row) => html`<tr><td>${withSize(row.communityBefore, row.sizeBefore)}</td><td>${withSize(row.communityNow, row.sizeNow)}</td><td>${row.change}</td><td class="number">${row.shared}</td><td class="number">${row.jaccard?.toFixed(2)}</td></tr>\n`)}</tbody></table></div>`
}
<h3>Hashtags and words</h3>
<p>${itemSentence(step)}</p>
<ul>${movedItems(step).map((row) => html`<li>${itemLine(row)}</li>`)}</ul>
`;
}

function withSize(name: string | undefined, size: number | undefined): string | undefined {
  return name === undefined ? undefined : `${name} (${size} people)`;
}

function mostEngaged({ length }: readonly unknown[]): string {
  return length > mostPeople
    ? `the ${mostPeople} most engaged of ${withCommas(length)}`
    : "the most engaged first";
}

function personTable(caption: string, people: ComparisonStep["people"] = []): Html | undefined {
  if (people.length === 0) return undefined;
  return html`<div class="wide"><table><caption>${caption}</caption><thead><tr><th scope="col">person</th><th scope="col">place</th><th scope="col">likely before</th><th scope="col">likely now</th></tr></thead><tbody>
${people.map((row) => html`<tr><th scope="row">${row.label}</th><td>${placeChange(row)}</td><td>${between(row.lowBefore, row.highBefore)}</td><td>${between(row.lowNow, row.highNow)}</td></tr>\n`)}</tbody></table></div>
`;
}

function between(low: number | undefined, high: number | undefined): string | undefined {
  return low === undefined || high === undefined ? undefined : `${low} to ${high}`;
}
