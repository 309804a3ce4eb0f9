// @ts-nocheck: it runs on the built files, which have no types.
/*
 * How well each order foretells whom newcomers engage, over all archives of a folder:
 * `npm run bench:truth -- FOLDER`. An archive counts once, however many posts it has. Writes tables of
 * docs/validating.md.
 */

import { archivesIn, openArchive, windowsOf } from "./cut-archives.js";
import { markdownTable } from "./markdown-table.js";

// By a path that the compiler does not follow.
const dist = new URL("../../dist", import.meta.url).href;
const { backtest } = await import(`${dist}/follow/backtest/backtest.js`);
const { findLearners } = await import(`${dist}/follow/backtest/backtest-learners.js`);
const { makeOrders } = await import(`${dist}/follow/backtest/backtest-orders.js`);
const { coverCommunities } = await import(`${dist}/follow/backtest/community-coverage.js`);
const { withoutTies } = await import(`${dist}/follow/ranked-people.js`);
const { judgeRanking } = await import(`${dist}/follow/backtest/ranking-quality.js`);
const { testBySigns } = await import(`${dist}/follow/backtest/sign-flip-test.js`);
const { spreadOverCommunities } = await import(`${dist}/follow/starter-list.js`);
const { methodTitles } = await import(`${dist}/model/backtest.js`);
const { differencePhrase, shortNumber } = await import(
  `${dist}/report/validation/validation-words.js`
);

const fewestNewcomers = 50;
const lookAheads = [1, 2, 3, 4, 6, 10];

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("usage: npm run bench:truth -- FOLDER\n");
  process.exit(2);
}

const measured = [];
for (const found of archivesIn(folder)) {
  try {
    const archive = await openArchive(found);
    const asked = { trainDays: undefined, testDays: undefined, cuts: 12, resamples: 40 };
    const { tables, windows } = backtest({ ...archive, ...asked, onProgress() {} });
    const [newcomers] = tables;
    const size = `${found.name}: ${newcomers.learners} newcomers in ${newcomers.windows} windows`;
    if (newcomers.learners < fewestNewcomers) {
      process.stdout.write(`left out, too few: ${size}\n`);
      continue;
    }
    process.stdout.write(`${size}\n`);
    const learners = windows.map((window) => window.learners).filter((count) => count > 0);
    measured.push({ newcomers, learners, trade: tradeOf(archive) });
  } catch (error) {
    process.stdout.write(
      `left out, cannot be read: ${found.name} (${error.message.slice(0, 60)})\n`,
    );
  }
}
if (measured.length > 0) {
  process.stdout.write(`\n${pooledTable()}\n\n${tradeTable()}\n`);
}

/** A row an order that every archive knows. */
function pooledTable() {
  const resultOf = ({ newcomers }, method) =>
    newcomers.methods.find((row) => row.method === method);
  const known = Object.keys(methodTitles).filter((method) =>
    measured.every((one) => resultOf(one, method) !== undefined),
  );
  const gains = (method) =>
    measured.flatMap((one) => {
      const sum = one.learners.reduce((all, count) => all + count, 0);
      const base = resultOf(one, "d").ndcgByWindow;
      return resultOf(one, method).ndcgByWindow.map((value, window) => ({
        gain: ((value - base[window]) * one.learners[window]) / sum,
        learners: one.learners[window] / sum,
      }));
    });
  const others = known.filter((method) => method !== "d");
  const tested = testBySigns({ orders: others.map(gains), seed: 1 });
  const rows = known.map((method) => {
    const each = measured.map((one) => resultOf(one, method));
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const at = others.indexOf(method);
    const difference = mean(
      each.map(({ ndcg }, one) => ndcg.mean - resultOf(measured[one], "d").ndcg.mean),
    );
    return [
      methodTitles[method],
      shortNumber(mean(each.map(({ ndcg }) => ndcg.mean))),
      at < 0 ? "" : differencePhrase({ mean: difference, ...tested[at] }),
      shortNumber(mean(each.map(({ coverage }) => coverage))),
    ];
  });
  return markdownTable(["order", "NDCG@10", "against in-degree", "communities"], rows);
}

/** Of the list of attention with ten people in front who are spread over communities. */
function tradeOf(archive) {
  const sums = lookAheads.map(() => ({ ndcg: 0, coverage: 0, learners: 0 }));
  for (const window of windowsOf(archive)) {
    const learners = findLearners("newcomers", window, archive.firstPost);
    const shown = makeOrders(archive, window, new Set(["shown"])).get("shown")();
    const community = window.training.measure.community();
    for (const [at, lookAhead] of lookAheads.entries()) {
      const order = withoutTies(spreadOverCommunities(shown.people, community, lookAhead));
      sums[at].coverage += coverCommunities(order, community) * learners.length;
      for (const { truth } of learners) sums[at].ndcg += judgeRanking(order, truth).ndcg;
      sums[at].learners += learners.length;
    }
  }
  return sums.map(({ ndcg, coverage, learners }) => [ndcg / learners, coverage / learners]);
}

function tradeTable() {
  const rows = lookAheads.map((lookAhead, at) => [
    lookAhead === 1 ? "none" : `the next ${lookAhead}`,
    ...measured.flatMap(({ trade }) => trade[at].map(shortNumber)),
  ]);
  const heads = measured.flatMap((_, at) => [`NDCG@10 (${at + 1})`, `communities (${at + 1})`]);
  return markdownTable(["attention, spread over", ...heads], rows);
}
