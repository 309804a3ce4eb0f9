// @ts-nocheck: it runs on the built files, which have no types.
/*
 * What a place among the first ten costs: `npm run bench:attacks`. Each attack is made on invented communities, with more and
 * fewer members who are won over, to find how many bring its star among the first ten of the list of
 * attention or onto the starter list. Names of attacks behind it choose some. Writes the table of docs/whom-to-follow.md.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  attacks,
  countFakes,
  inventAttack,
  star,
  victim,
  waysToBeWonOver,
} from "./invent-attacks.js";
import { markdownTable } from "./markdown-table.js";

// By a path that the compiler does not follow.
const dist = new URL("../../dist", import.meta.url).href;
const { recommend } = await import(`${dist}/follow/recommend.js`);
const { findCommunities } = await import(`${dist}/measure/community/communities.js`);
const { findMutualCore } = await import(`${dist}/observe/mutual-core.js`);
const { findWithheld } = await import(`${dist}/network/consent.js`);
const { parseEdgeRule } = await import(`${dist}/network/edge-rule.js`);
const { findFirstPosts } = await import(`${dist}/observe/first-posts.js`);
const { observeActivity } = await import(`${dist}/observe/observe-activity.js`);
const { projectUndirected } = await import(`${dist}/network/project.js`);
const { selectPosts } = await import(`${dist}/network/select-posts.js`);
const { buildNetwork } = await import(`${dist}/pipeline/build-network.js`);
const { readCorpus } = await import(`${dist}/pipeline/read-corpus.js`);

const folder = mkdtempSync(join(tmpdir(), "tagatlas-attacks-"));
const tag = "demo";
const seed = 1;
const nobody = { trusted: [], kept: [], excluded: [], learner: undefined };
const onProgress = () => {};

/** The best place of somebody on a list of the first ten; none where they are on neither. */
async function placeOf(who, attack, more) {
  const file = join(folder, "posts.csv");
  writeFileSync(file, inventAttack(attack, more));
  const asked = { inputs: [file], perInput: [], standardInput: undefined, onProgress };
  const { corpus } = await readCorpus(asked);
  const selection = selectPosts(corpus, { tag, since: undefined, until: undefined });
  const edges = parseEdgeRule("clean");
  const { interactions, network } = buildNetwork(corpus, selection, edges, onProgress);
  const { of, count } = findCommunities(projectUndirected(network), { method: "leiden", seed });
  const activity = observeActivity(corpus, selection, interactions);
  const communityOf = new Int32Array(corpus.accounts.length).fill(-1);
  for (const [node, account] of network.account.entries()) communityOf[account] = of[node];
  const { lists } = recommend({
    corpus,
    selection,
    interactions,
    network,
    activity,
    firstPost: findFirstPosts(corpus, selection),
    core: findMutualCore(network, activity),
    withheld: findWithheld(corpus, "discoverable"),
    communityOf,
    communityCount: count,
    named: nobody,
    tag,
    order: undefined,
    verdicts: {},
    top: 10,
    resamples: 0,
    onShare: onProgress,
    onResample: onProgress,
    seed,
  });
  const places = ["attention", "starter"].flatMap((name) => {
    const { people } = lists.find((list) => list.name === name && list.community === undefined);
    return people.flatMap(({ account, rank }) =>
      corpus.accounts[account].handle === who ? [rank] : [],
    );
  });
  return places.length === 0 ? undefined : Math.min(...places);
}

/** Members of the invented communities. */
const sizes = [40, 160];
/** An attack that needs more of the members than this is not looked at further. */
const mostShare = 0.15;

/** The fewest members whom it takes, in the way that takes fewest; found by bisection in each way. */
async function costOf(attack, size) {
  let most = Math.floor(size * mostShare) + 1;
  for (const by of waysToBeWonOver) {
    let [low, high] = [0, most];
    if ((await placeOf(star, attack, { wonOver: high - 1, by, size })) === undefined) continue;
    high -= 1;
    while (high - low > 1) {
      const wonOver = Math.floor((low + high) / 2);
      const place = await placeOf(star, attack, { wonOver, by, size });
      if (place === undefined) low = wonOver;
      else high = wonOver;
    }
    most = Math.min(most, high);
    if (most === 1) break;
  }
  const share = (members) => `${((100 * members) / size).toFixed(1)} %`;
  return most > size * mostShare ? `over ${share(most - 1)}` : `${most} (${share(most)})`;
}

const asked = process.argv.slice(2);
const rows = [];
for (const name of Object.keys(attacks).filter(
  (one) => asked.length === 0 || asked.includes(one),
)) {
  const who = name === "pile-on" ? victim : star;
  const cells = [];
  for (const size of sizes) {
    const place = await placeOf(who, name, { size });
    if (place !== undefined) cells.push(`nothing: place ${place}`);
    else cells.push(name === "pile-on" ? "–" : await costOf(name, size));
  }
  rows.push([`${name}: ${attacks[name].about}`, `${countFakes(name, sizes[0])}`, ...cells]);
  process.stderr.write(`${name}: ${cells.join(", ")}\n`);
}
rmSync(folder, { recursive: true });
const heads = ["attack", `fakes for ${sizes[0]}`, ...sizes.map((size) => `of ${size} members`)];
process.stdout.write(`${markdownTable(heads, rows)}\n`);
