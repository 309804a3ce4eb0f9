import type { ItemKind } from "../../model/top-items.js";
import { type TopMeasure, topMeasures } from "../../model/top-measures.js";
import type { PublicReport, PublicTopItem } from "../view/public-report.js";
import { type TopPeople, type TopPerson, topTens, topValueText } from "../view/top-people.js";
import { cutOffCommunities } from "../words/community-title.js";
import { cutOffMark } from "./cut-off-mark.js";
import { breakable, type Html, html, link } from "./html.js";
import { shownAddress } from "./shown-address.js";

const itemsShown = 10;

const itemTitles: readonly { readonly kind: ItemKind; readonly title: string }[] = [
  { kind: "hashtag", title: "Hashtags" },
  { kind: "link", title: "Links" },
  { kind: "domain", title: "Sites" },
  { kind: "word", title: "Words" },
  { kind: "pair", title: "Pairs of words" },
];

/** Who and what stands first, in the whole network and in each community. */
export function topPart(report: PublicReport): Html {
  const { communities, topItems } = report;
  const tens = topTens(report);
  const cutOff = cutOffCommunities(communities);
  const itemsOf = (community: string | undefined): PublicTopItem[] =>
    topItems.filter((item) => item.community === community);
  const large = communities.filter(({ size }) => size >= 5).slice(0, 12);
  return html`<section id="top" aria-labelledby="top-title">
<h2 id="top-title">Top ten</h2>
${cutOff.size === 0 ? undefined : html`<p class="fine">${cutOffMark} marks people whose community nobody outside is tied to, as is usual of groups that push one another.</p>\n`}
<h3>In the whole network</h3>
${peopleTables(tens.everybody, cutOff)}
${itemTables(itemsOf(undefined))}
${large.map(
  ({
    community,
    label,
  }) => html`<details><summary>In ${community} ${label}${cutOff.has(community) ? ", cut off from the rest" : ""}</summary>
${peopleTables(tens.ofCommunity.get(community), new Set())}
${itemTables(itemsOf(community))}
</details>\n`,
)}</section>
`;
}

function peopleTables(people: TopPeople | undefined, cutOff: ReadonlySet<string>): Html {
  const rowsOf = (measure: TopMeasure): readonly TopPerson[] => people?.[measure] ?? [];
  return html`<div class="tops">
${topMeasures.map(({ measure, title, unit }) =>
  rowsOf(measure).length === 0
    ? undefined
    : html`<table><caption>${title}</caption><thead><tr><th scope="col">Person</th><th scope="col" class="number">${unit}</th></tr></thead><tbody>
${rowsOf(measure).map(
  ({ label, name, url, community, value }) =>
    html`<tr><th scope="row">${link(name ?? breakable(label), url)}${name === undefined ? undefined : html`<br><span class="fine">${breakable(label)}</span>`}${cutOff.has(community ?? "") ? html` ${cutOffMark}` : undefined}</th><td class="number">${topValueText(value)}</td></tr>\n`,
)}</tbody></table>\n`,
)}</div>`;
}

function itemTables(items: readonly PublicTopItem[]): Html {
  return html`<div class="tops">
${itemTitles.map(({ kind, title }) => {
  const rows = items.filter((item) => item.kind === kind).slice(0, itemsShown);
  if (rows.length === 0) return undefined;
  return html`<table><caption>${title}</caption><thead><tr><th scope="col">${title}</th><th scope="col" class="number">people</th></tr></thead><tbody>
${rows.map(({ item, authors }) => html`<tr><th scope="row">${kind === "link" ? shownAddress(item) : item}</th><td class="number">${authors}</td></tr>\n`)}</tbody></table>\n`;
})}</div>`;
}
