// @ts-nocheck: it runs on the built files, which have no types.
/*
 * Whether the interval of a rank, and how many of a list stand there again, hold for other people: the authors of an archive
 * are parted in two at random, and what is said of one half is held to the other. `npm run bench:halves -- FOLDER`. Writes a
 * table of docs/validating.md.
 */

import { archivesIn, openArchive } from "./cut-archives.js";
import { markdownTable } from "./markdown-table.js";

// By a path that the compiler does not follow.
const dist = new URL("../../dist", import.meta.url).href;
const { defaultOrder } = await import(`${dist}/follow/default-order.js`);
const { collectEngagements } = await import(`${dist}/follow/engagements.js`);
const { followerFactors } = await import(`${dist}/follow/follower-factors.js`);
const { ofPeople } = await import(`${dist}/follow/people-only.js`);
const { rankPeople } = await import(`${dist}/follow/personal/rank-people.js`);
const { resampleLists } = await import(`${dist}/follow/resample.js`);
const { prepareScores, scorePeople } = await import(`${dist}/follow/scores.js`);
const { chooseTimeFrame } = await import(`${dist}/follow/time-frame.js`);
const { dayMs } = await import(`${dist}/model/durations.js`);
const { seededRandom } = await import(`${dist}/model/seeded-random.js`);

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("usage: npm run bench:halves -- FOLDER\n");
  process.exit(2);
}

const splits = 20;
const resamples = 100;
const listLength = 10;
const fewestAuthors = 100;

const rows = [];
for (const found of archivesIn(folder)) {
  let archive;
  try {
    archive = await openArchive(found);
  } catch {
    continue;
  }
  const tested = holdHalves(archive);
  if (tested !== undefined) rows.push(...tested.map((row) => [found.name, ...row]));
}
const heads = [
  "archive",
  "order",
  "ranks within the 90 % interval",
  "said to be there again",
  "are",
];
process.stdout.write(`${markdownTable(heads, rows)}\n`);

function holdHalves(archive) {
  const { corpus, selection, firstPost } = archive;
  const period = archive.observe({ since: selection.first, until: selection.last + 1 });
  const { activity } = period;
  const interactions = ofPeople(period.interactions, corpus.accounts);
  const acts = activity.posts.map((posts, account) => posts + activity.reposts[account]);
  const authors = Int32Array.from([...acts.keys()].filter((account) => acts[account] > 0));
  if (authors.length < fewestAuthors) return undefined;
  const candidates = authors;
  const base = prepareScores({
    interactions,
    engagements: collectEngagements(interactions, corpus.accounts.length),
    frame: chooseTimeFrame(selection),
    firstPost,
    archiveStart: selection.first,
    followerFactor: followerFactors(corpus.accounts, candidates),
  });
  const orders = ["df", defaultOrder((selection.last - selection.first) / dayMs), "t"];
  const rank = (weights) => {
    const scores = scorePeople(base, { candidates, weights });
    return orders.map((order) =>
      rankPeople({
        candidates: candidates.filter((account) => scores[order][account] > 0),
        score: scores[order],
        inDegree: scores.d,
      }),
    );
  };
  const sums = orders.map(() => ({ within: 0, places: 0, promised: 0, kept: 0 }));
  const random = seededRandom(1);
  for (let split = 0; split < splits; split += 1) {
    const isFirst = authors.map(() => (random() < 0.5 ? 1 : 0));
    const [half, other] = [1, 0].map((side) => authors.filter((_, at) => isFirst[at] === side));
    const [here, there] = [half, other].map((some) => {
      const weights = new Uint16Array(corpus.accounts.length);
      for (const author of some) weights[author] = 1;
      return rank(weights);
    });
    const lists = here.map((order) => ({ people: order.slice(0, listLength), length: listLength }));
    const accountCount = corpus.accounts.length;
    const input = { authors: half, accountCount, lists, rank, resamples, seed: split + 1 };
    const stabilities = resampleLists({ ...input, onShare() {} });
    for (const [at, { people }] of lists.entries()) {
      for (const [place, account] of people.entries()) {
        const found = there[at].indexOf(account);
        const rankThere = found < 0 ? there[at].length + 1 : found + 1;
        const { rankLow, rankHigh, stays } = stabilities[at][place];
        sums[at].within += rankLow <= rankThere && rankThere <= rankHigh ? 1 : 0;
        sums[at].promised += stays;
        sums[at].kept += rankThere <= listLength ? 1 : 0;
        sums[at].places += 1;
      }
    }
  }
  return sums.map(({ within, places, promised, kept }, at) => [
    orders[at],
    `${((100 * within) / places).toFixed(0)} %`,
    (promised / splits).toFixed(1),
    (kept / splits).toFixed(1),
  ]);
}
