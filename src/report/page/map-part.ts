import type { MapLook } from "../../model/map-layout.js";
import { counted, withCommas } from "../../text/counted.js";
import type { PublicReport } from "../view/public-report.js";
import { mapCaption } from "../words/map-caption.js";
import { Html, html } from "./html.js";
import { isMovable, mostTies } from "./page-data.js";

export interface PageMap {
  /** The picture, as an address of data for an attribute in single quotes. */
  readonly address: string;
  readonly look: MapLook;
}

/**
 * The map: the static one, which needs nothing, and a stage that the script takes for the one that
 * can be moved. The picture is read when it comes into sight, which is never where a script shows
 * the other.
 */
export function mapPart(report: PublicReport, { address, look }: PageMap): Html {
  const { people, network, communities } = report;
  const shown = !isMovable(report)
    ? ` ${withCommas(people.length)} people are too many to be moved, and listed, on a page: nodes.csv and the graph files have everybody.`
    : network.ties.length <= mostTies
      ? ""
      : ` Of ${withCommas(network.ties.length)} ties the strongest ${withCommas(mostTies)} can be moved here; map.svg and the graph files have all.`;
  return html`<section id="map" aria-labelledby="map-title">
<h2 id="map-title">The map</h2>
<p>${counted(people.length, "person", "people")} in ${counted(communities.length, "community", "communities")}: a box for each. A line is a tie, a ring somebody worth following.${shown}</p>
${isMovable(report) ? new Html('<div id="stage" hidden></div>\n') : undefined}<img id="picture" loading="lazy" width="${look.width}" height="${look.height}" alt="Map of the network: a box for each community, people as marks, lines for ties. The tables below say the same in words." src='${new Html(address)}'>
<details><summary>A caption to paste under the map</summary><p>${mapCaption(report)}</p></details>
</section>
`;
}
