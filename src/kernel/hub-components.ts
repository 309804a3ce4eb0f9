import type { WeightedGraph } from "./compact-graph.js";

/** Whom ties lead to from one of the hubs, going along ties and against them in turn. */
export interface HubComponent {
  /** In the order of the search. */
  readonly hubs: Int32Array;
  readonly authorities: Int32Array;
}

interface HubSearch {
  isHub(node: number): boolean;
  isAuthority(node: number): boolean;
  /** From a node that is no hub yet and has ties as one. O(people found + ties). */
  take(root: number): HubComponent;
}

/**
 * Everybody stands once as a hub and once as an authority, and each tie runs from the one's hub to
 * the other's authority: finds the components of that graph, each once.
 */
export function startHubSearch(outward: WeightedGraph, inward: WeightedGraph): HubSearch {
  const hubs = startFound(outward.nodeCount);
  const authorities = startFound(outward.nodeCount);
  return {
    isHub: (node) => hubs.isIn[node] === 1,
    isAuthority: (node) => authorities.isIn[node] === 1,
    take(root) {
      hubs.count = 0;
      authorities.count = 0;
      add(hubs, root);
      let hub = 0;
      let authority = 0;
      while (hub < hubs.count || authority < authorities.count) {
        for (; hub < hubs.count; hub += 1) addNeighbours(authorities, outward, hubs.nodes[hub]);
        for (; authority < authorities.count; authority += 1) {
          addNeighbours(hubs, inward, authorities.nodes[authority]);
        }
      }
      return {
        hubs: hubs.nodes.slice(0, hubs.count),
        authorities: authorities.nodes.slice(0, authorities.count),
      };
    },
  };
}

/** Everybody found as a hub, or as an authority, so far, and in front those of the present component. */
interface Found {
  readonly isIn: Uint8Array;
  readonly nodes: Int32Array;
  count: number;
}

function startFound(nodeCount: number): Found {
  return { isIn: new Uint8Array(nodeCount), nodes: new Int32Array(nodeCount), count: 0 };
}

function add(found: Found, node: number): void {
  found.isIn[node] = 1;
  found.nodes[found.count] = node;
  found.count += 1;
}

function addNeighbours(
  found: Found,
  { offsets, columns: neighbour }: WeightedGraph,
  node: number,
): void {
  for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
    if (found.isIn[neighbour[tie]] === 0) add(found, neighbour[tie]);
  }
}
