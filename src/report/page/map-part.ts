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
 * The map: a stage that the script takes for the one that can be moved, or the picture of it where
 * there are too many people for that.
 */
export function mapPart(report: PublicReport, map: PageMap): Html {
  const { people, network, communities } = report;
  const shown = !isMovable(report)
    ? ` ${withCommas(people.length)} people are too many to be moved, and listed, on a page: nodes.csv and the graph files have everybody.`
    : network.ties.length <= mostTies
      ? ""
      : ` Of ${withCommas(network.ties.length)} ties the strongest ${withCommas(mostTies)} can be moved here; map.svg and the graph files have all.`;
  return html`<section id="map" aria-labelledby="map-title">
<h2 id="map-title">The map</h2>
<p>${counted(people.length, "person", "people")} in ${counted(communities.length, "community", "communities")}: a box for each. A line is a tie, a ring somebody worth following.${shown}</p>
${isMovable(report) ? new Html('<div id="stage" hidden></div>\n') : mapPicture(map)}<details><summary>A caption to paste under the map</summary><p>${mapCaption(report)}</p></details>
</section>
`;
}

/**
 * The picture behind a map that can be moved, for whoever runs no script, and for paper. It stands behind
 * all text, which a browser would not show before it has read the picture; the style sheet puts it in its place.
 */
export function latePicture(report: PublicReport, map: PageMap): Html | undefined {
  return isMovable(report) ? mapPicture(map) : undefined;
}

/** It is made when it comes into sight, which is never where a script shows the other. */
function mapPicture({ address, look }: PageMap): Html {
  return html`<img id="picture" loading="lazy" width="${look.width}" height="${look.height}" alt="Map of the network: a box for each community, people as marks, lines for ties. The tables say the same in words." src='${new Html(address)}'>
`;
}
