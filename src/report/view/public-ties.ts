import type { Analysis } from "../../model/analysis.js";
import { interactionKinds, perKind } from "../../model/interaction.js";
import { makeRows } from "../../model/rows.js";
import type { PublicPeople } from "./public-people.js";
import type { PublicTie, PublicTies } from "./public-report.js";
import { isoTime } from "./public-values.js";

/**
 * Ties as others may see them, by source and target. `order` has the nodes in the order of people;
 * `id` is by node.
 */
export function publicTies(
  { network, withheld }: Analysis,
  { id, coarse }: Pick<PublicPeople, "id" | "coarse">,
  order: Int32Array,
): PublicTies {
  const { source, target, account } = network;
  const personOf = new Int32Array(order.length);
  for (const [person, node] of order.entries()) personOf[node] = person;
  const ties = source
    .map((_, tie) => tie)
    .sort(
      (a, b) =>
        personOf[source[a]] - personOf[source[b]] || personOf[target[a]] - personOf[target[b]],
    );
  const isNamed = (node: number): boolean => withheld[account[node]] === 0;

  const row = (at: number): PublicTie => {
    const tie = ties[at];
    const hasTimes = isNamed(source[tie]) && isNamed(target[tie]);
    const shownWeight = (weight: number): number =>
      hasTimes || weight === 0 ? weight : coarse.band(weight);
    const byKind = perKind((kind) => shownWeight(network.weightByKind[kind][tie]));
    return {
      source: id[source[tie]],
      target: id[target[tie]],
      // Of the shown kinds, so that a row adds up, coarse or not.
      weight: hasTimes ? network.weight[tie] : sumOfKinds(byKind),
      byKind,
      first: hasTimes ? isoTime(network.first[tie]) : undefined,
      last: hasTimes ? isoTime(network.last[tie]) : undefined,
    };
  };

  return {
    ...makeRows(network.tieCount, row),
    sourcePerson: ties.map((tie) => personOf[source[tie]]),
    targetPerson: ties.map((tie) => personOf[target[tie]]),
  };
}

function sumOfKinds(byKind: PublicTie["byKind"]): number {
  return interactionKinds.reduce((sum, kind) => sum + byKind[kind], 0);
}
