import type { CompactGraph } from "./kernel/compact-graph.js";
import { findCoreNumbers } from "./kernel/core-numbers.js";

/**
 * The largest k for which there is a k-core: people each of whom is tied to at least k others of
 * them. 0 without ties, `undefined` without people.
 */
export function measureCoreDepth(graph: CompactGraph): number | undefined {
  if (graph.nodeCount === 0) return undefined;
  return findCoreNumbers(graph).reduce((deepest, core) => Math.max(deepest, core), 0);
}
