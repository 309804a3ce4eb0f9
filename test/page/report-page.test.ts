import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { source as axe } from "axe-core";
import { parse } from "csv-parse/sync";
import { decodeXML } from "entities";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { drawnRadius } from "../../src/map/look/drawn-size.js";
import { type PackedPage, unpackPage } from "../../src/model/packed-page.js";
import type { PageData } from "../../src/model/page-data.js";
import { browserMargins, openFile, pagesPrinted, startBrowser } from "../support/browser.js";
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

const box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });
const mapNow = z.object({
  /** scale, x and y: where places of the drawing are. */
  camera: z.tuple([z.number(), z.number(), z.number()]),
  names: z.array(box.extend({ text: z.string(), person: z.number() })),
  titles: z.array(box.extend({ text: z.string() })),
});

/** What stands on the map, in pixels of its stage. */
async function readMap(page: Page): Promise<z.infer<typeof mapNow>> {
  await page.evaluate(nextFrame);
  // Names are placed anew where the map has come to rest.
  await expect
    .poll(() => page.evaluate("document.querySelector('.names').style.transform"))
    .toBe("");
  const found = await page.evaluate(`(() => {
    const stage = document.getElementById("canvas");
    const { left: x, top: y } = stage.getBoundingClientRect();
    const boxOf = (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const at = [left - x, top - y, right - x, bottom - y].map((value, side) =>
        value - (side % 2 === 0 ? stage.clientLeft : stage.clientTop));
      return { left: at[0], top: at[1], right: at[2], bottom: at[3], text: element.textContent };
    };
    return {
      camera: stage.dataset.camera.split(" ").map(Number),
      names: [...stage.querySelectorAll(".map-name")].map((name) =>
        ({ ...boxOf(name), person: Number(name.dataset.person) })),
      titles: [...stage.querySelectorAll(".box-title")].map(boxOf),
    };
  })()`);
  return mapNow.parse(found);
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  await page.locator("#canvas").focus();
  for (const key of keys) await page.keyboard.press(key);
}

/** What the page holds for its script. */
async function readData(page: Page): Promise<PageData> {
  const packed: PackedPage = JSON.parse((await page.textContent("#data")) ?? "");
  return unpackPage(packed);
}

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
    expect(parts).toEqual([
      ...["map", "follow", "network", "time", "top", "communities", "people", "made"],
    ]);
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
    expect(await cards.first().locator("svg.spark path").getAttribute("d")).toMatch(
      /^(?:M\d[^M]+z){4,}$/u,
    );
    // A ring that reposts itself is marked.
    const communities = await page.locator("#communities tbody tr").allInnerTexts();
    const cutOff = communities.filter((text) => text.includes("cut off"));
    expect(cutOff.map((text) => text.split(/\s/u)[0])).toEqual(["G1"]);
    const opening = await page.locator(".opening").innerText();
    expect(opening).toContain(
      "Of its 7 communities, the largest that is not cut off from the rest has 42 people",
    );
    // Each reason is one of its list.
    const lists = page.locator("#follow details", { hasText: "Who answers newcomers" }).first();
    await lists.locator("summary").first().click();
    const helpers = lists.locator("h3:has-text('Who answers newcomers') ~ ol").first();
    for (const reason of await helpers.locator(".why").allInnerTexts()) {
      expect(reason).toMatch(/^Answered \d+ newcomers?\.|^Too close to call/u);
    }
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
    await page.click("text=Start again");
    expect(await page.innerText("#ties-shown")).toBe("991 of 991 ties shown");
    expect(complaints).toEqual([]);
  });

  test("lists top tens of all and of each community, with a mark for those cut off", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    const captions = await page.locator("#top > .tops caption").allInnerTexts();
    expect(captions).toEqual([
      ...["Between others", "Most replied to", "Most mentioned", "Most active"],
      ...["Hashtags", "Sites", "Words", "Pairs of words"],
    ]);
    const replied = page.locator("#top > .tops table", { hasText: "Most replied to" });
    expect(await replied.locator("tbody tr").count()).toBe(10);
    // A ring that pushes itself stands first, and is marked.
    expect(await replied.locator("tbody tr").first().innerText()).toMatch(
      /@growth\.example.*cut off/su,
    );
    expect(await page.locator("#top details").count()).toBe(7);
    const servers = page.locator("#top > .tops .server");
    expect(await servers.count()).toBe(40);
    // A server's name stays on one line of 21 pixels; the handle breaks before it.
    const heights = servers.evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.max(...(await heights))).toBeLessThan(30);
  });

  test("shows fewer ties by weight, by time and by kind", async () => {
    const { page, complaints } = await openFile(browser, report, { viewport: desk });
    const edges = z
      .array(z.object({ weight: z.coerce.number(), repost: z.coerce.number(), first: z.string() }))
      .parse(parse(readFileSync(join(out, "edges.csv")), { columns: true, bom: true }));
    const shown = () => page.innerText("#ties-shown");
    await page.click("#map-settings summary");
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
    await page.click("text=Start again");
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

  test("says on a phone which box is which, and never draws a name of pictures", async () => {
    const small = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page } = await openFile(browser, report, small);
    await page.waitForSelector("#canvas .map-name");
    const { names, titles } = await readMap(page);
    expect(titles.map(({ text }) => text.split(" ")[0]).toSorted()).toEqual([
      ...["G1", "G2", "G3", "G4", "G5", "G6", "G7", "No"],
    ]);
    // "Joy" has a picture behind her name.
    expect(names.map(({ text }) => text)).toContain("Joy");
  });

  test("writes no name over another, a mark, the edge of its box or a title, however near", async () => {
    const { page, complaints } = await openFile(browser, report, { viewport: desk });
    await page.waitForSelector("#canvas .map-name");
    const { people, map } = await readData(page);
    const whole = (await readMap(page)).camera[0];
    const stage = z
      .object({ width: z.number(), height: z.number() })
      .parse(
        await page.evaluate(
          "(({ clientWidth: width, clientHeight: height }) => ({ width, height }))(document.getElementById('canvas'))",
        ),
      );
    const counts: number[] = [];
    for (const keys of [[], ["+", "+", "+"], ["ArrowLeft", "ArrowUp", "+", "+", "+", "+"]]) {
      await press(page, keys);
      const { camera, names, titles } = await readMap(page);
      const [scale, x, y] = camera;
      counts.push(names.length);
      for (const [at, name] of names.entries()) {
        for (const other of [...names.slice(0, at), ...titles]) {
          const isApart =
            name.right <= other.left + 0.5 ||
            other.right <= name.left + 0.5 ||
            name.bottom <= other.top + 0.5 ||
            other.bottom <= name.top + 0.5;
          expect(isApart, `${name.text} and ${other.text}`).toBe(true);
        }
        // What is seen of it is seen whole.
        const sides = [
          [name.left, stage.width - name.right],
          [name.top, stage.height - name.bottom],
        ].flat();
        const extents = [name.right - name.left, name.bottom - name.top];
        const isBeside = sides.some((room, side) => room <= 1 - extents[side >> 1]);
        expect(isBeside || Math.min(...sides) >= -1, `${name.text}: ${sides}`).toBe(true);
        for (const [person, radius] of people.radius.entries()) {
          const markX = scale * people.x[person] + x;
          const markY = scale * people.y[person] + y;
          const across = Math.max(name.left - markX, 0, markX - name.right);
          const down = Math.max(name.top - markY, 0, markY - name.bottom);
          const drawn = drawnRadius(radius, scale, whole);
          expect(Math.hypot(across, down), `${name.text}, ${person}`).toBeGreaterThan(drawn - 0.5);
        }
        const own = map.boxes.find(({ communities }) =>
          communities.includes(people.community[name.person]),
        );
        if (own === undefined) continue;
        expect(name.left, name.text).toBeGreaterThanOrEqual(scale * own.x + x - 0.5);
        expect(name.right, name.text).toBeLessThanOrEqual(scale * (own.x + own.width) + x + 0.5);
        expect(name.top, name.text).toBeGreaterThanOrEqual(scale * own.y + y - 0.5);
        expect(name.bottom, name.text).toBeLessThanOrEqual(scale * (own.y + own.height) + y + 0.5);
      }
    }
    // Nearer there are more of them.
    expect(counts[1]).toBeGreaterThan(counts[0]);
    expect(complaints).toEqual([]);
  });

  test("has the names and boxes of the map in the files, and their titles", async () => {
    const { page } = await openFile(browser, report, { viewport: { width: 1600, height: 1400 } });
    await page.waitForSelector("#canvas .map-name");
    const { names, titles } = await readMap(page);
    const map = readFileSync(join(out, "map.svg"), "utf8");
    const written = new Set(
      [...map.matchAll(/>([^<>]+)<\/text>/gu)].map(([, text]) => decodeXML(text)),
    );
    const shared = names.filter(({ text }) => written.has(text));
    // Letters of a browser are not as wide as those of the picture.
    expect(shared.length).toBeGreaterThan(0.8 * names.length);
    expect(shared.length).toBeGreaterThan(10);
    const boxes = [...written].filter((text) => /^(?:G\d+|No ties)$/u.test(text));
    expect(boxes).toContain("G7");
    expect(
      titles
        .map(({ text }) =>
          text
            .split(" ")
            .slice(0, /^No/u.test(text) ? 2 : 1)
            .join(" "),
        )
        .sort(),
    ).toEqual(boxes.sort());
    const told = titles.map(({ text }) => text);
    expect(told).toContain("G2 42 · #NursingEd #OSCE");
    expect(told.find((text) => text.startsWith("G1 "))).toMatch(/^G1 51 · cut off/u);
  });

  test("explains every colouring, sizes, rings and where a tie goes to", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    const key = page.locator("#key");
    expect(await key.innerText()).toMatch(
      /reply, mention.*repost.*quote.*wide end.*worth following/su,
    );
    const choices = await page.locator("#choose-colour option").allInnerTexts();
    expect(choices.length).toBeGreaterThan(6);
    for (const choice of choices) {
      await page.selectOption("#choose-colour", choice);
      const last = key.locator(".key-group").last();
      expect(await last.locator("h3").innerText()).toBe(`Colour: ${choice}`);
      expect(await last.locator("li svg").count(), choice).toBeGreaterThan(1);
    }
  });

  test("names bundled ties in the key only while they are drawn, and writes minus signs", async () => {
    const out = join(folder, "bundled");
    const words = ["fixtures/community.ndjson", "--tag", "MedEd", "--bootstrap", "0"];
    const told = await runCommand(["analyze", ...words, "--ties", "combine", "--out", out]);
    expect(told.code).toBe(0);
    const { page } = await openFile(browser, join(out, "report.html"), { viewport: desk });
    const bundled = page.locator("#key li", { hasText: "all ties between two boxes" });
    await page.waitForSelector("#canvas canvas.shown");
    expect(await bundled.count()).toBe(1);
    await press(page, ["+", "+", "+", "+", "+"]);
    expect(await bundled.count()).toBe(0);
    await press(page, ["0"]);
    expect(await bundled.count()).toBe(1);
    expect(await page.textContent("#network")).toMatch(/Degree Assortativity\s*−0\.\d/u);
  });

  test("says who somebody is when their mark is pointed at or their name is focused", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    await page.waitForSelector("#canvas .map-name");
    const { people } = await readData(page);
    const [scale, x, y] = (await readMap(page)).camera;
    const person = people.label.indexOf("helper_haruka@med.example");
    const tip = page.locator("#tip");
    await page.locator("#canvas").hover({
      position: { x: scale * people.x[person] + x, y: scale * people.y[person] + y },
    });
    expect(await tip.innerText()).toMatch(/helper_haruka@med\.example\s+G4 #BedsideTeaching/u);
    await press(page, ["n"]);
    const [first, second] = (await readMap(page)).names.map(({ text }) => text);
    expect(await tip.locator("b").innerText()).toBe(first.replace(/^@/u, ""));
    await page.keyboard.press("ArrowRight");
    expect(await tip.locator("b").innerText()).toBe(second);
    await page.keyboard.press("Enter");
    expect(await page.locator("#card").innerText()).toContain(second);
    await page.keyboard.press("Escape");
    expect(await page.locator("#card").isVisible()).toBe(false);
  });

  test("plays how the network grew", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    const shown = () => page.innerText("#ties-shown");
    await page.click("#play");
    await expect.poll(shown).not.toMatch(/^991 /u);
    const early = Number((await shown()).split(" ")[0]);
    await expect.poll(async () => Number((await shown()).split(" ")[0])).toBeGreaterThan(early);
    await page.click("#play");
    expect(await page.innerText("#play")).toContain("Play");
  });

  test("always names who was chosen", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    await page.waitForSelector("#canvas .map-name");
    await page.fill("#find", "@zenokest");
    await page.press("#find", "Enter");
    const name = await page.locator("#card p").first().innerText();
    expect((await readMap(page)).names.map(({ text }) => text)).toContain(name);
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
    await page.fill("#people-search", "oddny");
    expect(await page.innerText("#people-table p[aria-live]")).toBe("1 to 1 of 1");
    await page.click("#people-table >> text=Copy as CSV");
    const rows = z
      .array(z.array(z.string()))
      .parse(parse(await page.evaluate("navigator.clipboard.readText()")));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain("Oddny Linkfield");
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
    await result.locator("li").first().waitFor();
    expect(await result.innerText()).toMatch(/^2 of the 3 people you follow take part here\./u);
    const labels = await result.locator("li b").allInnerTexts();
    const ranked = expected.map(({ person }) => person.label);
    expect(labels.toSorted()).toEqual(ranked.toSorted());
    // The page knows no exact number of a tie with somebody who has opted out: equals may change places.
    for (const [at, label] of labels.entries()) {
      expect(Math.abs(ranked.indexOf(label) - at), label).toBeLessThanOrEqual(1);
    }
    const [path] = await result.locator("li .why").allInnerTexts();
    expect(expected[0].reasons).toContain(path);
    expect(complaints).toEqual([]);
  });

  test("prints the map on the first page, and whom to follow on one page after it", async () => {
    const { page } = await openFile(browser, report, { viewport: desk });
    await page.waitForSelector("#canvas .layer.shown");
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible("#picture")).toBe(true);
    for (const id of ["#stage", "#own", "#people", "nav"]) {
      expect(await page.isHidden(id), id).toBe(true);
    }
    expect(await pagesPrinted(page, "A4", "1cm")).toBeGreaterThan(2);
    await page.evaluate(
      "document.querySelectorAll('#follow ~ *').forEach((later) => later.remove())",
    );
    for (const format of ["A4", "Letter"]) {
      for (const margin of browserMargins) {
        expect(await pagesPrinted(page, format, margin), `${format}, ${margin}`).toBe(2);
      }
    }
  });

  test("needs no WebGL, and without a script says nearly all", async () => {
    const plain = await startBrowser(["--disable-3d-apis"]);
    const { page } = await openFile(plain, report, { viewport: desk });
    await page.waitForSelector("#canvas .layer.shown");
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
