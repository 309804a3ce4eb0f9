import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { source as axe } from "axe-core";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openFile, startBrowser } from "../support/browser.js";
import { hasChromium } from "../support/chromium.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const out = join(folder, "community");
const report = join(out, "report.html");
const community = "fixtures/community.ndjson";
const desk = { width: 1200, height: 900 } as const;

beforeAll(async () => {
  await runCommand(["analyze", community, "--tag", "MedEd", "--bootstrap", "20", "--out", out]);
}, 120_000);

const violations = z.array(z.object({ id: z.string(), help: z.string() }));

/** What axe finds wrong with the page as it is shown now. */
async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate("axe.run().then(({ violations }) => violations)");
  return violations.parse(found).map(({ id, help }) => `${id}: ${help}`);
}

const nextFrame = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

/** Notes from now on which names each frame of the map writes, and where. */
const recordNames = `
  window.frames = [];
  window.pointedAt = [];
  window.titles = [];
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
  const isOfNames = (context) => context.canvas.classList.contains("sigma-labels");
  CanvasRenderingContext2D.prototype.clearRect = function (...where) {
    if (isOfNames(this)) frames.push([]);
    return clearRect.apply(this, where);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, left, base) {
    if (isOfNames(this)) {
      const right = left + this.measureText(text).width;
      frames.at(-1)?.push({ text, left, right, base, width: this.canvas.clientWidth });
    }
    if (this.canvas.classList.contains("sigma-boxes")) titles.push(text);
    if (this.canvas.classList.contains("sigma-hovers")) pointedAt.push(text);
    return fillText.call(this, text, left, base);
  };
`;

const framesOfNames = z.array(
  z.array(
    z.object({
      text: z.string(),
      left: z.number(),
      right: z.number(),
      base: z.number(),
      width: z.number(),
    }),
  ),
);

/** Rendered pictures of one colour are small; those of a page with text and a map are not. */
const pictureBytes = 20_000;

// A browser does not come with the packages: where it is absent, the helper says so.
describe.skipIf(!hasChromium)("the page of a report, in a browser", async () => {
  if (!hasChromium) return;
  const browser = await startBrowser();

  test.each([
    ["light", { viewport: desk, colorScheme: "light" }],
    ["dark", { viewport: desk, colorScheme: "dark" }],
    ["phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ] as const)("opens from a disk without a request, an error or a barrier (%s)", async (name, how) => {
    const { page, complaints } = await openFile(browser, report, how);
    await page.waitForSelector("#canvas canvas");
    expect(await page.title()).toBe("#MedEd: whom to follow");
    expect(await page.isHidden("#picture")).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    // Nothing stands out to the right.
    const overhang = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overhang).toBe(0);
    const picture = await page.screenshot({ path: join(folder, `${name}.png`) });
    expect(picture.length).toBeGreaterThan(pictureBytes);
    expect(complaints).toEqual([]);
  });

  test("begins with a paragraph, the map, and cards of people with a reason and posts to read", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    expect(await page.innerText(".opening")).toMatch(
      /^1,722 posts, by \d+ people from 5 January 2026 to 29 March 2026, were analysed\..* Next: /su,
    );
    const parts = await page.evaluate(
      "[...document.querySelectorAll('main > section')].map(({ id }) => id)",
    );
    expect(parts).toEqual(["map", "follow", "network", "time", "communities", "people", "made"]);
    const cards = page.locator("#follow > ol.cards > li");
    const texts = await cards.allInnerTexts();
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) {
      expect(text).toMatch(/Too close to call|people replied to.*Read: post 1/su);
      expect(text).toMatch(/@/u);
    }
    const [first] = texts;
    // A name, a handle and a community by name.
    expect(first).toMatch(/^1\s+\p{L}+\s+.+\s+\S+\s*@\S+\.example\s+#\w+.* G\d/u);
    expect(await cards.first().locator("svg.spark rect").count()).toBeGreaterThan(3);
    // A ring that reposts itself is marked.
    const communities = await page.locator("#communities tbody tr").allInnerTexts();
    const cutOff = communities.filter((text) => text.includes("cut off"));
    expect(cutOff.map((text) => text.split(/\s/u)[0])).toEqual(["G1"]);
    // Numbers fold out.
    expect(await cards.first().locator("details p").isVisible()).toBe(false);
  });

  test("finds somebody, shows who they are, and goes along a tie to somebody else", async () => {
    const { page, complaints } = await openFile(browser, report, { viewport: desk });
    await page.fill("#find", "@helper_til");
    await page.press("#find", "Enter");
    const card = page.locator("#card");
    expect(await card.innerText()).toMatch(/helper_tilda@students\.example\s+Tilda Hollowick/u);
    const link = card.locator("h3 a");
    expect(await link.getAttribute("href")).toMatch(/^https:\/\/students\.example\//u);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
    const around = Number(/(\d+) people around/u.exec(await card.innerText())?.[1]);
    const shown = await page.innerText("#ties-shown");
    expect(Number(/^(\d+) of 991/u.exec(shown)?.[1])).toBeGreaterThanOrEqual(around);
    const [neighbour] = await card.locator(".chips button").allInnerTexts();
    await card.locator(".chips button").first().click();
    expect(await card.locator("h3").innerText()).toBe(neighbour);
    await page.click("text=All again");
    expect(await page.innerText("#ties-shown")).toBe("991 of 991 ties shown");
    expect(complaints).toEqual([]);
  });

  test("shows fewer ties by weight, by time and by kind", async () => {
    const { page, complaints } = await openFile(browser, report, { viewport: desk });
    const edges = z
      .array(z.object({ weight: z.coerce.number(), repost: z.coerce.number(), first: z.string() }))
      .parse(parse(readFileSync(join(out, "edges.csv")), { columns: true, bom: true }));
    const shown = () => page.innerText("#ties-shown");
    await page.locator("#weight").fill("3");
    const heavy = edges.filter(({ weight }) => weight >= 3).length;
    expect(await shown()).toBe(`${heavy} of 991 ties shown`);
    await page.locator("#weight").fill("1");
    const day = Date.UTC(2026, 1, 1) / 86_400_000;
    await page.locator("#until").fill(String(day));
    expect(await page.innerText("output[for=until]")).toBe("2026-02-01");
    // Ties with somebody who has opted out have no time, and stay.
    const early = edges.filter(({ first }) => first === "" || first < "2026-02-02").length;
    expect(await shown()).toBe(`${early} of 991 ties shown`);
    await page.click("text=All again");
    for (const kind of ["reply", "quote", "mention"]) await page.uncheck(`#kind-${kind}`);
    const reposts = edges.filter(({ repost }) => repost > 0).length;
    expect(await shown()).toBe(`${reposts} of 991 ties shown`);
    await page.selectOption("#choose-size", "PageRank");
    await page.selectOption("#choose-colour", "role");
    expect(complaints).toEqual([]);
  });

  test("is moved by keys", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    const stage = page.locator("#canvas");
    const before = await stage.screenshot();
    await stage.focus();
    for (const key of ["+", "+", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
    await page.evaluate(nextFrame);
    expect((await stage.screenshot()).equals(before)).toBe(false);
  });

  test("writes no name over the edge of the map or over another, wherever it is moved", async () => {
    const { page, complaints } = await openFile(browser, report, { viewport: desk });
    await page.waitForSelector("#canvas canvas");
    await page.evaluate(recordNames);
    await page.locator("#canvas").focus();
    // With a name at the right edge in one of them.
    const moves = ["+", "+", "+", ...Array(6).fill("ArrowLeft"), ...Array(3).fill("ArrowUp")];
    for (const key of moves) {
      await page.keyboard.press(key);
      await page.evaluate(nextFrame);
    }
    const frames = framesOfNames.parse(await page.evaluate("frames"));
    expect(frames.length).toBeGreaterThanOrEqual(moves.length);
    expect(Math.max(...frames.map(({ length }) => length))).toBeGreaterThan(10);
    for (const names of frames) {
      for (const [at, name] of names.entries()) {
        expect(name.left).toBeGreaterThanOrEqual(0);
        expect(name.right, name.text).toBeLessThanOrEqual(name.width);
        for (const other of names.slice(0, at)) {
          const isBeside = name.right <= other.left || other.right <= name.left;
          const isApart = Math.abs(name.base - other.base) >= 13;
          expect(isBeside || isApart, `${name.text} and ${other.text}`).toBe(true);
        }
      }
    }
    expect(complaints).toEqual([]);
  });

  test("has the boxes of the map in the files, with their titles", async () => {
    const { page } = await openFile(browser, report, { viewport: { width: 1600, height: 1200 } });
    await page.waitForSelector("#canvas canvas");
    await page.evaluate(recordNames);
    await page.locator("#canvas").focus();
    await page.keyboard.press("ArrowLeft");
    await page.evaluate(nextFrame);
    const written = z.array(z.string()).parse(await page.evaluate("titles"));
    const map = readFileSync(join(out, "map.svg"), "utf8");
    const names = [...map.matchAll(/>(G\d+|No ties)</gu)].map(([, name]) => name);
    expect(names).toContain("G7");
    expect(new Set(written.filter((text) => /^(?:G\d+|No ties)$/u.test(text)))).toEqual(
      new Set(names),
    );
    expect(written).toContain("42 · #NursingEd #OSCE");
  });

  test("always names who was chosen, and who is pointed at", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    await page.waitForSelector("#canvas canvas");
    await page.evaluate(recordNames);
    await page.fill("#find", "@zenokest");
    await page.press("#find", "Enter");
    const chosen = await page.locator("#card h3").innerText();
    await page.evaluate(nextFrame);
    const frames = framesOfNames.parse(await page.evaluate("frames"));
    expect(frames.at(-1)?.map(({ text }) => text)).toContain(chosen);
    // Whoever is found stands in the middle.
    await page.locator("#canvas").hover();
    await expect.poll(() => page.evaluate("pointedAt.at(-1)")).toBe(chosen);
  });

  test("shows as many numbers of everybody as a desk is wide, and others when asked", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    const heads = page.locator("#people-table thead th.number:visible");
    const hidden = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(
      document.querySelector("#people-table [role=region]"))`;
    const shown = new Set<string>();
    for (const numbers of ["where they stand", "what they do"]) {
      await page.selectOption("#people-numbers", numbers);
      const titles = await heads.allInnerTexts();
      for (const title of titles) shown.add(title);
      const cells = page.locator("#people-table tbody tr:first-child td.number");
      expect(await cells.count()).toBe(titles.length);
      expect(await page.evaluate(hidden), numbers).toBe(0);
    }
    await page.selectOption("#people-numbers", "all");
    expect(await heads.count()).toBe(shown.size);
  });

  test("sorts its tables, and copies them as CSV that no spreadsheet runs", async () => {
    const { page } = await openFile(browser, report, {
      viewport: desk,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const first = page.locator("#people-table tbody tr").first();
    await page.click("#people-table thead >> text=followers");
    expect(await first.innerText()).toMatch(/^famous_fay@academy\.example/u);
    await page.click("#people-table thead >> text=followers");
    expect(await page.getAttribute("#people-table th:has-text('followers')", "aria-sort")).toBe(
      "ascending",
    );
    await page.fill("#people-search", "hyperlink");
    expect(await page.innerText("#people-table p[aria-live]")).toBe("1 to 1 of 1");
    await page.click("#people-table >> text=Copy as CSV");
    const rows = z
      .array(z.array(z.string()))
      .parse(parse(await page.evaluate("navigator.clipboard.readText()")));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('\'=HYPERLINK("http://evil.example","click")');
    const communities = page.locator("#communities tbody tr th");
    await page.click("#communities thead >> text=Posts");
    const byPosts = await communities.allInnerTexts();
    expect(byPosts).not.toEqual(["G1", "G2", "G3", "G4", "G5", "G6", "G7"]);
    expect(byPosts.toSorted()).toEqual(["G1", "G2", "G3", "G4", "G5", "G6", "G7"]);
  });

  test("ranks anew by whom one follows, as the command does", async () => {
    const follows = join(folder, "follows.csv");
    const handles = [
      "bridge_pia@clinic.example",
      "helper_bruno@uni.example",
      "nobody@here.example",
    ];
    writeFileSync(follows, `Account address,Show boosts\n${handles.join(",true\n")},true\n`);
    const words = ["follow", community, "--tag", "MedEd", "--list", "personal", "--bootstrap", "0"];
    const { stdout } = await runCommand([...words, "--following", follows, "--json"]);
    const ofPeople = z.array(
      z.object({ person: z.object({ label: z.string() }), reasons: z.array(z.string()) }),
    );
    const answer = z
      .object({ lists: z.array(z.object({ people: ofPeople })) })
      .parse(JSON.parse(stdout));
    const expected = answer.lists[0].people.slice(0, 20);

    const { page, complaints } = await openFile(browser, report, { viewport: desk });
    await page.setInputFiles("#own-file", follows);
    await page.click("text=Order anew");
    const result = page.locator("#own-result");
    expect(await result.innerText()).toMatch(/^2 of the 3 people you follow take part here\./u);
    const labels = await result.locator("li b").allInnerTexts();
    expect(labels).toEqual(expected.map(({ person }) => person.label));
    const [path] = await result.locator("li .why").allInnerTexts();
    expect(expected[0].reasons).toContain(path);
    expect(complaints).toEqual([]);
  });

  test("prints whom to follow on one page", async () => {
    // A4 at 96 dots an inch, with margins of 15 mm.
    const paper = { width: 794 - 2 * 57, height: 1123 - 2 * 57 };
    const { page } = await openFile(browser, report, { viewport: paper });
    await page.emulateMedia({ media: "print" });
    for (const part of ["#map", "#follow"]) {
      const [top, bottom] = z
        .tuple([z.number(), z.number()])
        .parse(
          await page.evaluate(
            `(({ top, bottom }) => [top + scrollY, bottom + scrollY])(document.querySelector('${part}').getBoundingClientRect())`,
          ),
        );
      // The map stands under the head of the page, the list on a page of its own.
      expect(bottom - (part === "#map" ? 0 : top), part).toBeLessThanOrEqual(paper.height);
    }
    expect(await page.isVisible("#picture")).toBe(true);
    for (const id of ["#stage", "#own", "#people", "nav"]) {
      expect(await page.isHidden(id), id).toBe(true);
    }
    const pdf = await page.pdf({ path: join(folder, "print.pdf"), format: "A4" });
    expect(pdf.length).toBeGreaterThan(pictureBytes);
  });

  test("without WebGL keeps the static map, and without a script says nearly all", async () => {
    const plain = await startBrowser(["--disable-3d-apis"]);
    const { page } = await openFile(plain, report, { viewport: desk });
    expect(await page.isVisible("#picture")).toBe(true);
    expect(await page.isHidden("#stage")).toBe(true);
    expect(await page.locator("#people-table tbody tr").count()).toBe(50);
    const still = await openFile(browser, report, { viewport: desk, javaScriptEnabled: false });
    expect(await still.page.isVisible("#picture")).toBe(true);
    expect(await still.page.locator("#follow ol.people > li").count()).toBeGreaterThan(10);
    for (const id of ["#own", "#people", "nav .scripted"]) {
      expect(await still.page.isHidden(id), id).toBe(true);
    }
  });
});

test("a page is the same bytes every time", async () => {
  const again = join(folder, "again");
  await runCommand(["analyze", community, "--tag", "MedEd", "--bootstrap", "20", "--out", again]);
  expect(readFileSync(join(again, "report.html")).equals(readFileSync(report))).toBe(true);
});

test("holds the licence of each library whose code is in it", () => {
  const page = readFileSync(report, "utf8");
  const imported = readFileSync("src/page/map.ts", "utf8").matchAll(/ from "([^."][^"]*)"/gu);
  const libraries = [...new Set([...imported].map(([, name]) => name.split("/")[0]))];
  expect(libraries).toContain("sigma");
  for (const name of libraries) {
    const described = readFileSync(`node_modules/${name}/package.json`, "utf8");
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(described));
    expect(page).toContain(`${name} ${version} (MIT)`);
  }
  expect(page.match(/The above copyright notice and this permission notice/gu)?.length).toBe(
    page.match(/ \d+\.\d+\.\d+ \(MIT\)\n/gu)?.length,
  );
});
