import { linkDomain } from "../../model/canonical-link.js";
import { parseWebUrl } from "../../model/web-url.js";
import type { PublicCommunity } from "../public-report.js";
import { type Html, html, link } from "./html.js";

const longestAddress = 60;

/** One community: who is in front, what it is about, and who leads out of it. */
export function communityBlock(community: PublicCommunity): Html {
  const { community: name, size, label } = community;
  const id = `community-${name}`;
  return html`<section aria-labelledby="${id}">
<h3 id="${id}">${name}: ${size} people${label === "" ? "" : html`, ${label}`}</h3>
<dl>
${row("Most engaged", community.topPeople)}${row("Hashtags", community.topHashtags)}${row("Words that set it apart", community.distinctiveWords)}${row("Words", community.topWords)}${row("Pairs of words", community.topPairs)}${row("Links", community.topLinks, shownLink)}${row("Domains", community.topDomains)}${row("Bridges to others", community.bridges)}</dl>
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

/** The host and so much of the path as fits; the link has it whole. */
function shownLink(address: string): Html {
  const { pathname = "", search = "" } = parseWebUrl(address) ?? {};
  const text = `${linkDomain(address)}${pathname === "/" ? "" : pathname}${search}`;
  const short = text.length > longestAddress ? `${text.slice(0, longestAddress - 1)}…` : text;
  return link(short, address);
}
