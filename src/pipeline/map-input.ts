import type { CategoryColumn, MapInput, MapTies, NumberColumn } from "../map/map-input.js";
import { communityMethodNames } from "../model/community-method.js";
import { none } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import { interactionKinds } from "../model/interaction.js";
import type { MapSettings } from "../model/map-settings.js";
import type { PublicReport } from "../report/public-report.js";
import { periodOf, titleOf } from "../report/summary.js";
import { worthFollowing } from "../report/worth-following.js";
import { nodeColumn, numbersOf } from "./map-columns.js";

/**
 * What the map is drawn from: the public report alone, so that nothing that is withheld, be it a
 * number or a place in an order, can show in it.
 *
 * @throws {UserError} where sizes are asked for by a column that has none.
 */
export function mapInput(report: PublicReport, settings: MapSettings): MapInput {
  const { people, communities, network, provenance } = report;
  const nodeOf = new Map(people.map(({ id }, node) => [id, node]));
  const communityOf = new Map(communities.map(({ community }, index) => [community, index]));
  const modularity = network.metrics.find(({ metric }) => metric === "modularity")?.value;
  return {
    people,
    community: Int32Array.from(people, ({ community }) =>
      community === undefined ? none : (communityOf.get(community) ?? none),
    ),
    communities: communities.map(({ community, label }) => ({ name: community, label })),
    ties: mapTies(report, nodeOf),
    inDegree: Float64Array.from(people, ({ inDegree }) => inDegree),
    follow: worthFollowing(report).flatMap((id) => nodeOf.get(id) ?? []),
    size: sizeColumn(report, settings.size),
    color: settings.color === "community" ? undefined : colorColumn(report, settings.color),
    settings: {
      layout: settings.layout,
      ties: settings.ties,
      seed: provenance.settings.seed,
    },
    words: {
      title: titleOf(report),
      period: periodOf(report),
      tieRule: network.tieRule,
      clustering: `${communityMethodNames[provenance.settings.communities]}${modularity === undefined ? "" : `, modularity ${modularity.toFixed(2)}`}`,
      tool: `${provenance.tool} ${provenance.version}`,
    },
  };
}

function mapTies({ network }: PublicReport, nodeOf: ReadonlyMap<string, number>): MapTies {
  const { ties } = network;
  return {
    count: ties.length,
    source: Int32Array.from(ties, ({ source }) => nodeOf.get(source) ?? none),
    target: Int32Array.from(ties, ({ target }) => nodeOf.get(target) ?? none),
    weight: Float64Array.from(ties, ({ weight }) => weight),
    kind: Uint8Array.from(ties, ({ byKind }) => {
      const most = Math.max(...interactionKinds.map((kind) => byKind[kind]));
      return interactionKinds.findIndex((kind) => byKind[kind] === most);
    }),
  };
}

function sizeColumn({ people }: PublicReport, name: string): NumberColumn {
  const numbers = numbersOf(name, nodeColumn(people, name));
  if (numbers !== undefined) return numbers;
  throw new UserError(
    `--size ${name}: this column holds words`,
    "choose a column of numbers, such as followers, in_degree or pagerank",
  );
}

function colorColumn({ people }: PublicReport, name: string): NumberColumn | CategoryColumn {
  const cells = nodeColumn(people, name);
  const words = cells.map((cell) => (cell === undefined ? undefined : String(cell)));
  return numbersOf(name, cells) ?? { name, values: words };
}
