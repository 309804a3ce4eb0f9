import type { PublicCommunity, PublicReport } from "../view/public-report.js";
import { isCutOff } from "../words/community-title.js";
import { communityBlock } from "./community-block.js";
import { type Html, html } from "./html.js";

const shownAtOnce = 12;
/** People; fewer are a conversation. */
const smallestShown = 5;

/** Who belongs together, and what sets each community apart. */
export function communitiesPart({ communities }: PublicReport): Html {
  const large = communities.filter(({ size }) => size >= smallestShown);
  const shown = large.slice(0, shownAtOnce);
  const folded = communities.filter((community) => !shown.includes(community));
  const block = (community: PublicCommunity): Html =>
    communityBlock(community, isCutOff(community, communities));
  return html`<section id="communities" aria-labelledby="communities-title">
<h2 id="communities-title">Communities</h2>
${
  communities.length === 0
    ? html`<p>None: there are no ties.</p>`
    : html`${table(communities)}
${shown.map(block)}${smaller(folded.map(block))}`
}
</section>
`;
}

/** Conversations of two or three people are many, and nobody reads a hundred of them. */
function smaller(blocks: readonly Html[]): Html | undefined {
  if (blocks.length === 0) return undefined;
  return html`<details><summary>${blocks.length} smaller communities</summary>
${blocks}</details>`;
}

function table(communities: readonly PublicCommunity[]): Html {
  return html`<table data-sortable>
<caption>People who have more to do with one another than with others, the largest community first</caption>
<thead><tr><th scope="col">Community</th><th scope="col" class="number">People</th><th scope="col" class="number">Posts</th><th scope="col">What it is about</th><th scope="col">Most engaged</th><th scope="col" class="number">Ties inside</th><th scope="col" class="number">in</th><th scope="col" class="number">out</th></tr></thead>
<tbody>
${communities.map(
  ({ community, size, posts, label, topPeople, edgesInside, edgesIn, edgesOut }, at) =>
    html`<tr><th scope="row">${community}</th><td class="number">${size}</td><td class="number">${posts}</td><td>${label}${isCutOff(communities[at], communities) ? html` <b class="cut-off">cut off: nobody outside is tied to it</b>` : undefined}</td><td>${topPeople.slice(0, 5).join(", ")}</td><td class="number">${edgesInside}</td><td class="number">${edgesIn}</td><td class="number">${edgesOut}</td></tr>\n`,
)}</tbody>
</table>`;
}
