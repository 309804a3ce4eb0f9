import type { Analysis } from "../../model/analysis.js";
import { groupSize } from "../../model/coarsening.js";

/** Figures of people who are not named, so that they do not tell who somebody is. */
export interface CoarseFigures {
  readonly isCoarse: boolean;
  /** By node, whose figures are shown: everybody's own, but for a group of those who are not named. */
  readonly standIn: Int32Array;
  /** The weight of a tie with such an end. */
  readonly band: (weight: number) => number;
}

/**
 * By `auto` where somebody's figures are those of fewer than five people who are not named. These are put in
 * order of how many people engage them and whom they engage, and in groups of five to nine who come
 * one after the other; all of a group have the figures of the one in its middle. A weight is taken down to
 * the next power of two. This is microaggregation, with a member for the mean (Domingo-Ferrer and Mateo-Sanz, Practical
 * data-oriented microaggregation for statistical disclosure control, IEEE TKDE 14(1), 2002).
 */
export function coarsenFigures(
  analysis: Pick<Analysis, "network" | "measures" | "activity" | "withheld" | "settings">,
  lotOf: (node: number) => string,
): CoarseFigures {
  const { network, withheld, settings } = analysis;
  const standIn = Int32Array.from(network.account, (_, node) => node);
  const own: CoarseFigures = { isCoarse: false, standIn, band: (weight) => weight };
  const nodes = [...standIn.filter((node) => withheld[network.account[node]] === 1)];
  const isWanted =
    settings.coarsen === "always" || (settings.coarsen === "auto" && isTelling(nodes, analysis));
  if (!isWanted || nodes.length === 0) return own;
  const { inDegree, outDegree, inStrength, outStrength } = analysis.measures.nodes;
  nodes.sort(
    (a, b) =>
      inDegree[b] - inDegree[a] ||
      outDegree[b] - outDegree[a] ||
      inStrength[b] - inStrength[a] ||
      outStrength[b] - outStrength[a] ||
      // Not by key: that would be the alphabet.
      (lotOf(a) < lotOf(b) ? -1 : 1),
  );
  const groups = Math.max(1, Math.floor(nodes.length / groupSize));
  for (let group = 0; group < groups; group += 1) {
    const end = group === groups - 1 ? nodes.length : (group + 1) * groupSize;
    const members = nodes.slice(group * groupSize, end);
    for (const node of members) standIn[node] = members[members.length >> 1];
  }
  return { isCoarse: true, standIn, band: (weight) => 2 ** Math.floor(Math.log2(weight)) };
}

/** Whether somebody's figures are those of fewer people than a group has. */
function isTelling(
  nodes: readonly number[],
  { network, measures, activity }: Pick<Analysis, "network" | "measures" | "activity">,
): boolean {
  const { inDegree, outDegree, inStrength, outStrength, pagerank, betweenness } = measures.nodes;
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const figures = [...[inDegree, outDegree, inStrength, outStrength, pagerank, betweenness]].map(
      (column) => column[node],
    );
    const row = [...figures, activity.posts[network.account[node]]].join(" ");
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count < groupSize);
}
