/** People who share a box. */
export interface MapGroup {
  readonly kind: "community" | "small communities" | "isolates" | "everybody";
  /** Communities, first and last by number; none for isolates. */
  readonly communities: readonly number[];
  /** The members of each community, or all in one. */
  readonly parts: readonly (readonly number[])[];
  readonly size: number;
}

const mostBoxes = 40;
/** A smaller box has no room for its label. */
const leastBoxArea = 45 * 45;

/**
 * A group for each community, in their order; one for all those together that are too small for a
 * box of their own on a pane of so many square units; one for isolates.
 */
export function groupByCommunity(community: Int32Array, paneArea: number): MapGroup[] {
  const members = membersByCommunity(community);
  const leastSize = (leastBoxArea / paneArea) * community.length;
  const own = members.filter((nodes, index) => index < mostBoxes && nodes.length >= leastSize);
  const small = members.slice(own.length);
  // A box for one small community takes no more room than that community alone would.
  const hasOthers = small.length > 1;
  const groups = (hasOthers ? own : members).map(
    (nodes, index): MapGroup => ({
      kind: "community",
      communities: [index],
      parts: [nodes],
      size: nodes.length,
    }),
  );
  if (hasOthers) {
    groups.push({
      kind: "small communities",
      communities: small.map((_, index) => own.length + index),
      parts: small,
      size: small.reduce((sum, nodes) => sum + nodes.length, 0),
    });
  }
  return [...groups, ...isolatesOf(community)];
}

/** Whoever has ties in one group, isolates in another. */
export function groupAsOne(community: Int32Array): MapGroup[] {
  const members = membersByCommunity(community);
  const nodes = members.flat().sort((a, b) => a - b);
  const everybody: MapGroup = {
    kind: "everybody",
    communities: [...members.keys()],
    parts: [nodes],
    size: nodes.length,
  };
  return [...(nodes.length === 0 ? [] : [everybody]), ...isolatesOf(community)];
}

function membersByCommunity(community: Int32Array): number[][] {
  const count = community.reduce((most, index) => Math.max(most, index + 1), 0);
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [node, index] of community.entries()) if (index >= 0) members[index].push(node);
  return members;
}

function isolatesOf(community: Int32Array): MapGroup[] {
  const nodes = [...community.keys()].filter((node) => community[node] < 0);
  if (nodes.length === 0) return [];
  return [{ kind: "isolates", communities: [], parts: [nodes], size: nodes.length }];
}
