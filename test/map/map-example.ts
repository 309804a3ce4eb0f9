import type { MapInput, MapPerson } from "../../src/map/map-input.js";
import { interactionKinds } from "../../src/model/interaction.js";
import { makeRows } from "../../src/model/rows.js";

export interface Example {
  /** Members of each community, the largest first. */
  readonly sizes: readonly number[];
  readonly isolates?: number;
  /** Pairs of people; a star in each community unless given. */
  readonly ties?: readonly (readonly [number, number])[];
  readonly person?: (node: number) => Partial<MapPerson>;
  readonly change?: Partial<MapInput>;
}

/** An input as the pipeline makes it, people of a community one after another, isolates last. */
export function mapExample({ sizes, isolates = 0, ties, person, change }: Example): MapInput {
  const community = Int32Array.from([
    ...sizes.flatMap((size, index) => new Array<number>(size).fill(index)),
    ...new Array<number>(isolates).fill(-1),
  ]);
  const pairs = ties ?? stars(sizes);
  const count = community.length;
  const inDegree = new Float64Array(count);
  for (const [, target] of pairs) inDegree[target] += 1;
  const people = Array.from({ length: count }, (_, node) => ({
    label: `person${node}@social.example`,
    name: `Person ${node}`,
    handle: `person${node}`,
    isWithheld: false,
    ...person?.(node),
  }));
  return {
    people: makeRows(count, (node) => people[node]),
    withheld: people.filter(({ isWithheld }) => isWithheld).length,
    community,
    communities: sizes.map((_, index) => ({
      name: `G${index + 1}`,
      label: `#topic${index + 1}`,
      isCutOff: false,
    })),
    ties: {
      count: pairs.length,
      source: Int32Array.from(pairs, ([source]) => source),
      target: Int32Array.from(pairs, ([, target]) => target),
      weight: new Float64Array(pairs.length).fill(1),
      kind: new Uint8Array(pairs.length).fill(interactionKinds.indexOf("reply")),
      isDirected: true,
    },
    standing: { name: "in_degree", values: inDegree, isTime: false },
    follow: [],
    size: {
      name: "followers",
      values: Float64Array.from(community, (_, node) => node % 97),
      isTime: false,
    },
    color: undefined,
    settings: { layout: "box", ties: undefined, seed: 1 },
    words: {
      noun: ["person", "people"],
      title: "#MedEd",
      period: "2026-01-05 to 2026-03-29",
      tieRule: "replies and mentions",
      clustering: "Louvain, modularity 0.61",
      tool: "tagatlas 0.1.0",
    },
    ...change,
  };
}

/** Everybody of a community is tied to its first member. */
function stars(sizes: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  let first = 0;
  for (const size of sizes) {
    for (let other = 1; other < size; other += 1) pairs.push([first + other, first]);
    first += size;
  }
  return pairs;
}
