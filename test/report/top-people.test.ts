import { expect, test } from "vitest";
import { perKind } from "../../src/model/interaction.js";
import { topPeopleRows, topTens } from "../../src/report/view/top-people.js";
import { publicNetwork, publicPerson } from "../support/public-network.js";

const community = {
  ...{ label: "", posts: 0, density: undefined, reciprocity: undefined },
  ...{ edgesInside: 0, edgesIn: 0, edgesOut: 0, topPeople: [], topHashtags: [], topLinks: [] },
  ...{ topDomains: [], topWords: [], topPairs: [], distinctiveWords: [], bridges: [] },
};

test("lists ten people by each measure, of all and of each community, and nobody who is not named", () => {
  const people = Array.from({ length: 15 }, (_, at) =>
    publicPerson(`p${String(at).padStart(2, "0")}`, {
      community: at % 2 === 0 ? "G1" : "G2",
      posts: at,
      betweenness: at / 100,
      inByKind: { ...perKind(() => 0), reply: 14 - at, mention: at === 3 ? 5 : 0 },
      isWithheld: at === 14,
    }),
  );
  const report = {
    ...publicNetwork(people, []),
    communities: [
      { ...community, community: "G1", size: 8 },
      { ...community, community: "G2", size: 7 },
    ],
  };
  const { everybody, ofCommunity } = topTens(report);
  expect(everybody.active.map(({ value }) => value)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
  expect(everybody.replied_to[0]).toMatchObject({ label: "p00", value: 14 });
  expect(everybody.betweenness[0]).toMatchObject({ label: "p13", value: 0.13 });
  // Nobody is listed for nothing.
  expect(everybody.mentioned.map(({ label }) => label)).toEqual(["p03"]);
  expect(ofCommunity.get("G1")?.active.map(({ label }) => label)).toEqual([
    ...["p12", "p10", "p08", "p06", "p04", "p02"],
  ]);
  expect(ofCommunity.get("G2")?.mentioned.map(({ label }) => label)).toEqual(["p03"]);
});

test("puts equals in the order of their ids", () => {
  const people = ["a", "b", "c"].map((id) => publicPerson(id, { posts: 2 }));
  const { everybody } = topTens(publicNetwork(people, []));
  expect(everybody.active.map(({ label }) => label)).toEqual(["a", "b", "c"]);
});

test("gives the rows of a table, everybody's before each community's", () => {
  const people = ["a", "b"].map((id) => publicPerson(id, { posts: 2, community: "G1" }));
  const communities = [{ ...community, community: "G1", size: 2 }];
  const tens = topTens({ ...publicNetwork(people, []), communities });
  expect(topPeopleRows(tens)).toEqual(
    [undefined, "G1"].flatMap((of) =>
      ["a", "b"].map((id, at) => ({
        community: of,
        measure: "active",
        rank: at + 1,
        id,
        label: id,
        value: 2,
      })),
    ),
  );
});
