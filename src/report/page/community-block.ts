import type { PublicCommunity } from "../view/public-report.js";
import { titleAfterId } from "../words/community-title.js";
import { cutOffMark } from "./cut-off-mark.js";
import { type Html, html } from "./html.js";
import { shownAddress } from "./shown-address.js";

/** One community: who is in front, what it is about, and who leads out of it. */
export function communityBlock(community: PublicCommunity, isCutOff: boolean): Html {
  const { community: name, size } = community;
  const title = titleAfterId(community);
  const id = `community-${name}`;
  return html`<section aria-labelledby="${id}">
<h3 id="${id}">${name}: ${size} people${title === "" ? "" : html`, ${title}`}${isCutOff ? html` ${cutOffMark}` : undefined}</h3>
<dl>
${row("Most engaged", community.topPeople)}${row("Hashtags", community.topHashtags)}${row("Words that set it apart", community.distinctiveWords)}${row("Words", community.topWords)}${row("Pairs of words", community.topPairs)}${row("Links", community.topLinks, shownAddress)}${row("Domains", community.topDomains)}${row("Bridges to others", community.bridges)}</dl>
</section>
`;
}

function row(
  term: string,
  items: readonly string[],
  shown = (item: string): Html => html`${item}`,
) {
  if (items.length === 0) return undefined;
  const parts = items.map((item, at) => html`${at === 0 ? "" : ", "}${shown(item)}`);
  return html`<dt>${term}</dt><dd>${parts}</dd>\n`;
}
