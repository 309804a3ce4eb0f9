import { undirectedGraph } from "../../kernel/compact-graph.js";
import {
  type Communities,
  type CommunitySettings,
  findMembership,
} from "../../kernel/find-membership.js";
import type { Projection } from "../../model/network.js";
import { measureModularity } from "./modularity.js";

export interface Partition extends Communities {
  /** Newman's Q of the partition on the weighted projection; `undefined` without ties. */
  readonly modularity: number | undefined;
}

/**
 * Communities of high modularity on the undirected projection with summed weights, resolution 1. The
 * same seed gives the same partition.
 *
 * Newman (2006), Modularity and community structure in networks; each method names its own paper.
 */
export function findCommunities(projection: Projection, settings: CommunitySettings): Partition {
  const graph = undirectedGraph(projection);
  const communities = findMembership(graph, settings);
  return { ...communities, modularity: measureModularity(graph, communities.of) };
}
