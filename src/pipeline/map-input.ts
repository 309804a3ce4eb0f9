import type { CategoryColumn, MapInput, MapTies, NumberColumn } from "../map/map-input.js";
import { communityMethodNames } from "../model/community-method.js";
import { none } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import { interactionKinds } from "../model/interaction.js";
import type { MapSettings } from "../model/map-settings.js";
import type { PublicReport, PublicTie, PublicTies } from "../report/view/public-report.js";
import { worthFollowing } from "../report/view/worth-following.js";
import { isCutOff, titleAfterId } from "../report/words/community-title.js";
import { periodOf, titleOf } from "../report/words/summary.js";
import { nodeColumn, numbersOf } from "./map-columns.js";

/**
 * What the map is drawn from: the public report alone, so that nothing that is withheld, be it a
 * number or a place in an order, can show in it.
 *
 * @throws {UserError} where sizes are asked for by a column that has none.
 */
export function mapInput(report: PublicReport, settings: MapSettings): MapInput {
  const { people, communities, network, provenance } = report;
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

function mapPeople(report: PublicReport): Pick<MapInput, "community" | "inDegree" | "follow"> {
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
  return { community, inDegree, follow: worth.flatMap((id) => nodeOf.get(id) ?? []) };
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
  return { count, source: ties.sourcePerson, target: ties.targetPerson, weight, kind };
}

function mostFrequentKind({ byKind }: PublicTie): number {
  const most = Math.max(...interactionKinds.map((kind) => byKind[kind]));
  return interactionKinds.findIndex((kind) => byKind[kind] === most);
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
