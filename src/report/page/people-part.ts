import { type Html, html } from "./html.js";

/** Everybody, in a table that the script fills: it would be the most of the page. */
export function peoplePart(): Html {
  return html`<section id="people" aria-labelledby="people-title" hidden>
<h2 id="people-title">Everybody</h2>
<div id="people-table"></div>
</section>
`;
}
