import { counted, withCommas } from "../counted.js";
import type { PublicReport } from "../public-report.js";
import { Html, html } from "./html.js";
import { mostTies } from "./page-data.js";
import { svgAddress } from "./svg-address.js";

export interface PageMap {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The map: the static one, which needs nothing, and a stage that the script takes for the one that
 * can be moved. The picture is read when it comes into sight, which is never where a script shows
 * the other.
 */
export function mapPart(report: PublicReport, { svg, width, height }: PageMap): Html {
  const { people, network, communities } = report;
  const shown =
    network.ties.length <= mostTies
      ? ""
      : ` Of ${withCommas(network.ties.length)} ties the strongest ${withCommas(mostTies)} can be moved here; map.svg and the graph files have all.`;
  return html`<section id="map" aria-labelledby="map-title">
<h2 id="map-title">The map</h2>
<p>${counted(people.length, "person", "people")} in ${counted(communities.length, "community", "communities")}: a box for each. A line is a tie, a ring somebody worth following.${shown}</p>
<div id="stage" hidden></div>
<img id="picture" loading="lazy" width="${width}" height="${height}" alt="Map of the network: a box for each community, people as marks, lines for ties. The tables below say the same in words." src='${new Html(svgAddress(svg))}'>
</section>
`;
}
