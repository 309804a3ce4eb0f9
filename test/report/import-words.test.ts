import { describe, expect, test } from "vitest";
import { isForMastodon, mastodonFollows } from "../../src/report/tables/mastodon-follows.js";
import type { PublicRecommendation } from "../../src/report/view/public-follow-lists.js";
import { importSentences } from "../../src/report/words/import-words.js";
import { publicNetwork } from "../support/public-network.js";

function somebody(id: string, isDiscoverable = true): PublicRecommendation {
  return {
    rank: 1,
    stability: undefined,
    person: { id, label: id, handle: id, server: undefined, name: undefined, url: undefined },
    community: undefined,
    isDiscoverable,
    score: 1,
    scores: { d: 1, df: 1, dd: 1, a: 1, f: 1, t: 1, c: 1 },
    contributions: [],
    reasons: [],
    caution: undefined,
    links: [],
    attentionByBin: [],
  };
}

function followOf(...people: PublicRecommendation[]) {
  const list = {
    list: "starter",
    title: "Whom to follow",
    question: "?",
    community: undefined,
    verdict: undefined,
    people,
    unstableRanks: [],
    candidates: [],
    expectedOverlap: undefined,
  } as const;
  return { ...publicNetwork([], []).follow, lists: [list] };
}

describe("importSentences", () => {
  test("tells to choose Merge, and who is not in the file and why", () => {
    const follow = followOf(somebody("a@x.example"), somebody("b@x.example", false));
    expect(importSentences(follow).join(" ")).toBe(
      "With mastodon-follows.csv, Mastodon follows 1 person of the lists at once. " +
        "In Mastodon, open Preferences, Import and export, Import, and take the type Following list. " +
        "Choose Merge: Overwrite would unfollow everybody else. " +
        "Not in it: 1 person who did not say that they want to be discovered (b@x.example). " +
        "Open their links instead.",
    );
  });

  test("says how many more where they are many, and who comes after the fiftieth", () => {
    const many = Array.from({ length: 58 }, (_, at) => somebody(`p${at}@x.example`));
    expect(importSentences(followOf(...many, somebody("x:1"))).join(" ")).toContain(
      "Not in it: 1 person who is not on Mastodon (x:1); 8 people who come after the first 50 " +
        "(p50@x.example, p51@x.example, p52@x.example, p53@x.example, p54@x.example and 3 others).",
    );
  });

  test("says what to do instead where everybody is on X, which has no such file", () => {
    const follow = followOf(somebody("x:1"), somebody("x:2"));
    expect(isForMastodon(mastodonFollows(follow))).toBe(false);
    expect(importSentences(follow).join(" ")).toContain("Open the link of each person");
    expect(importSentences(follow).join(" ")).not.toContain("mastodon-follows.csv");
  });

  test("says nothing where nobody is listed", () => {
    expect(importSentences(followOf())).toEqual([]);
  });
});
