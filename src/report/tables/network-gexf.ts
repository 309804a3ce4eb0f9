import type { PublicPlace } from "../view/public-person.js";
import type { PublicReport } from "../view/public-report.js";
import { titleOf } from "../words/summary.js";
import { edgeAttributes, nodeAttributes } from "./graph-attributes.js";
import { renderGraphAsGexf } from "./graph-gexf.js";

/**
 * The network as GEXF: every column of `nodes.csv` and `edges.csv` is an attribute of the same
 * name. Position, size and colour are those of the map, where there is one. Comes in pieces.
 */
export function renderGexf(report: PublicReport): Generator<string> {
  const { people, network, provenance } = report;
  return renderGraphAsGexf(
    {
      creator: `${provenance.tool} ${provenance.version}`,
      title: titleOf(report),
      tieRule: network.tieRule,
      isDirected: true,
      nodeAttributes,
      edgeAttributes,
      nodes: people,
      edges: network.ties,
    },
    ({ place }) => (place === undefined ? "" : placeInGexf(place)),
  );
}

/** The map's y grows downwards; that of the programs that open the file grows upwards. */
export function placeInGexf({ x, y, radius, color }: PublicPlace): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const position = `<viz:position x="${x}" y="${y === 0 ? 0 : -y}" z="0"/>`;
  return `<viz:color r="${red}" g="${green}" b="${blue}"/>${position}<viz:size value="${radius}"/>`;
}
