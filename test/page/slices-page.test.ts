import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openFile, startBrowser } from "../support/browser.js";
import { hasChromium } from "../support/chromium.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const out = join(temporaryFolder(), "sliced");
const community = ["fixtures/community.ndjson", "--tag", "MedEd", "--bootstrap", "0"];

beforeAll(async () => {
  await runCommand(["analyze", ...community, "--slices", "month", "--out", out]);
}, 120_000);

describe.skipIf(!hasChromium)("the page of an analysis in slices", async () => {
  if (!hasChromium) return;
  const browser = await startBrowser();

  test("has a slider over the slices, each with the ties that people made in it", async () => {
    const { page, complaints } = await openFile(browser, join(out, "report.html"));
    const rows = (file: string) =>
      z
        .array(z.record(z.string(), z.string()))
        .parse(parse(readFileSync(join(out, file)), { columns: true, bom: true }));
    const named = new Set(rows("people-over-time.csv").map(({ id }) => id));
    const edges = rows("edges.csv");
    const interactions = rows("interactions.csv");
    const shown = () => page.innerText("#ties-shown");
    const text = () => page.innerText("output[for=until]");
    expect([await text(), await shown()]).toEqual(["the whole period", "991 of 991 ties shown"]);
    for (const [place, month] of ["2026-01", "2026-02", "2026-03"].entries()) {
      await page.locator("#until").fill(String(place));
      const made = new Set(
        interactions
          .filter(({ time }) => time.startsWith(month))
          .map(({ source, target }) => `${source} ${target}`),
      );
      const there = edges.filter(
        ({ source, target, first }) =>
          // Ties with somebody who has opted out have no time, and stay.
          first === "" ||
          (named.has(source) && named.has(target) && made.has(`${source} ${target}`)),
      );
      expect([await text(), await shown()]).toEqual([
        expect.stringMatching(new RegExp(`^${month}-01 to ${month}-\\d\\d$`, "u")),
        `${there.length} of 991 ties shown`,
      ]);
    }
    await page.click("text=Start again");
    expect([await text(), await shown()]).toEqual(["the whole period", "991 of 991 ties shown"]);
    expect(complaints).toEqual([]);
  });
});
