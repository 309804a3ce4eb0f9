import type { WeightedGraph } from "./compact-graph.js";
import { type HubComponent, startHubSearch } from "./hub-components.js";

/** What a component's largest singular value leads to: values of its hubs and of its authorities. */
export interface Leading extends HubComponent {
  /** The square of it. */
  readonly square: number;
  readonly hub: Float64Array;
  readonly authority: Float64Array;
}

/** Values whose squares differ by no more than this share of them are alike. */
const smallestDifference = 2e-12;

/**
 * The components, as `startHubSearch` has them, whose value is the largest: one as a rule, several
 * where they are alike, none without ties. An undirected graph is `outward` and `inward` both; of its
 * components of two sides each is found once, not also with hubs and authorities exchanged.
 *
 * They are solved one by one, first where the strongest hub is, and then only where the value can be
 * as large: its square is at most the largest product of the strengths of two who are tied.
 */
export function leadingComponents(
  outward: WeightedGraph,
  inward: WeightedGraph,
  solve: (component: HubComponent, strength: Float64Array) => Leading,
): Leading[] {
  const search = startHubSearch(outward, inward);
  const isUndirected = outward === inward;
  const isTaken = (node: number): boolean =>
    search.isHub(node) || (isUndirected && search.isAuthority(node));
  const strength = strengthsOf(outward);
  const strengthAcross = isUndirected ? strength : strengthsOf(inward);
  const found: Leading[] = [];
  let largest = 0;
  const take = (root: number): void => {
    const leading = solve(search.take(root), strength);
    largest = Math.max(largest, leading.square);
    found.push(leading);
  };
  const isAlike = (square: number): boolean => square >= largest * (1 - smallestDifference);

  const strongest = indexOfMost(strength);
  if (strongest !== undefined) take(strongest);
  const others: { readonly node: number; readonly bound: number }[] = [];
  for (let node = 0; node < outward.nodeCount; node += 1) {
    if (strength[node] === 0 || isTaken(node)) continue;
    const bound = strength[node] * strongestNeighbour(outward, strengthAcross, node);
    if (isAlike(bound)) others.push({ node, bound });
  }
  others.sort((a, b) => b.bound - a.bound || a.node - b.node);
  for (const { node, bound } of others) {
    if (isAlike(bound) && !isTaken(node)) take(node);
  }
  return found.filter(({ square }) => isAlike(square));
}

function strengthsOf({ nodeCount, offsets, weight }: WeightedGraph): Float64Array {
  const strength = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1];
    let sum = 0;
    for (let tie = offsets[node]; tie < end; tie += 1) sum += weight[tie];
    strength[node] = sum;
  }
  return strength;
}

/** `undefined` where all are 0. */
function indexOfMost(values: Float64Array): number | undefined {
  let most: number | undefined;
  for (let at = 0; at < values.length; at += 1) {
    if (values[at] > (most === undefined ? 0 : values[most])) most = at;
  }
  return most;
}

function strongestNeighbour(
  { offsets, columns: neighbour }: WeightedGraph,
  strength: Float64Array,
  node: number,
): number {
  let strongest = 0;
  for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
    strongest = Math.max(strongest, strength[neighbour[tie]]);
  }
  return strongest;
}
