import { expect, test } from "vitest";
import { renderFollowHandout } from "../../src/report/words/follow-handout.js";
import { publicNetwork } from "../support/public-network.js";

test("a handout names somebody of whom no third reason is known", () => {
  const report = publicNetwork([], []);
  const scores = { d: 1, df: 1, dd: 1, a: 1, f: 1, t: 1, c: 1 };
  const person = {
    id: "feed@here.example",
    label: "feed@here.example",
    handle: "feed",
    server: "here.example",
    name: undefined,
    url: undefined,
  };
  const recommendation = {
    rank: 1,
    stability: undefined,
    person,
    community: undefined,
    isDiscoverable: false,
    score: 1,
    scores,
    contributions: [],
    reasons: ["7 people engaged them.", "Nobody talked to them."],
    caution: undefined,
    links: [],
    attentionByBin: [],
  };
  const list = {
    list: "feeds",
    title: "Feeds",
    question: "Which accounts are automated?",
    community: undefined,
    verdict: undefined,
    people: [recommendation],
    unstableRanks: [],
    candidates: [],
    expectedOverlap: undefined,
  } as const;
  const handout = renderFollowHandout({ ...report, follow: { ...report.follow, lists: [list] } });
  expect([...handout].join("")).toContain("1. **feed\\@here.example**: 7 people engaged them.");
});
