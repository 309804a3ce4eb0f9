import { describe, expect, test } from "vitest";
import { networkShapes, type ShapeFindings } from "../../src/model/network-shape.js";
import { publicShape } from "../../src/report/view/public-shape.js";
import {
  joiningSentence,
  shapeMethod,
  shapeRuleSentences,
} from "../../src/report/words/shape-words.js";
import { plainNetworkSentences } from "../../src/report/words/summary.js";
import { publicNetwork } from "../support/public-network.js";

const clustered: ShapeFindings = {
  shape: "clustered",
  fit: 0.75,
  runnerUp: { shape: "divided", fit: 0.5 },
  modularityZ: 12,
  numbers: {
    density: 0.0123456,
    tiesPerPerson: 2.46,
    modularity: 0.55,
    inCentralization: 0.162,
    outCentralization: 0.05,
    isolateFraction: 0.078,
  },
};

describe("the shape in words", () => {
  test("names the shape as a rough one, the next with how near it is, and the numbers", () => {
    expect(publicShape(clustered, 200).sentence).toBe(
      "Shape, roughly: clustered (community clusters: several groups with ties of their own), " +
        "fit 0.75 of 1; next divided (polarized crowds), 0.50. Density 0.0123 (2.5 ties a person), " +
        "modularity 0.55, centralization 0.16 in and 0.05 out, 7.8 % isolates.",
    );
    expect(publicShape({ ...clustered, fit: 0.4 }, 200).sentence).toMatch(
      /^Shape, roughly and weakly: /u,
    );
  });

  test("says so where no other is near, and where modularity is not known", () => {
    const numbers = { ...clustered.numbers, modularity: undefined };
    const { sentence } = publicShape({ ...clustered, runnerUp: undefined, numbers }, 200);
    expect(sentence).toMatch(/fit 0\.75 of 1; no other shape is near\. /u);
    expect(sentence).toMatch(/modularity not known,/u);
  });

  test("says why there is none", () => {
    expect(publicShape(undefined, 9).sentence).toBe("Fewer than 10 people have no shape.");
    expect(publicShape(undefined, 10).sentence).toBe("None of the six shapes of networks fits.");
    expect(publicShape(undefined, 10)).toMatchObject({ name: undefined, numbers: undefined });
  });

  test("says first what the network looks like, and what that means for who wants to join", () => {
    expect(joiningSentence({ name: "in-hub", fit: 0.5 })).toBe(
      "The network looks most like many people who turn to one. Follow that one for news. For conversations, look for others.",
    );
    expect(joiningSentence({ name: "in-hub", fit: 0.49 })).toBe(
      "The network looks most like many people who turn to one, but not clearly. Read a few posts before you choose whom to join.",
    );
    expect(joiningSentence({ name: undefined, fit: undefined })).toMatch(/^The network has no /u);
    const advice = networkShapes.map((name) => joiningSentence({ name, fit: 1 }));
    expect(new Set(advice).size).toBe(6);
  });

  test("states every cut-off, and whose they are", () => {
    expect(shapeMethod).toMatch(/rough classification .* cut-offs of our own/u);
    expect(shapeRuleSentences).toHaveLength(6);
    expect(shapeRuleSentences[2]).toBe(
      "fragmented (brand clusters): isolate fraction above 0.2 (fully from 0.6); or ties a person " +
        "below 1 (fully up to 0.5).",
    );
  });
});

describe("the communities in words", () => {
  const groupsAre = (communities: number, z: number | undefined): string => {
    const row = { metric: "modularity_z", value: z, name: "", note: "" } as const;
    const network = { ...publicNetwork([], []).network, metrics: [row] };
    return plainNetworkSentences({ network, communities: Array.from({ length: communities }) })[1];
  };

  test.each([
    [0, undefined, /^There are no communities/u],
    [1, 5, /^Everybody who is tied to others is in one community/u],
    [4, undefined, /is not known\. Take them as a way to arrange people/u],
    [4, 1.99, /^Chance alone .* not as proven groups/u],
    [4, 2, /^People form clearer groups than chance/u],
  ])("say of %s communities with z = %s whether they are groups", (communities, z, words) => {
    expect(groupsAre(communities, z)).toMatch(words);
  });
});
