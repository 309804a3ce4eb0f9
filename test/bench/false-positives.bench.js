// @ts-nocheck: it runs on the built files, which have no types.
/*
 * How often `validate` would call an order better than in-degree where none is: `npm run bench:nulls -- FOLDER`. The
 * archives are real, and what makes an order better is taken out of them at random. Writes a table of docs/validating.md.
 */

import { archivesIn, openArchive, windowsOf } from "./cut-archives.js";
import { markdownTable } from "./markdown-table.js";

// By a path that the compiler does not follow.
const dist = new URL("../../dist", import.meta.url).href;
const { findLearners } = await import(`${dist}/follow/backtest/backtest-learners.js`);
const { makeOrders } = await import(`${dist}/follow/backtest/backtest-orders.js`);
const { judgeRanking } = await import(`${dist}/follow/backtest/ranking-quality.js`);
const { testBySigns } = await import(`${dist}/follow/backtest/sign-flip-test.js`);
const { significance } = await import(`${dist}/model/backtest.js`);
const { seededRandom } = await import(`${dist}/model/seeded-random.js`);

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("usage: npm run bench:nulls -- FOLDER\n");
  process.exit(2);
}

const simulations = 400;
const fewestNewcomers = 50;
/** Those that the verdict on the list of attention is corrected for. */
const methods = ["dd", "a", "f", "t", "shown"];
const random = seededRandom(1);

const nulls = {
  "each window's gains change sign, or not": (windows) =>
    windows.map(({ values }) => flipped(values, random() < 0.5)),
  "each newcomer's gains change sign, or not": (windows) =>
    windows.map(({ values }) => {
      const isFlipped = values[0].map(() => random() < 0.5);
      return values.map((row) =>
        row.map((value, learner) => (isFlipped[learner] ? 2 * values[0][learner] - value : value)),
      );
    }),
  "candidates exchange names before newcomers are looked at": (windows) =>
    windows.map(({ orders, learners, candidates }) => {
      const name = shuffled(candidates);
      const renamed = learners.map(
        ({ truth }) => new Set([...truth].map((account) => name.get(account))),
      );
      return orders.map((order) => renamed.map((truth) => judgeRanking(order, truth).ndcg));
    }),
};

const rows = [];
for (const found of archivesIn(folder)) {
  let windows;
  try {
    windows = measured(await openArchive(found));
  } catch {
    continue;
  }
  if (windows.reduce((sum, { learners }) => sum + learners.length, 0) < fewestNewcomers) continue;
  for (const [about, draw] of Object.entries(nulls)) {
    let [shown, any] = [0, 0];
    for (let simulation = 0; simulation < simulations; simulation += 1) {
      const better = test(draw(windows));
      shown += better.at(-1) ? 1 : 0;
      any += better.includes(true) ? 1 : 0;
    }
    const percent = (count) => `${((100 * count) / simulations).toFixed(1)} %`;
    rows.push([found.name, `${windows.length}`, about, percent(shown), percent(any)]);
  }
}
const heads = ["archive", "windows", "null", "attention is called better", "any order is"];
process.stdout.write(`${markdownTable(heads, rows)}\n`);

/** In-degree first, then the methods: one value a newcomer. */
function measured(archive) {
  return windowsOf(archive).flatMap((window) => {
    const learners = findLearners("newcomers", window, archive.firstPost);
    if (learners.length === 0) return [];
    const made = makeOrders(archive, window, new Set(["d", ...methods]));
    const orders = ["d", ...methods].map((method) => made.get(method)());
    const values = orders.map((order) =>
      learners.map(({ truth }) => judgeRanking(order, truth).ndcg),
    );
    return [{ orders, learners, values, candidates: [...window.candidates] }];
  });
}

/** Which methods are called better. */
function test(windows) {
  const orders = methods.map((_, method) =>
    windows.map((values) => ({
      gain: values[method + 1].reduce((sum, value, at) => sum + value - values[0][at], 0),
      learners: values[0].length,
    })),
  );
  return testBySigns({ orders, seed: 1 }).map(({ pBetter }) => pBetter <= significance);
}

function flipped(values, isFlipped) {
  if (!isFlipped) return values;
  return values.map((row) => row.map((value, learner) => 2 * values[0][learner] - value));
}

function shuffled(accounts) {
  const drawn = accounts.slice();
  for (let at = drawn.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [drawn[at], drawn[other]] = [drawn[other], drawn[at]];
  }
  return new Map(accounts.map((account, at) => [account, drawn[at]]));
}
