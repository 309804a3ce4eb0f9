import type { NetworkMetric } from "../../model/measures.js";
import { withMinus } from "../../text/counted.js";
import type { PublicReport } from "../view/public-report.js";
import { networkSentences, plainNetworkSentences } from "../words/summary.js";
import { type Html, html } from "./html.js";

/** What kind of network this is: what that means, its numbers, and every measure with what it says. */
export function networkPart(report: PublicReport): Html {
  const { metrics, tieRule, shape } = report.network;
  return html`<section id="network" aria-labelledby="network-title">
<h2 id="network-title">The network</h2>
<p>${plainNetworkSentences(report).join(" ")}</p>
<ul class="fine">
${networkSentences(report).map((sentence) => html`<li>${sentence}</li>\n`)}</ul>
<p class="fine">A tie is: ${tieRule}.</p>
<details><summary>How the shape is judged</summary>
<p>${shape.method}</p>
<ul>
${shape.rules.map((rule) => html`<li>${rule}</li>\n`)}</ul>
</details>
<details><summary>Every measure of the network</summary>
<table data-sortable>
<caption>Measures of the whole network</caption>
<thead><tr><th scope="col">Measure</th><th scope="col" class="number">Value</th><th scope="col">What it says</th></tr></thead>
<tbody>
${metrics.map(metricRow)}</tbody>
</table>
</details>
</section>
`;
}

function metricRow({ name, value, note }: NetworkMetric): Html {
  const shown =
    value === undefined
      ? "not known"
      : withMinus(Number.isInteger(value) ? String(value) : value.toPrecision(4));
  return html`<tr><th scope="row">${name}</th><td class="number" data-value="${value ?? ""}">${shown}</td><td>${note}</td></tr>\n`;
}
