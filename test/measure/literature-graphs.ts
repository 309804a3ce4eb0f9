import { perKind } from "../../src/model/interaction.js";
import type { Network } from "../../src/model/network.js";

/** A network of weighted ties between numbered people; both ways where `isMutual`. */
export function networkOf(
  nodeCount: number,
  pairs: readonly (readonly [number, number] | readonly [number, number, number])[],
  isMutual = false,
): Network {
  const ties = pairs.flatMap(([source, target, weight = 1]) =>
    isMutual
      ? [
          { source, target, weight },
          { source: target, target: source, weight },
        ]
      : [{ source, target, weight }],
  );
  ties.sort((a, b) => a.source - b.source || a.target - b.target);
  const mentions = Float64Array.from(ties, ({ weight }) => weight);
  return {
    nodeCount,
    account: Int32Array.from({ length: nodeCount }, (_, node) => node),
    tieCount: ties.length,
    source: Int32Array.from(ties, ({ source }) => source),
    target: Int32Array.from(ties, ({ target }) => target),
    weight: Float64Array.from(ties, ({ weight }) => weight),
    weightByKind: perKind((kind) =>
      kind === "mention" ? mentions : new Float64Array(ties.length),
    ),
    first: new Float64Array(ties.length).fill(Number.NaN),
    last: new Float64Array(ties.length).fill(Number.NaN),
  };
}

/** Zachary (1977), An information flow model for conflict and fission in small groups. From 0. */
const karateNeighbours: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
  [2, 3, 7, 13, 17, 19, 21, 30],
  [3, 7, 8, 9, 13, 27, 28, 32],
  [7, 12, 13],
  [6, 10],
  [6, 10, 16],
  [16],
  [],
  [30, 32, 33],
  [33],
  [],
  [],
  [],
  [33],
  [32, 33],
  [32, 33],
  [],
  [],
  [32, 33],
  [33],
  [32, 33],
  [],
  [32, 33],
  [25, 27, 29, 32, 33],
  [25, 27, 31],
  [31],
  [29, 33],
  [33],
  [31, 33],
  [32, 33],
  [32, 33],
  [32, 33],
  [33],
  [],
];

/** 34 people, 78 friendships, each both ways. */
export const karate = networkOf(
  34,
  karateNeighbours.flatMap((others, person) => others.map((other) => [person, other] as const)),
  true,
);
