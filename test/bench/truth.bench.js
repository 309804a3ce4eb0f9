// @ts-nocheck: it runs on the built files, which have no types.
/*
 * How well each order foretells whom newcomers engage, over all archives of a folder:
 * `npm run bench:truth -- FOLDER`. An archive counts once, however many posts it has. Writes tables of
 * docs/validating.md; with `--write` also src/follow/backtest/pooled-effects.ts.
 */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { archivesIn, openArchive, windowsOf } from "./cut-archives.js";
import { markdownTable } from "./markdown-table.js";
import { poolEffects } from "./pool-effects.js";

// By a path that the compiler does not follow.
const dist = new URL("../../dist", import.meta.url).href;
const { backtest, shownLists } = await import(`${dist}/follow/backtest/backtest.js`);
const { findLearners } = await import(`${dist}/follow/backtest/backtest-learners.js`);
const { makeOrders } = await import(`${dist}/follow/backtest/backtest-orders.js`);
const { coverCommunities } = await import(`${dist}/follow/backtest/community-coverage.js`);
const { withoutTies } = await import(`${dist}/follow/ranked-people.js`);
const { judgeRanking } = await import(`${dist}/follow/backtest/ranking-quality.js`);
const { fewestWindows, testBySigns } = await import(`${dist}/follow/backtest/sign-flip-test.js`);
const { spreadOverCommunities } = await import(`${dist}/follow/starter-list.js`);
const { isDeed, methodTitles } = await import(`${dist}/model/backtest.js`);
const { differencePhrase, pooledPhrase, shortNumber } = await import(
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
    const { tables } = backtest({ ...archive, ...asked, onProgress() {} });
    const [newcomers] = tables;
    const size = `${found.name}: ${newcomers.learners} newcomers in ${newcomers.windows} windows`;
    if (newcomers.learners < fewestNewcomers || newcomers.windows < fewestWindows) {
      process.stdout.write(`left out, too few: ${size}\n`);
      continue;
    }
    process.stdout.write(`${size}\n`);
    measured.push({ name: found.name, tables, newcomers, trade: tradeOf(archive) });
  } catch (error) {
    process.stdout.write(
      `left out, cannot be read: ${found.name} (${error.message.slice(0, 60)})\n`,
    );
  }
}
if (measured.length > 0) {
  process.stdout.write(`\n${pooledTable()}\n\n${listsTable()}\n\n${tradeTable()}\n`);
  if (process.argv.includes("--write")) writePooled();
}

/** What each list gained over in-degree, by archives as draws from all there are. */
function poolLists() {
  return shownLists.flatMap(({ question, method }) => {
    const archives = measured.flatMap(({ tables }) => {
      const table = tables.find((one) => one.question === question);
      const gains = gainsOf(table, method);
      const isEnough =
        (isDeed(question) || table.learners >= fewestNewcomers) && table.windows >= fewestWindows;
      return isEnough && gains !== undefined ? [gains] : [];
    });
    return archives.length === 0 ? [] : [{ question, method, ...poolEffects(archives) }];
  });
}

function gainsOf({ methods, learnersByWindow }, method) {
  const [own, base] = [method, "d"].map((name) => methods.find((row) => row.method === name));
  return own?.ndcgByWindow.map((value, window) => ({
    gain: (value - base.ndcgByWindow[window]) * learnersByWindow[window],
    learners: learnersByWindow[window],
  }));
}

function listsTable() {
  const rows = poolLists().map(({ question, method, ...pooled }) => [
    `${methodTitles[method]}, on ${question}`,
    `${pooled.archives}`,
    `${pooled.windows}`,
    `${pooled.learners}`,
    `${pooled.won}`,
    pooledPhrase(pooled),
  ]);
  const heads = ["list", "archives", "windows", "learners", "archives won", "against in-degree"];
  return markdownTable(heads, rows);
}

/** Aggregates alone, in the source, so that one archive can be told what others say. */
function writePooled() {
  const file = fileURLToPath(
    new URL("../../src/follow/backtest/pooled-effects.ts", import.meta.url),
  );
  const rounded = (value) => (typeof value === "number" ? Number(value.toFixed(6)) : value);
  const effects = {};
  for (const { question, method, ...row } of poolLists()) {
    const short = Object.entries(row).map(([key, value]) => [key, rounded(value)]);
    effects[question] = { ...effects[question], [method]: Object.fromEntries(short) };
  }
  const from = measured.map(({ name }) => name.split(".")[0]).join(", ");
  writeFileSync(
    file,
    [
      'import type { BacktestMethod, BacktestQuestion } from "../../model/backtest.js";',
      'import type { PooledEffect } from "../../model/verdict.js";',
      "",
      "type ByMethod = Partial<Readonly<Record<BacktestMethod, PooledEffect>>>;",
      "",
      "/**",
      " * Of lists that are shown, where any archive could be asked. Written by `npm run bench:truth -- FOLDER --write`; do not edit.",
      ` * Made from ${from}.`,
      " */",
      `export const pooledEffects: Partial<Readonly<Record<BacktestQuestion, ByMethod>>> = ${JSON.stringify(effects)};`,
      "",
    ].join("\n"),
  );
  execFileSync("npx", ["biome", "check", "--write", file]);
}

/** A row an order that every archive knows. */
function pooledTable() {
  const resultOf = ({ newcomers }, method) =>
    newcomers.methods.find((row) => row.method === method);
  const known = Object.keys(methodTitles).filter((method) =>
    measured.every((one) => resultOf(one, method) !== undefined),
  );
  const gains = (method) =>
    measured.flatMap(({ newcomers }) =>
      gainsOf(newcomers, method).map(({ gain, learners }) => ({
        gain: gain / newcomers.learners,
        learners: learners / newcomers.learners,
      })),
    );
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
