import type { MapInput, MapTies } from "../map/map-input.js";
import { nodeColumns } from "../model/columns/node-columns.js";
import { communityMethodNames } from "../model/community-method.js";
import { none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import type { MapSettings } from "../model/map-settings.js";
import { columnsOf } from "../report/tables/table.js";
import type { PublicReport, PublicTie, PublicTies } from "../report/view/public-report.js";
import { worthFollowing } from "../report/view/worth-following.js";
import { isCutOff, titleAfterId } from "../report/words/community-title.js";
import { periodOf, titleOf } from "../report/words/summary.js";
import { colorColumn, sizeColumn } from "./map-columns.js";

/**
 * What the map is drawn from: the public report alone, so that nothing that is withheld, be it a
 * number or a place in an order, can show in it.
 *
 * @throws {UserError} where sizes are asked for by a column that has none.
 */
export function mapInput(report: PublicReport, settings: MapSettings): MapInput {
  const { people, communities, network, provenance } = report;
  const nodes = { rows: people, columns: columnsOf(nodeColumns) };
  const modularity = network.metrics.find(({ metric }) => metric === "modularity")?.value;
  return {
    people,
    withheld: provenance.withheld,
    ...mapPeople(report),
    communities: communities.map((one) => ({
      name: one.community,
      label: titleAfterId(one),
      isCutOff: isCutOff(one, communities),
    })),
    ties: mapTies(network.ties),
    size: sizeColumn(nodes, settings.size),
    color: colorColumn(nodes, settings.color),
    settings: {
      layout: settings.layout,
      ties: settings.ties,
      seed: provenance.settings.seed,
    },
    words: {
      noun: ["person", "people"],
      title: titleOf(report),
      period: periodOf(report.provenance),
      tieRule: network.tieRule,
      clustering: `${communityMethodNames[provenance.settings.communities]}${modularity === undefined ? "" : `, modularity ${modularity.toFixed(2)}`}`,
      tool: `${provenance.tool} ${provenance.version}`,
    },
  };
}

function mapPeople(report: PublicReport): Pick<MapInput, "community" | "standing" | "follow"> {
  const { people, communities } = report;
  const worth = worthFollowing(report);
  const wanted = new Set(worth);
  const communityOf = new Map(communities.map(({ community }, index) => [community, index]));
  const nodeOf = new Map<string, number>();
  const community = new Int32Array(people.length).fill(none);
  const inDegree = new Float64Array(people.length);
  let node = 0;
  for (const person of people) {
    community[node] = communityOf.get(person.community ?? "") ?? none;
    inDegree[node] = person.inDegree;
    if (wanted.has(person.id)) nodeOf.set(person.id, node);
    node += 1;
  }
  const standing = { name: "in_degree", values: inDegree, isTime: false };
  return { community, standing, follow: worth.flatMap((id) => nodeOf.get(id) ?? []) };
}

function mapTies(ties: PublicTies): MapTies {
  const count = ties.length;
  const weight = new Float64Array(count);
  const kind = new Uint8Array(count);
  let at = 0;
  for (const tie of ties) {
    weight[at] = tie.weight;
    kind[at] = mostFrequentKind(tie);
    at += 1;
  }
  return {
    ...{ count, source: ties.sourcePerson, target: ties.targetPerson, weight, kind },
    isDirected: true,
  };
}

function mostFrequentKind({ byKind }: PublicTie): number {
  const most = Math.max(...interactionKinds.map((kind) => byKind[kind]));
  return interactionKinds.findIndex((kind) => byKind[kind] === most);
}
