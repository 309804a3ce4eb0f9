import { undirectedGraph } from "../kernel/compact-graph.js";
import { weakComponents } from "../kernel/components.js";
import { findCoreNumbers } from "../kernel/core-numbers.js";
import { measureDisparity } from "../kernel/disparity.js";
import { none } from "../model/corpus.js";
import type { ItemTies, Projected, Thread } from "../model/other-network.js";
import { projectUndirected } from "../network/project.js";

interface ItemFilter {
  /** Ties that are less likely by chance than this are kept; `undefined` for all. */
  readonly backbone: number | undefined;
  readonly minWeight: number | undefined;
  readonly kCore: number | undefined;
  readonly component: "largest" | undefined;
}

interface Narrowed {
  readonly ties: ItemTies;
  /** One a tie, of the whole network: see `measureDisparity`. */
  readonly disparity: Float64Array;
  /** New node to old. */
  readonly nodes: Int32Array;
}

/** What filters leave, in their order: backbone, weight, core, component. Nodes stay until a filter of nodes. */
export function narrowItems(
  whole: ItemTies,
  { isDirected, filter }: { readonly isDirected: boolean; readonly filter: ItemFilter },
): Narrowed {
  const { backbone, minWeight, kCore, component } = filter;
  const disparity = measureDisparity(whole, { isDirected });
  let left: Narrowed = {
    ties: whole,
    disparity,
    nodes: Int32Array.from({ length: whole.nodeCount }, (_, node) => node),
  };
  if (backbone !== undefined) left = keepTies(left, (tie) => left.disparity[tie] < backbone);
  if (minWeight !== undefined) left = keepTies(left, (tie) => left.ties.weight[tie] >= minWeight);
  if (kCore !== undefined) {
    const cores = findCoreNumbers(undirectedGraph(projectUndirected(left.ties)));
    left = keepNodes(left, (node) => cores[node] >= kCore);
  }
  if (component !== undefined && left.ties.nodeCount > 0) {
    const { of, sizes } = weakComponents(left.ties);
    const largest = sizes.indexOf(Math.max(...sizes));
    left = keepNodes(left, (node) => of[node] === largest);
  }
  return left;
}

/** What is seen through others, between nodes that are left; a backbone of its own is taken of it. */
export function narrowProjected(
  projected: Projected,
  { nodes, backbone }: { readonly nodes: Int32Array; readonly backbone: number | undefined },
): Projected & { readonly disparity: Float64Array } {
  const kept = new Set(nodes);
  const whole: Narrowed = {
    ties: projected.ties,
    disparity: measureDisparity(projected.ties, { isDirected: false }),
    nodes: Int32Array.from({ length: projected.ties.nodeCount }, (_, node) => node),
  };
  const left = keepNodes(whole, (node) => kept.has(node));
  const { ties, disparity } =
    backbone === undefined ? left : keepTies(left, (tie) => left.disparity[tie] < backbone);
  return { ...projected, ties, disparity };
}

/** Threads whose first post is left. */
export function narrowThreads(threads: readonly Thread[], nodes: Int32Array): Thread[] {
  const placeOf = new Map(Array.from(nodes, (node, place) => [node, place]));
  return threads.flatMap((thread) => {
    const root = placeOf.get(thread.root);
    return root === undefined ? [] : [{ ...thread, root }];
  });
}

function keepTies(all: Narrowed, isKept: (tie: number) => boolean): Narrowed {
  const kept = all.disparity.map((_, tie) => tie).filter(isKept);
  const pick = (column: Int32Array | undefined) =>
    column === undefined ? undefined : Int32Array.from(kept, (tie) => column[tie]);
  const pickNumbers = (column: Float64Array) => Float64Array.from(kept, (tie) => column[tie]);
  const { source, target, weight, people, isReply, shares, gap, shared, nodeCount } = all.ties;
  return {
    ...all,
    disparity: pickNumbers(all.disparity),
    ties: {
      nodeCount,
      tieCount: kept.length,
      source: Int32Array.from(kept, (tie) => source[tie]),
      target: Int32Array.from(kept, (tie) => target[tie]),
      weight: pickNumbers(weight),
      people: pick(people),
      isReply: pick(isReply),
      shares: pick(shares),
      gap: gap === undefined ? undefined : pickNumbers(gap),
      shared: shared === undefined ? undefined : pickNumbers(shared),
    },
  };
}

function keepNodes(all: Narrowed, isKept: (node: number) => boolean): Narrowed {
  const nodes = all.nodes.map((_, node) => node).filter(isKept);
  const placeOf = new Int32Array(all.ties.nodeCount).fill(none);
  for (const [place, node] of nodes.entries()) placeOf[node] = place;
  const { source, target } = all.ties;
  const left = keepTies(
    all,
    (tie) => placeOf[source[tie]] !== none && placeOf[target[tie]] !== none,
  );
  return {
    disparity: left.disparity,
    nodes: nodes.map((node) => all.nodes[node]),
    ties: {
      ...left.ties,
      nodeCount: nodes.length,
      source: left.ties.source.map((node) => placeOf[node]),
      target: left.ties.target.map((node) => placeOf[node]),
    },
  };
}
