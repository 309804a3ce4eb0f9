import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeRows } from "../../src/model/rows.js";
import { readPageAssets } from "../../src/report/page/page-assets.js";
import { pictureAddress } from "../../src/report/page/picture-address.js";
import { renderReportHtml } from "../../src/report/page/report-html.js";
import { openFile, startBrowser } from "../support/browser.js";
import { hasChromium } from "../support/chromium.js";
import { bareMap, publicNetwork, publicPerson } from "../support/public-network.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>');

async function pageOf(people: number): Promise<string> {
  const report = {
    ...publicNetwork([], []),
    people: makeRows(people, (at) => publicPerson(`p${at}`)),
  };
  const map = {
    look: { ...bareMap, width: 40, height: 30 },
    address: pictureAddress(svg, new Uint8Array()),
  };
  return [...renderReportHtml(report, map, await readPageAssets())].join("");
}

test("a page of very many people says where they are, and holds none of them", async () => {
  const page = await pageOf(150_001);
  expect(page).toContain(
    "150,001 people are too many to be moved, and listed, on a page: nodes.csv",
  );
  expect(page).not.toContain("application/json");
  expect(page).not.toContain('id="people"');
});

test.skipIf(!hasChromium)("its picture is there at once, with a script and without", async () => {
  const file = join(temporaryFolder(), "report.html");
  writeFileSync(file, await pageOf(150_001));
  const browser = await startBrowser();
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints } = await openFile(browser, file, { javaScriptEnabled });
    expect(await page.locator("#picture").isVisible()).toBe(true);
    expect(await page.getByRole("link", { name: "Everybody" }).count()).toBe(0);
    expect(complaints).toEqual([]);
  }
});

test("a drawing that takes long to read stands in a page as a picture that is made", () => {
  const pixels = Uint8Array.of(1, 2, 3);
  expect(pictureAddress(svg, pixels)).toBe(
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>',
  );
  expect(pictureAddress(Buffer.from(`<svg>${" ".repeat(20_000_000)}</svg>`), pixels)).toBe(
    "data:image/png;base64,AQID",
  );
});
