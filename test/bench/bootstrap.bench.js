// @ts-nocheck: it runs on the built files, which have no types.
/*
 * How long a hundred resamples of fifty thousand posts take. Run `npm run build`, then
 * `node test/bench/bootstrap.bench.js [posts] [people] [resamples]`.
 */
import { performance } from "node:perf_hooks";

const built = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href);
const { collectEngagements } = await built("follow/engagements.js");
const { rankPeople } = await built("follow/personal/rank-people.js");
const { resampleLists } = await built("follow/resample.js");
const { prepareScores, scorePeople } = await built("follow/scores.js");
const { nothingUnresolved, perKind } = await built("model/interaction.js");
const { seededRandom } = await built("model/seeded-random.js");

const [posts = 50_000, people = 12_000, resamples = 100] = process.argv.slice(2).map(Number);
const dayMs = 86_400_000;
const random = seededRandom(1);
// A few people get most of the attention, as in real hashtags.
const somebody = () => Math.floor(random() ** 3 * people);
const interactions = {
  count: posts,
  source: Int32Array.from({ length: posts }, () => Math.floor(random() ** 2 * people)),
  target: Int32Array.from({ length: posts }, somebody),
  kind: Uint8Array.from({ length: posts }, () => [0, 0, 1, 3][Math.floor(random() * 4)]),
  time: Float64Array.from({ length: posts }, () => random() * 365 * dayMs),
  post: Int32Array.from({ length: posts }, (_, row) => row),
  targetPost: new Int32Array(posts).fill(-1),
  withOneself: perKind(() => 0),
  unresolved: perKind(() => 0),
  unresolvedBecause: nothingUnresolved,
};
const frame = { start: 0, now: 365 * dayMs, activeBins: 4, binDays: 7, halfLifeBins: 8 };
const candidates = Int32Array.from({ length: people }, (_, account) => account);

let since = performance.now();
const lap = (what) => {
  const now = performance.now();
  console.log(`${what}: ${Math.round(now - since)} ms`);
  since = now;
};

const engagements = collectEngagements(interactions, people);
const firstPost = new Float64Array(people);
const base = prepareScores({ interactions, engagements, frame, firstPost, archiveStart: 0 });
lap(`preparing ${posts} interactions of ${people} people`);
const rank = (weights) => {
  const scores = scorePeople(base, { candidates, weights });
  return rankPeople({ candidates, score: scores.f, inDegree: scores.d });
};
const list = rank(new Uint16Array(people).fill(1)).slice(0, 50);
lap("one ranking by F");
const authors = Int32Array.from(new Set(interactions.source)).sort();
const [found] = resampleLists({
  authors,
  accountCount: people,
  lists: [list],
  rank: (weights) => [rank(weights)],
  resamples,
  seed: 1,
  onShare: () => {},
});
lap(`${resamples} resamples`);
const { rankLow, rankHigh, stays } = found[9];
console.log(`rank 10 (${rankLow}–${rankHigh}), in ${Math.round(stays * 100)} % of resamples`);
