import { expect, test } from "vitest";
import { compareItems } from "../../src/compare/compare-items.js";
import { compareMeasures, measureErrors } from "../../src/compare/compare-measures.js";
import { judgeChange } from "../../src/compare/judge-change.js";
import { networkOfTies } from "../../src/compare/network-of-ties.js";
import { resamplePeople } from "../../src/compare/resample-people.js";
import { seededRandom } from "../../src/model/seeded-random.js";

const people = 60;

/** Every ordered pair is tied with one chance. */
function randomNetwork(seed: number, chance: number) {
  const random = seededRandom(seed);
  const ties = [];
  for (let source = 0; source < people; source += 1) {
    for (let target = 0; target < people; target += 1) {
      if (source !== target && random() < chance) ties.push({ source, target, weight: 1 });
    }
  }
  return networkOfTies(people, ties);
}

const density = ({ tieCount, nodeCount }: { tieCount: number; nodeCount: number }): number =>
  tieCount / (nodeCount * (nodeCount - 1));

function verdict(first: number, second: number, seed: number): string | undefined {
  const [before, now] = [first, second].map((chance, at) => {
    const network = randomNetwork(2 * seed + at, chance);
    const nobody = Array.from({ length: people }, (_, id) => ({
      id: String(id),
      label: "",
      isWithheld: false,
      community: -1,
    }));
    const errors = measureErrors(
      { network, people: nobody },
      { measure: (drawn) => ({ graph_density: density(drawn) }), resamples: 60, seed },
    );
    return { name: "", measures: new Map([["graph_density", density(network)] as const]), errors };
  });
  const rows = compareMeasures(before, now);
  return rows.find(({ metric }) => metric === "graph_density")?.verdict;
}

test("two networks of one chance differ within chance, nearly always", () => {
  const verdicts = Array.from({ length: 40 }, (_, seed) => verdict(0.06, 0.06, seed + 1));
  expect(verdicts.filter((one) => one !== "within chance").length).toBeLessThanOrEqual(4);
});

test("networks of twice the density are told apart", () => {
  const verdicts = Array.from({ length: 10 }, (_, seed) => verdict(0.05, 0.1, seed + 1));
  expect(verdicts).toEqual(verdicts.map(() => "more"));
});

test("people are drawn with their ties: a network where all are tied stays one", () => {
  const drawn = resamplePeople(randomNetwork(1, 1.1), seededRandom(7));
  expect(density(drawn.network)).toBe(1);
  expect(new Set(drawn.origin).size).toBeLessThan(people);
});

test("a change without a standard error has no interval and no verdict", () => {
  expect(judgeChange(3, [undefined, 0.1])).toEqual({
    change: 3,
    low: undefined,
    high: undefined,
    verdict: undefined,
  });
  expect(judgeChange(0.5, [0.1, 0.1])).toMatchObject({ verdict: "more" });
});

test("a hashtag's share moves by more than chance only where many people say so", () => {
  const of = (name: string, used: number, authors: number) => ({
    name,
    authors,
    items: [{ kind: "hashtag", item: "#x", authors: used }],
  });
  expect(compareItems(of("a", 2, 10), of("b", 4, 10))[0].verdict).toBe("within chance");
  expect(compareItems(of("a", 200, 1000), of("b", 400, 1000))[0]).toMatchObject({
    verdict: "more",
    change: 0.2,
  });
  const [gone] = compareItems(of("a", 2, 10), { name: "b", authors: 10, items: [] });
  expect(gone).toMatchObject({ shareBefore: 0.2, shareNow: undefined, verdict: undefined });
});
