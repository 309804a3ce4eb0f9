import { groupBy } from "../../model/csr.js";
import type { ItemTies, Projected } from "../../model/other-network.js";
import { counted } from "../../text/counted.js";

/** More pairs than these fill the memory, and no screen. */
const mostPairs = 3e6;

interface Sides {
  /** Of the network of two kinds of nodes, those of the first kind before the others. */
  readonly ties: ItemTies;
  readonly firstCount: number;
  /** Whether nodes of the first kind are tied, or those of the second. */
  readonly isFirst: boolean;
  /** Of the file. */
  readonly name: string;
  /** What they share, one and several. */
  readonly thing: string;
  readonly things: string;
}

/** People through what they use, and that through the people who use it. */
export function projectBothSides(
  ties: ItemTies,
  firstCount: number,
  [thing, things]: readonly [one: string, many: string],
): Projected[] {
  const sides = { ties, firstCount };
  return [
    projectBipartite({ ...sides, isFirst: true, name: "people-edges", thing, things }),
    projectBipartite({
      ...sides,
      ...{ isFirst: false, name: `${things}-edges`, thing: "person", things: "people" },
    }),
  ];
}

/** What is not among people and what they use. */
export function bipartiteNotes(
  { used, without }: { readonly used: { readonly ofOne: number }; readonly without: number },
  [thing, things]: readonly [one: string, many: string],
): string[] {
  return [
    ...(used.ofOne === 0
      ? []
      : [
          `${counted(used.ofOne, thing, things)} of fewer than two people who may be named: left out.`,
        ]),
    ...(without === 0
      ? []
      : [`${counted(without, "person", "people")} who used no ${thing} that is shown: left out.`]),
  ];
}

/**
 * Nodes of one kind by what they share of the other: a tie weighs as many nodes as both are tied to. `shared`
 * is Newman's weight, Σ 1 / (k − 1) over these, k being how many are tied to each: what two of three share
 * counts more than what two of a hundred do. Where that would be more than three million pairs, what most
 * are tied to is left out, and said. O(pairs), which are sorted.
 *
 * Newman (2001), Scientific collaboration networks II, doi:10.1103/PhysRevE.64.016132.
 */
export function projectBipartite({
  ties,
  firstCount,
  isFirst,
  name,
  thing,
  things,
}: Sides): Projected {
  const { nodeCount } = ties;
  const [tied, through] = isFirst ? [ties.source, ties.target] : [ties.target, ties.source];
  const tiesOf = groupBy(through, nodeCount);
  const degree = (node: number): number => tiesOf.offsets[node + 1] - tiesOf.offsets[node];
  const middles = Array.from({ length: isFirst ? nodeCount - firstCount : firstCount }, (_, at) =>
    isFirst ? firstCount + at : at,
  ).sort((a, b) => degree(a) - degree(b) || a - b);
  const weightOf = new Map<number, { weight: number; shared: number }>();
  let pairs = 0;
  let used = 0;
  for (const middle of middles) {
    const among = degree(middle);
    pairs += (among * (among - 1)) / 2;
    if (pairs > mostPairs) break;
    used += 1;
    const nodes = [...tiesOf.columns.subarray(tiesOf.offsets[middle], tiesOf.offsets[middle + 1])]
      .map((tie) => tied[tie])
      .sort((a, b) => a - b);
    for (let low = 0; low < among; low += 1) {
      for (let high = low + 1; high < among; high += 1) {
        const key = nodes[low] * nodeCount + nodes[high];
        const known = weightOf.get(key) ?? { weight: 0, shared: 0 };
        weightOf.set(key, known);
        known.weight += 1;
        known.shared += 1 / (among - 1);
      }
    }
  }
  const found = [...weightOf].sort(([a], [b]) => a - b);
  const left = middles.length - used;
  return {
    name,
    ties: {
      nodeCount,
      tieCount: found.length,
      source: Int32Array.from(found, ([key]) => Math.floor(key / nodeCount)),
      target: Int32Array.from(found, ([key]) => key % nodeCount),
      weight: Float64Array.from(found, ([, { weight }]) => weight),
      shared: Float64Array.from(found, ([, { shared }]) => shared),
    },
    notes:
      left === 0
        ? []
        : [
            `${name}.csv leaves out ${counted(left, thing, things)} that most have: too many pairs.`,
          ],
  };
}
