import { inputPhrases } from "../../model/input-words.js";
import { commandToRunAgain } from "../run-again.js";
import type { PublicReport } from "../view/public-report.js";
import { accountSentences } from "../words/account-words.js";
import { coverageSentences } from "../words/coverage-words.js";
import { methodsText } from "../words/methods-text.js";
import { withheldSentences } from "../words/summary.js";
import { type Html, html } from "./html.js";

/** How all this was made: sources, what was left out and why, settings, and how to cite it. */
export function provenancePart(report: PublicReport): Html {
  const { provenance } = report;
  const { settings, coverage } = provenance;
  const methods = methodsText(report);
  return html`<section id="made" aria-labelledby="made-title">
<h2 id="made-title">How it was made</h2>
${
  coverage === undefined
    ? undefined
    : html`<h3>What the servers showed</h3>
<ul>
${coverageSentences(coverage).map((sentence) => html`<li>${sentence}</li>\n`)}</ul>
`
}<h3>What was read</h3>
<ul>
${accountSentences(report).map((sentence) => html`<li>${sentence}</li>\n`)}${provenance.inputs.map(
  (input) =>
    html`<li>${input.name === "-" ? "standard input" : input.name}: ${inputPhrases(input, { lines: false }).join("; ")}${input.endedEarly === undefined ? undefined : html`; <b>ended early</b>: ${input.endedEarly}`}. <span class="fine">SHA-256 ${input.sha256 ?? "not known"}</span></li>\n`,
)}</ul>
<p>${withheldSentences(report)}</p>
<h3>Settings</h3>
<p>${provenance.tool} ${provenance.version}; edges ${settings.edges}, communities ${settings.communities}, respect ${settings.respect}, order ${settings.order}, ${settings.bootstrap} resamples, seed ${settings.seed}. The same input and settings give the same bytes. manifest.json has every setting and the sum of every file. To make it again:</p>
<pre>${commandToRunAgain(provenance)}</pre>
<p><code>tagatlas redo manifest.json</code> does so and compares every file.</p>
<h3>Methods, for a paper</h3>
<p>${methods.paragraph}</p>
<ul>
${methods.references.map((reference) => html`<li>${reference}</li>\n`)}</ul>
<p>To cite: ${report.tool.citation}</p>
</section>
`;
}
