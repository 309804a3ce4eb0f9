// @ts-nocheck: most of it runs in a page, whose types the other programs have not.
import { pathToFileURL } from "node:url";

const panMs = 4000;

/*
 * An interaction lasts from the input to the frame that shows its effect, as the browser's own
 * Event Timing has it: to 8 ms, and nothing below 16 ms.
 */

/**
 * Opens a page: first paint, first frame of the map, longest task. A browser that has just been started
 * takes its time to show a page of one word, too: that comes first, and apart.
 */
export async function measureOpening(tab, file) {
  await tab.goto("data:text/html,<title>first</title><p>word");
  const wordMs = await firstPaint(tab);
  await settle(tab);
  await tab.addInitScript(watchPage);
  await tab.goto(pathToFileURL(file).href, { waitUntil: "load" });
  await tab.waitForFunction(() => window.watched.drawnMs !== undefined, undefined, {
    timeout: 120_000,
  });
  await settle(tab);
  const firstPaintMs = await firstPaint(tab);
  const { drawnMs, longestMs } = await tab.evaluate(() => ({
    drawnMs: window.watched.drawnMs,
    longestMs: Math.max(0, ...window.watched.tasks),
  }));
  return [
    { what: "one word, in a browser just started", value: wordMs, unit: "ms" },
    { what: "first contentful paint", value: firstPaintMs, unit: "ms" },
    { what: "map drawn", value: drawnMs, unit: "ms" },
    { what: "longest task while opening", value: longestMs, unit: "ms" },
  ];
}

async function firstPaint(tab) {
  const found = await tab.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  );
  return await found.jsonValue();
}

/** Moves the map, and uses each of its controls once. */
export async function measureUse(tab) {
  const figures = [];
  const time = async (what, act) => {
    await settle(tab);
    await tab.evaluate(() => {
      window.watched.events = [];
    });
    await act();
    await settle(tab);
    const value = await tab.evaluate(() => Math.max(0, ...window.watched.events));
    figures.push({ what, value, unit: "ms" });
  };
  await tab.locator("#canvas").scrollIntoViewIfNeeded();
  // A map that is seen whole cannot be moved.
  await tab.locator("#canvas").focus();
  for (let step = 0; step < 3; step += 1) await tab.keyboard.press("+");
  await settle(tab);
  figures.push(await pan(tab));
  await tab.keyboard.press("0");
  await tab.locator("#find").focus();
  await time("a keystroke in the search", () => tab.keyboard.press("k"));
  await time("another", () => tab.keyboard.press("a"));
  const mark = await findMark(tab);
  await time("choosing a person", () => tab.mouse.click(mark.x, mark.y));
  await time("choosing nobody", () => tab.mouse.click(mark.corner.x, mark.corner.y));
  await tab.locator("#map-settings summary").click();
  await tab.locator("#weight").focus();
  await time("weight, one further", () => tab.keyboard.press("ArrowRight"));
  await time("weight, one back", () => tab.keyboard.press("ArrowLeft"));
  await tab.locator("#until").focus();
  await time("time, one day back", () => tab.keyboard.press("ArrowLeft"));
  await time("time, one day on", () => tab.keyboard.press("ArrowRight"));
  await tab.locator("#canvas").focus();
  await time("zooming in", () => tab.keyboard.press("+"));
  await time("zooming out", () => tab.keyboard.press("-"));
  await time("a colour", () => choose(tab, "#choose-colour", 2));
  await tab.locator("#people-table thead button").nth(2).scrollIntoViewIfNeeded();
  await time("sorting everybody", () => tab.locator("#people-table thead button").nth(2).click());
  await tab.locator("#people-search").focus();
  await time("a keystroke above the table", () => tab.keyboard.press("a"));
  await tab.locator("#own-handles").fill(await handles(tab, 50));
  await time("50 handles, order anew", () => tab.locator("#own button[type=submit]").click());
  return figures;
}

/** Frames in which the map moved while it was dragged. */
async function pan(tab) {
  const box = await tab.locator("#canvas").boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await tab.mouse.move(middle.x, middle.y);
  await tab.mouse.down();
  const before = await tab.evaluate(() => window.watched.movedFrames);
  const since = performance.now();
  for (let step = 0; performance.now() - since < panMs; step += 1) {
    await tab.mouse.move(
      middle.x + 150 * Math.sin(step / 20),
      middle.y + 100 * Math.sin(step / 13),
    );
  }
  const after = await tab.evaluate(() => window.watched.movedFrames);
  const seconds = (performance.now() - since) / 1000;
  await tab.mouse.up();
  return { what: "panning", value: (after - before) / seconds, unit: "frames a second" };
}

/** Where a click meets somebody, and where it meets nobody. */
async function findMark(tab) {
  const box = await tab.locator("#canvas").boundingBox();
  for (let step = 1; step < 400; step += 1) {
    const x = box.x + box.width * (0.2 + 0.0137 * (step % 40));
    const y = box.y + box.height * (0.2 + 0.05 * Math.floor(step / 40));
    await tab.mouse.move(x, y);
    await tab.waitForTimeout(30);
    if (await tab.locator("#tip").isVisible()) {
      return { x, y, corner: { x: box.x + 3, y: box.y + 3 } };
    }
  }
  throw new Error("there is no mark under the pointer");
}

/** A choice in a menu, by keyboard. */
async function choose(tab, menu, steps) {
  await tab.locator(menu).focus();
  for (let step = 0; step < steps; step += 1) await tab.keyboard.press("ArrowDown");
}

async function handles(tab, count) {
  return await tab.evaluate(async (most) => {
    const rows = document.querySelectorAll("#people-table tbody th[scope=row]");
    return [...rows]
      .slice(0, most)
      .map((row) => row.firstChild.textContent)
      .join("\n");
  }, count);
}

/** Until two frames came without work in between. */
async function settle(tab) {
  await tab.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let calm = 0; calm < 3; ) {
      const since = performance.now();
      await frame();
      calm = performance.now() - since < 60 ? calm + 1 : 0;
    }
  });
  await tab.waitForTimeout(150);
}

/** Runs in the page, before anything of its own. */
function watchPage() {
  const watched = { tasks: [], events: [], movedFrames: 0, drawnMs: undefined };
  window.watched = watched;
  const watch = (type, list, options) => {
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) watched[list].push(duration);
    }).observe({ type, buffered: true, ...options });
  };
  watch("longtask", "tasks");
  watch("event", "events", { durationThreshold: 16 });

  // Of the map's picture: where it is, and how often it was drawn.
  let before = "";
  const look = () => {
    const canvas = document.getElementById("canvas");
    if (canvas?.dataset.drawn !== undefined) {
      watched.drawnMs ??= performance.now();
      const picture = canvas.querySelector(".layer.shown");
      const now = `${canvas.dataset.drawn} ${picture.style.transform}`;
      if (now !== before) watched.movedFrames += 1;
      before = now;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
