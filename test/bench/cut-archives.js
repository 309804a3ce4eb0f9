// @ts-nocheck: it runs on the built files, which have no types.
/*
 * Archives of a folder, cut at points in time as `validate` cuts them.
 */

import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";

// By a path that the compiler does not follow.
const dist = new URL("../../dist", import.meta.url).href;
const { planBacktest } = await import(`${dist}/follow/backtest/backtest-plan.js`);
const { cutArchive } = await import(`${dist}/follow/backtest/backtest-window.js`);
const { chooseTimeFrame } = await import(`${dist}/follow/time-frame.js`);
const { dayMs } = await import(`${dist}/model/durations.js`);
const { normaliseHashtag } = await import(`${dist}/model/hashtag.js`);
const { findWithheld } = await import(`${dist}/network/consent.js`);
const { selectPosts } = await import(`${dist}/network/select-posts.js`);
const { archiveToTest } = await import(`${dist}/pipeline/archive-to-test.js`);
const { readCorpus } = await import(`${dist}/pipeline/read-corpus.js`);

const seed = 1;
const ofPosts = /\.(?:csv|tsv|json|jsonl|ndjson)(?:\.gz)?$/iu;

/** Every file of posts is an archive; a folder that holds nothing else is one together. */
export function archivesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith("."),
  );
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) {
      return ofPosts.test(entry.name) ? [{ name: entry.name, inputs: [path] }] : [];
    }
    const files = readdirSync(path).map((name) => join(path, name));
    const isOne = files.length > 1 && files.every((file) => /\.json$/iu.test(file));
    return isOne && files.every((file) => statSync(file).isFile())
      ? [{ name: entry.name, inputs: files.sort() }]
      : archivesIn(path);
  });
}

/** The archive, of the hashtag that its name begins with where most posts carry it. */
export async function openArchive({ name, inputs }) {
  const { corpus } = await readCorpus({
    inputs,
    perInput: [],
    standardInput: undefined,
    onProgress() {},
  });
  const all = { tag: undefined, since: undefined, until: undefined, seed };
  const everything = selectPosts(corpus, all);
  const tag = normaliseHashtag(basename(name).split(/[._-]/u)[0]);
  const tagged = selectPosts(corpus, { ...all, tag });
  const settings = tagged.analysed * 2 > everything.analysed ? { ...all, tag } : all;
  const selection = selectPosts(corpus, settings);
  const withheld = findWithheld(corpus, "discoverable");
  return { name, seed, ...archiveToTest({ corpus, selection, settings, withheld }) };
}

/** The windows of a default backtest. */
export function windowsOf(archive, cuts = 12) {
  const { selection } = archive;
  const spanDays = (selection.last - selection.first) / dayMs;
  const plan = planBacktest({ spanDays, trainDays: undefined, testDays: undefined, cuts });
  return plan.cutDays.map((cutDay) => {
    const cut = selection.first + cutDay * dayMs;
    const testEnd = selection.first + Math.min(cutDay + plan.testDays, plan.endDays) * dayMs;
    return cutArchive(archive, {
      train: { since: selection.first, until: cut },
      test: { since: cut, until: testEnd },
      frame: { ...chooseTimeFrame(selection), start: selection.first, now: cut },
    });
  });
}
