import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { renderHandoutPage } from "../../src/report/page/handout-page.js";
import type {
  PublicFollowList,
  PublicRecommendation,
} from "../../src/report/view/public-follow-lists.js";
import { browserMargins, openFile, pagesPrinted, startBrowser } from "../support/browser.js";
import { hasChromium } from "../support/chromium.js";
import { publicNetwork } from "../support/public-network.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const usual = join(folder, "usual", "follow.html");
const long = join(folder, "long.html");

/** Somebody with a name and reasons as long as servers let them be. */
function wordy(rank: number): PublicRecommendation {
  const label = `a_very_long_name_of_thirty_one_${rank}@a-server-with-a-long-name.example`;
  const name = `Professor Wilhelmina Featherstonehaugh-Cholmondeley the ${rank}th`;
  const reason =
    "12,345 people replied to, mentioned, reposted or quoted them on 1,234 of 2,345 days. ".repeat(
      4,
    );
  return {
    rank,
    stability: undefined,
    person: { id: label, label, handle: label, server: undefined, name, url: undefined },
    community: undefined,
    isDiscoverable: false,
    score: 1,
    scores: { d: 1, df: 1, dd: 1, a: 1, f: 1, t: 1, c: 1 },
    contributions: [],
    reasons: [reason, reason, reason],
    caution: undefined,
    links: [],
    attentionByBin: [],
  };
}

/** Every other place is too close to call, which takes more lines than a person. */
function wordyList(list: PublicFollowList["list"]): PublicFollowList {
  return {
    list,
    title: `List of ${list}`,
    question: "?",
    community: undefined,
    verdict: undefined,
    people: [1, 3, 5, 7, 9].map(wordy),
    unstableRanks: [2, 4, 6, 8, 10],
    candidates: [2, 4, 6, 8, 10].flatMap((rank) => [wordy(rank), wordy(rank), wordy(rank)]),
    expectedOverlap: undefined,
  };
}

beforeAll(async () => {
  const words = ["analyze", "fixtures/community.ndjson", "--tag", "MedEd", "--bootstrap", "20"];
  await runCommand([...words, "--only", "follow.html", "--out", join(folder, "usual")]);
  const report = publicNetwork([], []);
  const names = ["starter", "talk", "helpers", "rising", "curators", "bridges"] as const;
  const lists = names.map(wordyList);
  const tag = "MedicalEducationForEverybodyEverywhere";
  const worded = {
    ...report,
    query: { ...report.query, tag },
    follow: { ...report.follow, lists },
  };
  writeFileSync(long, [...renderHandoutPage(worded)].join(""));
}, 120_000);

test("a handout names each person with a reason, a box to tick, and how to begin", () => {
  const text = readFileSync(usual, "utf8");
  expect(text.match(/class="tick"/gu)?.length).toBeGreaterThan(15);
  expect(text).toContain("Ximena Tarnez");
  expect(text).toContain("helper_ximena@nurses.example");
  expect(text).toContain("Open two or three posts of each person before you follow");
  expect(text).toContain("Choose Merge: Overwrite would unfollow everybody else.");
});

describe.skipIf(!hasChromium)("a handout in a browser", async () => {
  const browser = await startBrowser();

  test.each([
    ["as usual", usual],
    ["where all names are long", long],
  ])("prints on two pages of A4 and Letter %s", async (_, file) => {
    const { page, complaints } = await openFile(browser, file);
    for (const format of ["A4", "Letter"]) {
      for (const margin of browserMargins) {
        expect(await pagesPrinted(page, format, margin), `${format}, ${margin}`).toBe(2);
      }
    }
    expect(complaints).toEqual([]);
  });

  test("never cuts an address for a long name", async () => {
    const { page } = await openFile(browser, long);
    await page.emulateMedia({ media: "print" });
    const cut = await page.evaluate(
      `[...document.querySelectorAll(".who span")].filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2).length`,
    );
    expect(cut).toBe(0);
  });

  test("has letters of at least 10 points on paper, and names of 12 and more", async () => {
    const { page } = await openFile(browser, usual);
    await page.emulateMedia({ media: "print" });
    const sizes = await page.evaluate(
      `["body", ".who b", ".fine"].map((name) => parseFloat(getComputedStyle(document.querySelector(name)).fontSize))`,
    );
    expect(sizes).toEqual([16, expect.closeTo(17.3, 1), 14]);
  });
});
