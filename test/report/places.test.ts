import { expect, test } from "vitest";
import type { PublicRecommendation } from "../../src/report/view/public-follow-lists.js";
import { placeNumber, placesOf } from "../../src/report/words/places.js";

function listed(id: string, rank: number, more: Partial<PublicRecommendation> = {}) {
  const recommendation: PublicRecommendation = {
    rank,
    stability: undefined,
    person: {
      id,
      label: id,
      handle: id,
      server: undefined,
      name: undefined,
      url: undefined,
    },
    community: undefined,
    isDiscoverable: true,
    score: 1,
    scores: { d: 1, df: 1, dd: 1, a: 1, f: 1, t: 1, c: 1 },
    contributions: [],
    reasons: [],
    caution: undefined,
    links: [],
    attentionByBin: [],
    ...more,
  };
  return recommendation;
}

const between = (rankLow: number, rankHigh: number) => ({
  stability: { rankLow, rankHigh, stays: 0.3 },
});

test("no place of a list is without a person: close ones name who could stand there", () => {
  const list = {
    list: "starter",
    title: "Whom to follow",
    question: "Whom do people choose to follow?",
    community: undefined,
    verdict: undefined,
    people: [listed("ada", 1), listed("ben", 4)],
    unstableRanks: [2, 3, 5],
    candidates: [
      listed("cleo", 2, between(1, 9)),
      listed("dora", 3, between(1, 9)),
      listed("emil", 5, between(1, 9)),
      listed("near", 11, between(3, 9)),
      listed("far", 20, between(6, 40)),
    ],
    expectedOverlap: 3,
  } as const;
  const shown = placesOf(list, 10).map((place) => [
    placeNumber(place),
    place.recommendation === undefined
      ? place.candidates.map(({ person }) => person.id)
      : place.recommendation.person.id,
  ]);
  expect(shown).toEqual([
    ["1", "ada"],
    ["2–3", ["cleo", "dora", "near"]],
    ["4", "ben"],
    ["5", ["emil", "near"]],
  ]);
});
