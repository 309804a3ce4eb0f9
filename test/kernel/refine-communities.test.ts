import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asAggregate } from "../../src/kernel/aggregate-graph.js";
import { withoutGaps } from "../../src/kernel/labelling.js";
import { refineCommunities } from "../../src/kernel/refine-communities.js";
import { splitComponents } from "../../src/kernel/split-components.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { piecesByLabel } from "../support/pieces.js";
import { anyGraph, weightedGraphOf } from "./any-graph.js";

const anyLabels = fc.array(fc.nat(7), { minLength: 30, maxLength: 30 });

describe("refining communities", () => {
  test("parts a community that nothing holds together", () => {
    const pairs = weightedGraphOf(4, [
      [0, 1],
      [2, 3],
    ]);
    const together = { labels: new Int32Array(4), count: 1 };
    const { labels, count } = refineCommunities(asAggregate(pairs), together, seededRandom(1));
    expect(count).toBe(2);
    expect([...labels]).toEqual([0, 0, 1, 1]);
  });

  /** The ties of five who all talk with each other. */
  const clique = [0, 1, 2, 3, 4].flatMap((a) =>
    [0, 1, 2, 3, 4].filter((b) => b < a).map((b) => [b, a, 3] as const),
  );
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);

  test("joins nobody to one who has too few ties into the community, nor that one to anybody", () => {
    // 6 would be nearest to 5, and 5 to 6, if it did not have more ties to 7 outside.
    const graph = weightedGraphOf(8, [...clique, [4, 5, 1], [5, 6, 1], [6, 7, 2]]);
    const communities = { labels: Int32Array.from([0, 0, 0, 0, 0, 0, 0, 1]), count: 2 };
    for (const seed of seeds) {
      const { labels } = refineCommunities(asAggregate(graph), communities, seededRandom(seed));
      expect([...labels].filter((label) => label === labels[6])).toHaveLength(1);
    }
  });

  test("joins nobody to a part that has too few ties to the rest once it has grown", () => {
    // 5 and 6 have each other and few besides; 7 has 6 alone, and 8 and 9 are outside.
    const graph = weightedGraphOf(10, [...clique, [4, 5, 1], [5, 6, 10], [6, 7, 1], [8, 9, 270]]);
    const communities = { labels: Int32Array.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 1]), count: 2 };
    const isAlone = seeds.map((seed) => {
      const { labels } = refineCommunities(asAggregate(graph), communities, seededRandom(seed));
      expect(labels[5]).toBe(labels[6]);
      return labels[7] !== labels[6];
    });
    expect(isAlone).toContain(true);
  });

  test("gives parts of communities, each of them connected, for any communities", () => {
    fc.assert(
      fc.property(anyGraph(30), anyLabels, fc.nat(), (graph, all, seed) => {
        const communities = withoutGaps(
          Int32Array.from(all.slice(0, graph.nodeCount), (label) => label % graph.nodeCount),
        );
        const parts = refineCommunities(asAggregate(graph), communities, seededRandom(seed));
        expect(new Set(parts.labels).size).toBe(parts.count);
        const pairs = Array.from(
          parts.labels,
          (part, node) => `${part} ${communities.labels[node]}`,
        );
        expect(new Set(pairs).size).toBe(parts.count);
        expect([...piecesByLabel(graph, parts.labels).values()].every((count) => count === 1)).toBe(
          true,
        );
      }),
    );
  });
});

describe("splitting communities into components", () => {
  test("makes as many of each as ties leave pieces of it", () => {
    fc.assert(
      fc.property(anyGraph(30), anyLabels, (graph, all) => {
        const labels = Int32Array.from(all.slice(0, graph.nodeCount));
        const pieces = splitComponents(graph, labels);
        const expected = [...piecesByLabel(graph, labels).values()].reduce((a, b) => a + b, 0);
        expect(new Set(pieces).size).toBe(expected);
        expect([...piecesByLabel(graph, pieces).values()].every((count) => count === 1)).toBe(true);
        const pairs = Array.from(pieces, (piece, node) => `${piece} ${labels[node]}`);
        expect(new Set(pairs).size).toBe(expected);
      }),
    );
  });
});
