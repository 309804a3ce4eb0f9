import type { WeightedGraph } from "./compact-graph.js";

/** Whom ties lead to from one of the hubs, going along ties and against them in turn. */
export interface RoleComponent {
  /** In the order of the search. */
  readonly hubs: Int32Array;
  readonly authorities: Int32Array;
}

export interface RoleSearch {
  isHub(node: number): boolean;
  isAuthority(node: number): boolean;
  /** From a node that is no hub yet and has ties as one. O(people found + ties). */
  take(root: number): RoleComponent;
}

/**
 * Everybody stands once as a hub and once as an authority, and each tie runs from the one's hub to
 * the other's authority: finds the components of that graph, each once.
 */
export function startRoleSearch(outward: WeightedGraph, inward: WeightedGraph): RoleSearch {
  const { nodeCount } = outward;
  const isHub = new Uint8Array(nodeCount);
  const isAuthority = new Uint8Array(nodeCount);
  const hubs = new Int32Array(nodeCount);
  const authorities = new Int32Array(nodeCount);
  return {
    isHub: (node) => isHub[node] === 1,
    isAuthority: (node) => isAuthority[node] === 1,
    take(root) {
      isHub[root] = 1;
      hubs[0] = root;
      let hubCount = 1;
      let authorityCount = 0;
      let hub = 0;
      let authority = 0;
      while (hub < hubCount || authority < authorityCount) {
        for (; hub < hubCount; hub += 1) {
          const end = outward.offsets[hubs[hub] + 1];
          for (let tie = outward.offsets[hubs[hub]]; tie < end; tie += 1) {
            const found = outward.neighbour[tie];
            if (isAuthority[found] === 1) continue;
            isAuthority[found] = 1;
            authorities[authorityCount] = found;
            authorityCount += 1;
          }
        }
        for (; authority < authorityCount; authority += 1) {
          const end = inward.offsets[authorities[authority] + 1];
          for (let tie = inward.offsets[authorities[authority]]; tie < end; tie += 1) {
            const found = inward.neighbour[tie];
            if (isHub[found] === 1) continue;
            isHub[found] = 1;
            hubs[hubCount] = found;
            hubCount += 1;
          }
        }
      }
      return {
        hubs: hubs.slice(0, hubCount),
        authorities: authorities.slice(0, authorityCount),
      };
    },
  };
}
