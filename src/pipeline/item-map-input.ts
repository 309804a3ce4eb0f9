import type { MapInput, MapTies } from "../map/map-input.js";
import { hasNodeColumn } from "../model/columns/item-network-columns.js";
import { itemNodeColumns } from "../model/columns/item-node-columns.js";
import { communityMethodNames } from "../model/community-method.js";
import { none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import { type MapSettings, usualMapSize } from "../model/map-settings.js";
import { itemNouns, type OtherNetworkName } from "../model/other-network.js";
import { makeRows } from "../model/rows.js";
import type { ItemReport } from "../report/items/item-report.js";
import { columnsOf } from "../report/tables/table.js";
import type { PublicItemNetwork } from "../report/view/public-item-network.js";
import { periodOf } from "../report/words/summary.js";
import { colorColumn, sizeColumn } from "./map-columns.js";

const mostNamed = 40;
/** Of a community's strongest nodes, those that stand at the top of its box. */
const mostInLabel = 3;

/** The columns of `nodes.csv` of such a network. */
export function itemMapColumns(network: OtherNetworkName) {
  return itemNodeColumns.filter((column) => hasNodeColumn(network, column));
}

/** What sizes marks, where followers, whom things do not have, would size people. */
export function itemMapSettings(settings: MapSettings, network: OtherNetworkName): MapSettings {
  return settings.size === usualMapSize ? { ...settings, size: strengthOf(network) } : settings;
}

/**
 * What the map of a network of other things than people is drawn from: its public view alone.
 *
 * @throws {UserError} where sizes are asked for by a column that has none.
 */
export function itemMapInput(report: ItemReport, settings: MapSettings): MapInput {
  const { network, title, tool, seed } = report;
  const { nodes } = network;
  const rows = { rows: nodes, columns: columnsOf(itemNodeColumns) };
  const standing = titled(sizeColumn(rows, strengthOf(network.name)));
  const community = communityOfNodes(network);
  const ties = mapTies(network);
  const modularity = network.measures.find(({ metric }) => metric === "modularity")?.value;
  const method = communityMethodNames[report.settings.communities];
  const byStanding = [...standing.values.keys()]
    .filter((node) => standing.values[node] > 0)
    .sort((a, b) => standing.values[b] - standing.values[a] || a - b);
  const color = colorColumn(rows, settings.color);
  const sorts = Array.from(nodes, ({ kind }) => kind);
  return {
    people: makeRows(nodes.length, (at) => ({
      ...{ label: nodes.row(at).label, name: undefined, handle: undefined },
      isWithheld: false,
    })),
    withheld: 0,
    community,
    communities: communitiesOf(network, community, ties),
    ties,
    standing,
    follow: [],
    named: byStanding.slice(0, mostNamed),
    ...(new Set(sorts).size > 1 ? { sorts } : {}),
    size: titled(sizeColumn(rows, settings.size)),
    color: color === undefined ? undefined : titled(color),
    settings: { layout: settings.layout, ties: settings.ties, seed },
    words: {
      noun: itemNouns[network.name],
      title: `${title}: ${network.name}`,
      subject: title,
      period: periodOf(report),
      tieRule: network.tieRule,
      clustering: `${method}${modularity === undefined ? "" : `, modularity ${modularity.toFixed(2)}`}`,
      tool: `tagatlas ${tool.version}`,
    },
  };
}

/** Every answer to a post weighs the same. */
function strengthOf(network: OtherNetworkName): string {
  return network === "posts" ? "in_degree" : "strength";
}

/** A column under its title, since columns of people of the same name are told in other words. */
function titled<Column extends { readonly name: string }>(column: Column): Column {
  const title = itemNodeColumns.find((known) => known.column === column.name)?.title;
  return { ...column, name: title ?? column.name };
}

function communityOfNodes({ nodes, communities }: PublicItemNetwork): Int32Array {
  const indexOf = new Map(communities.map(({ community }, index) => [community, index]));
  return Int32Array.from(nodes, ({ community }) => indexOf.get(community ?? "") ?? none);
}

function communitiesOf(
  { name, communities }: PublicItemNetwork,
  community: Int32Array,
  { source, target }: MapTies,
): MapInput["communities"] {
  const isTied = new Uint8Array(communities.length);
  for (const [tie, node] of source.entries()) {
    const [from, to] = [community[node], community[target[tie]]];
    if (from === to) continue;
    isTied[from] = 1;
    isTied[to] = 1;
  }
  return communities.map((one, index) => ({
    name: one.community,
    label: one.strongest.split("; ").slice(0, mostInLabel).join(" "),
    // Threads are apart from each other by nature.
    isCutOff: name !== "posts" && communities.length > 1 && isTied[index] === 0,
  }));
}

function mapTies({ edges, nodes, isDirected }: PublicItemNetwork): MapTies {
  const places = new Map(Array.from(nodes, ({ id }, at) => [id, at]));
  const placeOf = (id: string): number => places.get(id) ?? none;
  const rows = [...edges];
  const hasKinds = rows.some(({ relation }) => relation !== undefined);
  return {
    count: rows.length,
    source: Int32Array.from(rows, ({ source }) => placeOf(source)),
    target: Int32Array.from(rows, ({ target }) => placeOf(target)),
    weight: Float64Array.from(rows, ({ weight }) => weight),
    kind: hasKinds
      ? Uint8Array.from(rows, ({ relation }) =>
          interactionKinds.indexOf(relation === "quote" ? "quote" : "reply"),
        )
      : undefined,
    isDirected,
  };
}
