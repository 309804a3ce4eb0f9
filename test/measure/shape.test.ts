import { describe, expect, test } from "vitest";
import { findCommunities } from "../../src/measure/community/communities.js";
import { classifyShape } from "../../src/measure/network/shape.js";
import { countOtherPeople } from "../../src/measure/node/other-people.js";
import type { Network } from "../../src/model/network.js";
import { networkShapes, shapeRules } from "../../src/model/network-shape.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { projectUndirected } from "../../src/network/project.js";
import { randomNetwork } from "../support/random-network.js";
import { karate, networkOf } from "./literature-graphs.js";

function shapeOf(network: Network, { isReversed = false, modularityZ = 9 } = {}) {
  const partition = findCommunities(projectUndirected(network), { method: "leiden", seed: 1 });
  const { received, given } = countOtherPeople(network);
  return classifyShape({
    received: isReversed ? given : received,
    given: isReversed ? received : given,
    isolates: partition.of.filter((community) => community < 0).length,
    modularity: partition.modularity,
    modularityZ,
  });
}

type Pair = readonly [number, number];

/** Groups of so many people, each pair inside tied with a chance, and some ties between groups. */
function groups(sizes: readonly number[], chance: number, between: number): Network {
  const random = seededRandom(7);
  const groupOf = sizes.flatMap((size, group) => Array<number>(size).fill(group));
  const people = groupOf.length;
  const pairs = new Map<number, Pair>();
  for (let source = 0; source < people; source += 1) {
    for (let target = 0; target < people; target += 1) {
      const isInside = source !== target && groupOf[source] === groupOf[target];
      if (isInside && random() < chance) pairs.set(source * people + target, [source, target]);
    }
  }
  for (let added = 0; added < between; added += 1) {
    const [source, target] = [Math.floor(random() * people), Math.floor(random() * people)];
    if (source !== target) pairs.set(source * people + target, [source, target]);
  }
  return networkOf(people, [...pairs.values()]);
}

function withIsolates(network: Network, isolates: number): Network {
  const pairs = Array.from(network.source, (source, tie): Pair => [source, network.target[tie]]);
  return networkOf(network.nodeCount + isolates, pairs);
}

function star(people: number, direction: "in" | "out" | "both"): Network {
  const spokes = Array.from({ length: people - 1 }, (_, at) => at + 1);
  const inwards = spokes.map((spoke): Pair => [spoke, 0]);
  const outwards = spokes.map((spoke): Pair => [0, spoke]);
  switch (direction) {
    case "in":
      return networkOf(people, inwards);
    case "out":
      return networkOf(people, outwards);
    case "both":
      return networkOf(people, [...inwards, ...outwards]);
  }
}

describe("a network", () => {
  test.each<[string, string, Network]>([
    ["of two dense crowds with few ties between", "divided", groups([40, 40], 0.3, 20)],
    ["of two crowds of unlike size", "divided", groups([45, 30], 0.3, 20)],
    ["of one dense crowd", "unified", groups([80], 0.15, 0)],
    ["of a large crowd by chance", "unified", randomNetwork(1000, 8000, 3)],
    ["of a clique", "unified", groups([12], 1, 0)],
    [
      "of many isolates around a few who talk",
      "fragmented",
      withIsolates(groups([20], 0.3, 0), 80),
    ],
    ["of nobody tied to anybody", "fragmented", networkOf(30, [])],
    [
      "of pairs who talk with each other alone",
      "fragmented",
      networkOf(
        60,
        Array.from({ length: 30 }, (_, at): Pair => [2 * at, 2 * at + 1]),
      ),
    ],
    ["of several groups of middle size", "clustered", groups([20, 20, 20, 20, 20, 20], 0.3, 60)],
    ["of one to whom everybody turns", "in-hub", star(50, "in")],
    ["of one who turns to everybody", "out-hub", star(50, "out")],
    ["of one who answers everybody who turns to them", "out-hub", star(50, "both")],
  ])("%s is %s", (_, shape, network) => {
    const found = shapeOf(network);
    expect(found?.shape).toBe(shape);
    expect(found?.fit).toBeGreaterThan(0.5);
    expect(found?.runnerUp?.fit ?? 0).toBeLessThan(found?.fit ?? 0);
  });

  test("as Zachary's karate club, which split in two, is divided", () => {
    const found = shapeOf(karate);
    expect(found).toMatchObject({ shape: "divided", runnerUp: { shape: "unified" } });
    expect(found?.numbers.density).toBeCloseTo(0.139, 3);
    expect(found?.numbers.tiesPerPerson).toBeCloseTo(156 / 34, 12);
    expect(found?.numbers.isolateFraction).toBe(0);
  });

  test("is not divided or clustered where rewired networks are as modular", () => {
    const shape = shapeOf(karate, { modularityZ: 1.9 })?.shape;
    expect(shape).not.toBe("divided");
    expect(shape).not.toBe("clustered");
    expect(shapeOf(karate, { modularityZ: 2 })?.shape).toBe("divided");
  });

  test("whose ties were asked for turned round keeps its shape", () => {
    expect(shapeOf(star(50, "out"), { isReversed: true })?.shape).toBe("in-hub");
  });

  test("between two shapes has both, with how near each is", () => {
    const spokes = networkOf(
      100,
      Array.from({ length: 80 }, (_, at): Pair => [at + 1, 0]),
    );
    const found = shapeOf(spokes);
    expect(found?.runnerUp?.fit).toBeCloseTo(0.4, 12);
    expect(found).toMatchObject({
      shape: "in-hub",
      fit: 1,
      runnerUp: { shape: "fragmented" },
      numbers: { isolateFraction: 0.19 },
    });
  });

  test("of fewer than ten people has none, and loops are no ties", () => {
    expect(shapeOf(networkOf(0, []))).toBeUndefined();
    expect(shapeOf(star(9, "in"))).toBeUndefined();
    expect(shapeOf(star(10, "in"))?.shape).toBe("in-hub");
    const loops = networkOf(
      10,
      Array.from({ length: 10 }, (_, at): Pair => [at, at]),
    );
    expect(shapeOf(loops)).toMatchObject({ shape: "fragmented", fit: 1, runnerUp: undefined });
  });

  test("has the same numbers and shape when its people are numbered otherwise", () => {
    const network = groups([30, 30, 30, 30], 0.3, 40);
    const last = network.nodeCount - 1;
    const pairs = Array.from(
      network.source,
      (source, tie): Pair => [last - source, last - network.target[tie]],
    );
    const found = shapeOf(networkOf(network.nodeCount, pairs));
    const { modularity: _, ...numbers } = shapeOf(network)?.numbers ?? {};
    expect(found).toMatchObject({ shape: "clustered", numbers });
  });
});

test("every shape has a rule, and no condition is empty", () => {
  expect(new Set(shapeRules.map(({ shape }) => shape))).toEqual(new Set(networkShapes));
  for (const { conditions } of shapeRules) {
    expect(conditions.length).toBeGreaterThan(0);
    for (const { from, to } of conditions) expect(from).not.toBe(to);
  }
});
